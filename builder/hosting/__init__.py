"""How a host answers: one table, and each host's own way to write it down."""
