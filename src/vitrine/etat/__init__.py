"""The state of the content, for editors: what misleads, what could be better. Never published."""
