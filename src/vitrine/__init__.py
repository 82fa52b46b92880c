"""Vitrine: national and territorial YAML facts in, one branded static site out."""

__version__ = "0.1.0"
