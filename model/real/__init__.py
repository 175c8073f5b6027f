"""Training on rows of real people, which whoever has them brings along."""
