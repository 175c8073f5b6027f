"""Facts and rules about a map of connections, with no browser and no input or output."""
