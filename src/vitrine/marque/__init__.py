"""The brand of a platform: its logo read as hostile, the pictures derived from it, and what its colours give."""
