"""What the site gives besides pages: open data, calendars, structured data, site map."""
