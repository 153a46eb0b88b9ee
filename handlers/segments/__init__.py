"""Conversations about where customers stand by their orders."""
