"""What the shop sells, and what customers order."""
