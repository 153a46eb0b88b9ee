"""Conversations: Telegram in, Telegram out."""
