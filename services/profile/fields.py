"""What can be known of a person: which fields there are, how each is read from what they type."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.errors import Refusal
from services.trade.phones import phone_of
from services.trade.typed import address_of

CALLED, PHONE, EMAIL, ADDRESS = "called", "phone", "email", "address"
BIRTHDAY, INTEREST, ABOUT = "birthday", "interest", "about."
MOST = {ADDRESS: 10, INTEREST: 30}
LONGEST_NAME, LONGEST_EMAIL, LONGEST_TAG, LONGEST_ANSWER = 40, 100, 40, 100
SHELF = "#"
NAME = re.compile(r"[^\W\d_][\w .'’-]*")
MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
ASKING = re.compile(
    r"(где|когда|как|сколько|почему|зачем|можно ли|а можно|есть ли|что с|"
    r"where|when|how|why|what|can i|can you|do you|is there|is it)\b",
    re.I,
)
DAYS = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that the shop asks of its customers; free words where there are no choices."""

    key: str
    titles: Mapping[str, str]
    choices: tuple[Mapping[str, str], ...]

    def said(self, value: str, language: str) -> str:
        """A stored answer in a language; the first language's words are what is stored."""
        known = next((one for one in self.choices if one["ru"] == value), None)
        return known[language] if known else value


def asked_of(facts: Mapping[str, Any]) -> dict[str, Asked]:
    """What the shop's file asks under [profile.KEY], by key."""
    given = facts.get("profile") or {}
    return {
        key: Asked(key, {"ru": one["ru"], "en": one["en"]}, tuple(one["choices"]))
        for key, one in given.items()
    }


def is_question(words: str) -> bool:
    """Whether words typed into a dialog ask the shop something instead of answering."""
    return words.rstrip().endswith("?") or ASKING.match(words.strip()) is not None


def name_of(said: str) -> str:
    """How somebody wants to be called; Refusal for what is no name."""
    if len(said) > LONGEST_NAME or not NAME.fullmatch(said) or len(said.split()) > 4:
        raise Refusal("profile-called-how", most=str(LONGEST_NAME))
    return said


def email_of(said: str) -> str:
    """An e-mail address; Refusal for what is none."""
    if len(said) > LONGEST_EMAIL or not MAIL.fullmatch(said) or ".." in said:
        raise Refusal("profile-email-how")
    return said.lower()


def tag_of(said: str) -> str:
    """An interest in a person's own words."""
    said = said.lstrip(f"{SHELF} ").lower()
    if not said or len(said) > LONGEST_TAG:
        raise Refusal("profile-interest-how", most=str(LONGEST_TAG))
    return said


def answer_of(said: str) -> str:
    """An answer to what the shop asks, in free words."""
    if not said or len(said) > LONGEST_ANSWER:
        raise Refusal("profile-about-how", most=str(LONGEST_ANSWER))
    return said


def number_of(said: str) -> str:
    """A phone number, typed; Refusal for what is none."""
    phone = phone_of(said)
    if phone is None:
        raise Refusal("phone-how")
    return phone


READING = {
    CALLED: name_of,
    PHONE: number_of,
    EMAIL: email_of,
    ADDRESS: address_of,
    INTEREST: tag_of,
}


def typed(field: str, text: str, asked: Mapping[str, Asked]) -> str:
    """What was typed for a field, as it is stored; Refusal says what is wrong with it."""
    said = " ".join(text.split())
    if field.startswith(ABOUT):
        if field.removeprefix(ABOUT) not in asked:
            raise Refusal("button-old")
        return answer_of(said)
    if field not in READING:
        raise Refusal("button-old")
    return READING[field](said)


def day_of(value: str) -> str:
    """A day of the year as buttons carry it, "05-03"; Refusal for what is none."""
    month, _, day = value.partition("-")
    if not (month.isascii() and day.isascii() and month.isdecimal() and day.isdecimal()):
        raise Refusal("button-old")
    if len(value) != 5 or not 1 <= int(day) <= DAYS.get(int(month), 0):
        raise Refusal("button-old")
    return value
