"""Cards of what customers say of the shop."""
