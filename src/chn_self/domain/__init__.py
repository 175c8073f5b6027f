"""Facts and rules about a map of connections; plain Python with no browser and no input or output."""
