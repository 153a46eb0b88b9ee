"""Selling in conversations: looking round, ordering, following an order, giving back."""
