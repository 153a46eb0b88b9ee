"""The verbs of the control API; importing a module here enters its verbs in the table."""

from playground.acts import groups, people
from playground.acts.verbs import act, found_person

__all__ = ["act", "found_person", "groups", "people"]
