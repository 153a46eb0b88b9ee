"""Conversations about what is known of a customer."""
