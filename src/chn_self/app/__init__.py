"""State, messages, update and effects: what the page does, without a page."""
