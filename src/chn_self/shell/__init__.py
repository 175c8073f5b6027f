"""The only part that touches the browser."""
