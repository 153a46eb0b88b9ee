"""Money as each language prints it; amounts are whole minor units, never fractions."""

SIGNS = {"RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "KZT": "₸", "BYN": "Br", "UAH": "₴"}
BEFORE = ("$", "€", "£")
WHOLE = ("JPY", "KRW", "VND")
SPACE = "\u00a0"


def money(language: str, minor: int, currency: str) -> str:
    """«12 990,50 ₽» in Russian, "RUB 12,990.50" in English; no fraction when it is round.

    `minor`: hundredths, or whole units of a currency that has no hundredths.
    """
    digits = 0 if currency in WHOLE else 2
    whole, part = divmod(abs(minor), 10**digits)
    fraction = f"{part:0{digits}d}" if part else ""
    sign = SIGNS.get(currency, currency)
    minus = "−" if minor < 0 else ""
    if language == "ru":
        number = f"{whole:,}".replace(",", SPACE) + (f",{fraction}" if fraction else "")
        return f"{minus}{number}{SPACE}{sign}"
    number = f"{whole:,}" + (f".{fraction}" if fraction else "")
    return f"{minus}{sign}{number}" if sign in BEFORE else f"{minus}{currency}{SPACE}{number}"
