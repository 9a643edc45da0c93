"""Records as finished shapes: cards, tables and pictures."""
