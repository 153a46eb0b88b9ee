"""What is stored, on every database."""
