"""Lengths as Telegram counts them: in UTF-16 units."""


def utf16(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + sum(character > "\uffff" for character in text)
