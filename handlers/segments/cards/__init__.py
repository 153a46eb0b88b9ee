"""Cards of where customers stand."""
