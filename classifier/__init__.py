"""A text in, ranked topics out."""
