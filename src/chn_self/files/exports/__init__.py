"""A map as data for tools that analyse networks, one format a module."""
