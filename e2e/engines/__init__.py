"""Journeys in Firefox and WebKit: what engines could do differently, and no more."""
