"""Progress of long work on standard error."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from classifier.progress import Progress as Advance

STAGES = {
    "embed": "reading the messages",
    "ngrams": "learning words",
    "encoder": "learning meaning",
}


@contextmanager
def bars(title: str) -> Iterator[Advance]:
    """A bar for each stage of training."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    console.print(title)
    with Progress(*columns, console=console, transient=not console.is_terminal) as progress:
        tasks = {name: progress.add_task(said, total=None) for name, said in STAGES.items()}

        def advance(stage: str, done: int, total: int) -> None:
            if stage in tasks:
                progress.update(tasks[stage], completed=done, total=total)

        yield advance
