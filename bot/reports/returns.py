"""Why things come back: a bar a product, a piece of it a reason."""

from pathlib import Path

from bot.reports.canvas import BAD, INK, OLD, PALE, PLAIN, SMALL, Words, sheet, store
from services.trade.return_report import ProductReturns
from services.trade.return_rules import REASONS

NAME, ROW, LEGEND = 30, 0.62, 0.27
COLOURS = (INK, OLD, BAD, PALE, "#5aa469", "#8e6bbf", "#9aa3ad")


def draw(found: tuple[ProductReturns, ...], days: int, language: str, path: Path) -> None:
    """A PNG file for a phone, in place at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    words = Words(language, {str(one.product_id): one.title(language) for one in found})
    fresh = path.with_suffix(".new.png")
    try:
        _paint(found, days, words, fresh)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _paint(found: tuple[ProductReturns, ...], days: int, words: Words, path: Path) -> None:
    hint = words.say("picture-returns-hint", days=days)
    given = [key for key in REASONS if any(key in dict(one.reasons) for one in found)]
    foot = 0.2 + LEGEND * -(-len(given) // 2)
    height = 0.3 + ROW * len(found) + foot
    figure, axes = sheet(height, words.say("picture-returns"), hint, foot=foot)
    for place, one in enumerate(found):
        left = 0
        for key, count in one.reasons:
            axes.barh(place, count, left=left, height=0.5, color=COLOURS[REASONS.index(key)])
            left += count
        axes.text(left, place, f" {_told(one, words)}", va="center", size=SMALL)
        name = words.title(str(one.product_id), NAME)
        axes.text(0, place - 0.36, name, va="bottom", size=PLAIN)
    axes.set_ylim(len(found) - 0.4, -0.8)
    axes.set_xlim(0, max(one.back for one in found) * 1.35)
    axes.set_yticks([])
    axes.set_xticks([])
    axes.spines[["bottom", "left"]].set_visible(False)
    handles = [
        axes.barh([0], [0], color=COLOURS[REASONS.index(key)], label=_reason(words, key))
        for key in given
    ]
    figure.legend(handles=handles, loc="lower center", ncols=2, fontsize=SMALL, frameon=False)
    store(figure, path)


def _told(one: ProductReturns, words: Words) -> str:
    if one.share is None:
        return str(one.back)
    return words.say("picture-returns-share", back=one.back, share=words.percent(one.share, 0))


def _reason(words: Words, key: str) -> str:
    return words.say(f"giveback-reason-{key}")
