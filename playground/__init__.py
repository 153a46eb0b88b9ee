"""A small Bot API server on localhost: people, chats and faults without Telegram."""
