"""What the cards of selling show."""
