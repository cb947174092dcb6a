"""Scripts that let a shell complete verbs, options and names of files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import shtab

from filingexport.cli.exit_status import VALID
from filingexport.cli.parser import parser
from filingexport.cli.speaker import speaker


def completion(shell: str) -> int:
    """Print the script for this shell."""
    whole = parser(language=speaker().language)
    for action in _actions(whole):
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined] # where shtab looks for it
    print(shtab.complete(whole, shell))
    return VALID


def _actions(verb: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    for action in verb._actions:  # argparse has no public way to list them
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for inner in action.choices.values():
                yield from _actions(inner)
