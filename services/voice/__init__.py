"""What customers say of the shop: surveys, complaints, wishes, reports."""
