"""Errors that a user can mend, said in plain words."""


class PlainError(Exception):
    """A sentence for the user; the program ends with exit code 2."""
