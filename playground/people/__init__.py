"""People: what they write, press, send and see."""

from playground.people.person import Person
from playground.people.watching import NotSeen

__all__ = ["NotSeen", "Person"]
