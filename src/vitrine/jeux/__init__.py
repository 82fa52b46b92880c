"""Games: what is drawn from the sheets to be printed. Nothing here is left to chance: the same data make the same game."""
