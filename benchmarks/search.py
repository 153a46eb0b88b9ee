"""`python -m benchmarks.search`: is what is asked for among the first five, how fast, how big."""

import argparse
import gc
import re
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from benchmarks.goods import DATA, Made, catalogue, fits
from classifier.readings import readings
from insight.postings import Builder
from insight.prices import price_words
from insight.search import Search

Finder = Callable[[str], Sequence[int]]
FIRST = 5
PAGE = 1_000


def main() -> None:
    """Every size in turn; the plain scan beside ours in the same run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--misses", action="store_true", help="print what was not found")
    given = parser.parse_args()
    lines = (DATA / "search_queries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    queries = [tuple(line.split("\t")) for line in lines]
    print(f"{len(queries)} questions\n")
    for size in given.sizes:
        _measure(size, queries, given.misses)


def _measure(size: int, queries: Sequence[tuple[str, ...]], misses: bool) -> None:
    goods = catalogue(size)
    gc.collect()
    before, began = _resident(), time.perf_counter()
    search = built(goods)
    took = time.perf_counter() - began
    print(
        f"## {size} products: built in {took:.1f} s, arrays {search.nbytes / 2**20:.0f} MB, "
        f"process grew by {_resident() - before:.0f} MB"
    )
    _report("ours", goods, queries, lambda text: ours(search, text), misses)
    _report("plain scan", goods, queries, plain(goods), False)
    print()


def built(goods: Sequence[Made]) -> Search:
    """The index, built a page at a time as the program does."""
    builder = Builder()
    for at in range(0, len(goods), PAGE):
        builder.add([one.goods for one in goods[at : at + PAGE]])
    return Search(builder.done())


def ours(search: Search, text: str) -> Sequence[int]:
    """As the shop asks."""
    words, prices = price_words(text)
    return search.find(readings(words), prices).ids


def plain(goods: Sequence[Made]) -> Finder:
    """The usual: every product whose text holds all the words, as LIKE would find it."""
    texts = [(one.goods.id, " ".join(one.goods.fields.values()).lower()) for one in goods]

    def find(text: str) -> Sequence[int]:
        words = re.findall(r"\w+", text.lower())
        return [number for number, said in texts if all(word in said for word in words)][:120]

    return find


def _report(
    name: str, goods: Sequence[Made], queries: Sequence[tuple[str, ...]], find: Finder, misses: bool
) -> None:
    spans: list[float] = []
    waits: list[float] = []
    hits: dict[str, list[bool]] = {}
    first: list[bool] = []
    for how, text, wanted in queries:
        if not any(fits(one, wanted) for one in goods):
            continue
        began, asked = time.thread_time(), time.perf_counter()
        ids = find(text)
        spans.append((time.thread_time() - began) * 1000)
        waits.append((time.perf_counter() - asked) * 1000)
        good = [fits(goods[number - 1], wanted) for number in ids[:FIRST]]
        hits.setdefault(how, []).append(any(good))
        first.append(bool(good) and good[0])
        if misses and not any(good):
            shown = [goods[number - 1].goods.fields["title"][:40] for number in ids[:2]]
            print(f"   missed [{how}] {text!r}: {shown}")
    every = [one for part in hits.values() for one in part]
    p50, p95 = np.percentile(spans, [50, 95])
    by = " · ".join(f"{how} {sum(part)}/{len(part)}" for how, part in hits.items())
    print(
        f"{name}: in the first five {np.mean(every):.3f}, first of all {np.mean(first):.3f}, "
        f"processor p50 {p50:.1f} ms, p95 {p95:.1f} ms, slowest {max(spans):.1f} ms, "
        f"clock p95 {np.percentile(waits, 95):.1f} ms\n   {by}"
    )


def _resident() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    line = next(line for line in lines if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
