"""One's own data: where it stands, how it is read, erased, and how long it is kept."""
