"""What the steps of `build.py` are made of."""
