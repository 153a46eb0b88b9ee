"""What the messages of selling show."""
