"""From a page to HTML: the Jinja environment and what templates may call."""
