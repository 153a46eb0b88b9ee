"""Conversations about what people agreed to and what the shop may write to them."""
