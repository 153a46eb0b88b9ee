"""What customers say, in one picture: satisfied by week, and by topic."""

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes

from bot.reports.canvas import BAD, INK, OLD, PALE, PLAIN, SMALL, Words, sheet, store
from bot.reports.weekly import in_place, legend, plain, share_line, ticks
from services.drift import interval
from services.voice.reports.feedback_figures import FeedbackFigures
from services.voice.reports.scores import FEW, Scores, ranked

MOST, NAME, ROW = 10, 24, 0.4
NONE = "none"


def draw(found: FeedbackFigures, language: str, path: Path) -> None:
    """A PNG file for a phone; raises OSError."""
    known = [*found.shop.former.values(), *found.shop.topics.values()]
    plain_words = Words(language, {})
    names = {str(one.id): one.titles[language] for one in known}
    words = Words(language, names | {NONE: plain_words.say("quality-no-topic")})
    in_place(path, lambda fresh: _paint(found, words, fresh))


def _paint(found: FeedbackFigures, words: Words, path: Path) -> None:
    rows = [(key, of) for key, of in ranked(found.topics) if of.answered >= FEW][:MOST]
    below = ROW * len(rows) + 0.5 if rows else 0.0
    figure, axes = sheet(3.6 + below, words.say("picture-feedback"), *_hints(words))
    if rows:
        figure.delaxes(axes)
        axes, bars = figure.subplots(2, 1, height_ratios=(3.6, below))
        _topics(bars, rows, words)
    _weeks(axes, found, words)
    store(figure, path)


def _hints(words: Words) -> list[str]:
    return [words.say("picture-feedback-hint"), words.say("picture-mondays")]


def _weeks(axes: Axes, found: FeedbackFigures, words: Words) -> None:
    for name, color, shift, low in (("tickets", INK, -0.1, False), ("orders", OLD, 0.1, True)):
        shares = [getattr(week, name).satisfied for week in found.weeks]
        if any(share.whole >= FEW for share in shares):
            label = words.say(f"picture-feedback-{name}")
            share_line(axes, shares, color, label, shift=shift, low=low)
    plain(axes, words.say("picture-feedback-weeks"))
    axes.set_ylim(-12, 116)
    axes.set_yticks(range(0, 101, 20))
    ticks(axes, [week.monday for week in found.weeks], words)
    if axes.get_legend_handles_labels()[0]:
        legend(axes)
    else:
        said = words.say("picture-few-answers")
        axes.text(0.5, 0.5, said, size=PLAIN, ha="center", transform=axes.transAxes, color="#444")
        axes.grid(visible=False)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)


def _topics(axes: Axes, rows: Sequence[tuple[int | None, Scores]], words: Words) -> None:
    places = list(range(len(rows)))
    values = [100 * of.satisfied.part / of.satisfied.whole for _, of in rows]
    colors = [BAD if interval(of.satisfied)[1] < 0.8 else INK for _, of in rows]
    axes.barh(places, values, 0.6, color=colors)
    for place, (_, of) in zip(places, rows, strict=True):
        low, high = (100 * one for one in interval(of.satisfied))
        axes.plot([low, high], [place] * 2, color=PALE, linewidth=4, alpha=0.9)
        share = words.percent(of.satisfied.part / of.satisfied.whole, 0)
        axes.text(103, place, f"{share} · {of.answered}", size=SMALL, va="center")
    axes.set_title(words.say("picture-feedback-topics"), size=PLAIN, loc="left")
    names = [words.title(str(key) if key else NONE, NAME) for key, _ in rows]
    axes.set_yticks(places, names, size=SMALL)
    axes.set_xlim(0, 125)
    axes.set_xticks([])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(length=0)
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
