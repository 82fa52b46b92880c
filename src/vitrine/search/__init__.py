"""The search of the site: words reduced to what people mean by them, an index made at build time, read by recherche.js."""
