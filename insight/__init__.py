"""Numbers about products and customers from plain arrays: no Telegram, no database."""
