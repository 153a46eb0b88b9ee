"""A person of the playground, as tests and the browser page use one."""

from playground.people.pressing import Presses
from playground.people.watching import Watches


class Person(Presses, Watches):
    """Writes, presses, sends and watches."""

    def __repr__(self) -> str:
        return f"<Person {self.user.id} {self.user.name}>"
