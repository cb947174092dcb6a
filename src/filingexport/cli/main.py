"""The command line: a command is read, run, and what comes of it told."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from filingexport.cli.exit_status import COULD_NOT_RUN, INVALID, VALID
from filingexport.cli.language import language_asked
from filingexport.cli.parser import parser
from filingexport.findings import FilingError
from filingexport.said import Said

if TYPE_CHECKING:
    from filingexport.cli.speaker import Speaker

_COULD_NOT: Final = ("fx:unreadable", "fx:processor", "fx:notInstalled", "fx:port")
"""The codes of what keeps a command from running at all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Japanese text goes out whatever the locale says; what a terminal cannot show is escaped, not fatal.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    language = language_asked(given)
    whole = parser(given[0] if given and not given[0].startswith("-") else "", language)
    options = whole.parse_args(given)
    if options.version:
        from importlib.metadata import version

        from filingexport.names import VERSION_DATE

        print(f"filingexport {version('filingexport')}, taxonomy {VERSION_DATE}")
        return VALID
    if options.verb is None:
        whole.print_help(sys.stderr)
        return COULD_NOT_RUN
    from filingexport.cli.speaker import Speaker, speaks

    verb = " ".join(filter(None, (options.verb, getattr(options, "action", None))))
    with speaks(Speaker(verb, language, options.quiet, options.json)) as told:
        return _run(options, told)


def _run(options: argparse.Namespace, told: Speaker) -> int:
    run: Callable[[argparse.Namespace], int] = options.run
    status = COULD_NOT_RUN
    try:
        status = run(options)
    except FilingError as error:
        for each in error.findings:
            told.finding(each)
        could_not = all(each.code in _COULD_NOT for each in error.findings)
        status = COULD_NOT_RUN if could_not else INVALID
    except BrokenPipeError:
        # The reader of our output went away; there is nobody left to tell.
        sys.stderr.close()
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        told.note(Said("stopped; nothing half-written is left", "中断しました。書きかけのファイルはありません"))
    told.done(status)
    return status
