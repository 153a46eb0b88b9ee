"""What the desk does: one story per method, one transaction per story."""
