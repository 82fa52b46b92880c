"""A live preview: pages are made when they are asked for, from data read again when they change. Nothing is written."""
