"""The progress of long work, on a terminal; nothing in a pipe, and nothing where only findings are wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

from filingexport.cli.speaker import speaker
from filingexport.making import Progress as Told
from filingexport.said import Said


@contextmanager
def steps() -> Iterator[Told]:
    """What is called at each step; the bar goes when all is done."""
    console = Console(stderr=True)
    if not speaker().talks or not console.is_terminal:
        yield lambda step, done, all: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)

        def tell(step: Said, done: int, all: int) -> None:
            bar.update(task, description=step.get(speaker().language), completed=done, total=all)

        yield tell
