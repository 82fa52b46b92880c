"""Reading files as text: bytes → bounded, clean text → tree of texts, each with its line and column."""
