"""Every visible word, as data, one file a language."""
