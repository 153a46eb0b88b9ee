"""One's own data: taken along, erased, and not kept longer than it is needed."""
