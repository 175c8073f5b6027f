"""A map of one person's own connections: the rules, the words and the page."""
