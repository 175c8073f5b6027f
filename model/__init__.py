"""How the three network types are rebuilt: assumptions, generated maps, training, calibration."""
