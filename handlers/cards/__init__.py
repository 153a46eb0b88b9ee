"""Cards: messages that show the present state and are edited in place."""
