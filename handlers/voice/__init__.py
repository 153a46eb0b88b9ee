"""Conversations about what customers say of the shop."""
