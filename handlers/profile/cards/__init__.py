"""Cards of what is known of a customer."""
