"""The map file: how a map is written down, and how a file is read with care."""
