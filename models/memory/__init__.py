"""What the shop remembers of a person: what they agreed to, how they are, what they like."""
