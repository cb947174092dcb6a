"""The command line: verbs and their arguments; what they do is in the modules beside this one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from filingexport.findings import FilingError

VALID: Final = 0
INVALID: Final = 1
COULD_NOT_RUN: Final = 2

_EPILOG: Final = """\
examples:
  filingexport export samples/iij-2008 --output out
  filingexport validate out/iij-2008.xbrl --full
  filingexport import out/iij-2008.xbrl --output copy
  filingexport template --company-form audit_and_supervisory_committee --gaap ifrs --output notice.xlsx
  filingexport taxonomy check

exit status: 0 all is well; 1 something is wrong with what was given, a line a finding; 2 the command could not run."""


def parser() -> argparse.ArgumentParser:
    """All verbs and options."""
    whole = argparse.ArgumentParser(
        prog="filingexport",
        description="Turns a Japanese company's notice of a general meeting of shareholders into XBRL, and back.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="store_true", help="print the version and the taxonomy's date")
    verbs = whole.add_subparsers(dest="verb", metavar="VERB")

    verb = verbs.add_parser("export", help="source files to an XBRL instance, validated and read back")
    verb.add_argument("source", type=Path, help="the folder of YAML files (or one file), or a workbook (.xlsx)")
    verb.add_argument("--output", "-o", type=Path, required=True, metavar="FOLDER", help="where to write it")
    verb.add_argument("--name", help="name of the instance, without .xbrl (default: that of the source)")
    verb.add_argument(
        "--annotate", action="store_true", help="write what is wrong into a copy of the workbook, as comments"
    )
    verb.add_argument("--quiet", "-q", action="store_true", help="print findings only")
    verb.set_defaults(run=_export)

    verb = verbs.add_parser("template", help="an empty workbook to fill in, for a kind of company")
    verb.add_argument(
        "--company-form", required=True, metavar="FORM", dest="form",
        help="company_auditors, audit_and_supervisory_committee, three_committees, or another form of governance",
    )  # fmt: skip
    verb.add_argument("--gaap", default="japan-gaap", metavar="GAAP", help="japan-gaap (default), ifrs or us-gaap")
    verb.add_argument("--no-consolidated", action="store_true", help="without consolidated statements")
    verb.add_argument("--unit", default="", metavar="UNIT", help="of the amounts, such as 'JPY millions'")
    verb.add_argument("--output", "-o", type=Path, required=True, metavar="FILE.xlsx", help="the workbook")
    verb.set_defaults(run=_template)

    verb = verbs.add_parser("import", help="an XBRL instance back to source files, or to a workbook")
    verb.add_argument("file", type=Path, help="the instance (.xbrl), a workbook (.xlsx) or a source folder")
    verb.add_argument(
        "--output", "-o", type=Path, required=True, metavar="FOLDER|FILE.xlsx", help="a new folder, or a workbook"
    )
    verb.add_argument("--quiet", "-q", action="store_true", help="print findings only")
    verb.set_defaults(run=_import)

    verb = verbs.add_parser("validate", help="what is wrong with an XBRL instance, a line a finding")
    verb.add_argument("file", type=Path, help="the instance (.xbrl)")
    verb.add_argument("--full", action="store_true", help="ask an independent processor (Arelle, offline) too")
    verb.add_argument("--quiet", "-q", action="store_true", help="print findings only")
    verb.set_defaults(run=_validate)

    verb = verbs.add_parser("taxonomy", help="the taxonomy's files")
    actions = verb.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_text in (
        ("build", "write them from the classes"),
        ("check", "say whether those in the folder are in step with the classes"),
    ):
        action = actions.add_parser(name, help=help_text)
        action.add_argument("--folder", type=Path, default=Path("taxonomy"), help="default: taxonomy")
        action.set_defaults(run=_taxonomy)
    action = actions.add_parser("package", help="write them as one taxonomy package (.zip) that other processors open")
    action.add_argument("--output", "-o", type=Path, required=True, metavar="FILE.zip")
    action.set_defaults(run=_taxonomy)
    action = actions.add_parser("docs", help="write them as one page to read and search, in English and Japanese")
    action.add_argument("--output", "-o", type=Path, required=True, metavar="FOLDER", help="where to write index.html")
    action.set_defaults(run=_taxonomy_docs)
    action = actions.add_parser("export", help="write its items, sums, axes and sections as a workbook")
    action.add_argument("--xlsx", type=Path, required=True, metavar="FILE.xlsx", help="the workbook")
    action.set_defaults(run=_taxonomy_export)
    return whole


def _export(options: argparse.Namespace) -> int:
    from filingexport.cli.filing import export

    return export(options.source, options.output, options.name, options.quiet, options.annotate)


def _template(options: argparse.Namespace) -> int:
    from filingexport.cli.workbook import template

    return template(options.form, "" if options.no_consolidated else options.gaap, options.unit, options.output)


def _import(options: argparse.Namespace) -> int:
    from filingexport.cli.filing import import_

    return import_(options.file, options.output, options.quiet)


def _validate(options: argparse.Namespace) -> int:
    from filingexport.cli.filing import validate

    return validate(options.file, options.full, options.quiet)


def _taxonomy(options: argparse.Namespace) -> int:
    from filingexport.cli.taxonomy import build, check, package

    if options.action == "package":
        return package(options.output)
    return build(options.folder) if options.action == "build" else check(options.folder)


def _taxonomy_docs(options: argparse.Namespace) -> int:
    from filingexport.cli.taxonomy import docs

    return docs(options.output)


def _taxonomy_export(options: argparse.Namespace) -> int:
    from filingexport.cli.taxonomy import export

    return export(options.xlsx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Japanese text goes out whatever the locale says; what a terminal cannot show is escaped, not fatal.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    whole = parser()
    options = whole.parse_args(arguments)
    if options.version:
        from importlib.metadata import version

        from filingexport.names import VERSION_DATE

        print(f"filingexport {version('filingexport')}, taxonomy {VERSION_DATE}")
        return VALID
    if options.verb is None:
        whole.print_help(sys.stderr)
        return COULD_NOT_RUN
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except FilingError as error:
        for each in error.findings:
            print(each, file=sys.stderr)
        could_not = all(each.code in ("fx:unreadable", "fx:processor") for each in error.findings)
        return COULD_NOT_RUN if could_not else INVALID
    except BrokenPipeError:
        # The reader of our output went away; there is nobody left to tell.
        sys.stderr.close()
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        print("stopped; nothing half-written is left", file=sys.stderr)
        return COULD_NOT_RUN
