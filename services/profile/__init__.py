"""What is known of a customer, what they subscribed to, their card."""
