"""Publishing a site without harm: verified, dressed for its server, put in place in one move, and ready to be undone."""
