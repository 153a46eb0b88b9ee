"""Reads files of messages that people bring: CSV, JSON, JSONL, Telegram Desktop's export."""
