"""The command line: verbs and their arguments; what they do is in the modules beside this one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from filingexport.collector import collector_paused
from filingexport.findings import FilingError, Severity
from filingexport.formats.registry import FORMATS
from filingexport.said import Said

if TYPE_CHECKING:
    from filingexport.formats.safe import Limits

VALID: Final = 0
INVALID: Final = 1
COULD_NOT_RUN: Final = 2

_EPILOG: Final = """\
examples:
  filingexport export samples/iij-2008 --output out
  filingexport validate out/iij-2008.xbrl --full
  filingexport check samples/iij-2008 --lang ja
  filingexport import out/iij-2008.xbrl --output copy
  filingexport diff samples/iij-2008 out/iij-2008.xbrl
  filingexport rollforward samples/iij-2008 --to 2009-03-31 --output next
  filingexport template --company-form audit_and_supervisory_committee --gaap ifrs --output notice.xlsx
  filingexport export samples/iij-2008 --output out --formats xbrl,ixbrl,json,csv,package
  filingexport convert out/iij-2008.xbrl notice.json
  filingexport draft notice.docx --output draft
  filingexport view notice.json
  filingexport ingest filings --output facts.parquet
  filingexport query --facts facts.parquet "SELECT * FROM measures WHERE measure = 'net_income'"
  filingexport serve samples/iij-2008
  filingexport taxonomy check

"""
_STATUS: Final = "exit status: 0 all is well; 1 something is wrong with what was given, a line a finding; 2 the command could not run."


_COULD_NOT: Final = ("fx:unreadable", "fx:processor", "fx:notInstalled", "fx:port")
"""The codes of what keeps a command from running at all."""
_DIGITS: Final = 15
"""Digits of a limit."""
_FORMATS: Final = ", ".join(each.name for each in FORMATS)


def _name(text: str) -> str:
    if text not in (each.name for each in FORMATS):
        raise argparse.ArgumentTypeError(f"there is no format {text!r}; there are: {_FORMATS}")
    return text


def _names(text: str) -> list[str]:
    return [_name(each.strip()) for each in text.split(",")]


def _limit(text: str) -> tuple[str, int]:
    from filingexport.formats.safe import limits_said

    name, equals, value = text.partition("=")
    known = [each[0] for each in limits_said()]
    if name not in known:
        raise argparse.ArgumentTypeError(f"there is no limit {name!r}; there are: {', '.join(known)}")
    plain = value.replace(",", "").replace("_", "")
    if not equals or not (plain.isascii() and plain.isdigit()) or len(plain) > _DIGITS:
        raise argparse.ArgumentTypeError(f"a limit is a whole number, such as {name}=1000, not {text!r}")
    return name, int(plain)


def _limited(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--limit",
        type=_limit,
        action="append",
        default=[],
        metavar="NAME=N",
        help="take more or less of an input than usual, such as file=200000000; see SECURITY.md",
    )


def _limits(options: argparse.Namespace) -> Limits:
    from filingexport.formats.safe import Limits

    return Limits(**dict(options.limit))


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


def _packing(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--inside", choices=["xbrl", "json", "csv"], default="", help="what a package .xbr holds (default: xbrl)"
    )
    verb.add_argument(
        "--referred", action="store_true", help="a package only refers to the standard taxonomy, and does not hold it"
    )


class _Unasked:
    """Takes what is said of a verb that is not asked for."""

    def __getattr__(self, name: str) -> Callable[..., _Unasked]:
        return lambda *given, **named: self


class _Only:
    """Makes the parser of one verb alone: those of all take a tenth of a short command's time."""

    def __init__(self, verbs: Any, name: str) -> None:
        self.verbs = verbs
        self.name = name

    def add_parser(self, name: str, **said: Any) -> Any:
        """The parser of a verb, or what only looks like one."""
        return self.verbs.add_parser(name, **said) if name == self.name else _Unasked()


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_text: str,
    examples: tuple[str, ...] = (),
) -> argparse.ArgumentParser:
    """A verb with the options that all have."""
    verb = verbs.add_parser(
        name,
        help=help_text,
        description=f"{help_text[0].upper()}{help_text[1:]}.",
        epilog="\n".join((*(("examples:",) if examples else ()), *(f"  {each}" for each in examples), "", _STATUS)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    told = verb.add_argument_group("what is told")
    told.add_argument("--lang", choices=("en", "ja"), default=None, help="language of messages (default: the locale's)")
    told.add_argument("--quiet", "-q", action="store_true", help="findings only")
    told.add_argument("--json", action="store_true", help="one JSON object on stdout, for programs")
    return verb


def parser(only: str = "") -> argparse.ArgumentParser:
    """All verbs and options; with `only`, those of one verb, if there is one of that name."""
    whole = argparse.ArgumentParser(
        prog="filingexport",
        description="Turns a Japanese company's notice of a general meeting of shareholders into XBRL, and back.",
        epilog=_EPILOG + _STATUS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="store_true", help="print the version and the taxonomy's date")
    every = whole.add_subparsers(dest="verb", metavar="VERB")
    verbs: Any = _Only(every, only) if only else every

    verb = _verb(
        verbs,
        "export",
        "source files to documents, validated and read back",
        (
            "filingexport export samples/iij-2008 --output out",
            "filingexport export notice.xlsx --output out --annotate",
            "filingexport export samples/iij-2008 --output out --formats xbrl,ixbrl,json,csv,package",
        ),
    )
    verb.add_argument("source", type=Path, help="the folder of YAML files (or one file), or a workbook (.xlsx)")
    verb.add_argument("--output", "-o", type=Path, required=True, metavar="FOLDER", help="where to write it")
    verb.add_argument("--name", help="name of the documents, without .xbrl (default: that of the source)")
    verb.add_argument(
        "--formats",
        "-f",
        type=_names,
        default=["xbrl"],
        metavar="FORMAT,…",
        help=f"some of: {_FORMATS} (default: xbrl)",
    )
    _packing(verb)
    verb.add_argument(
        "--annotate", action="store_true", help="write what is wrong into a copy of the workbook, as comments"
    )
    verb.add_argument("--layout", choices=["edinet"], help="folders, names and manifests like a submission to EDINET")
    verb.add_argument("--times", type=int, default=1, help="with --layout: how many times it is submitted (default: 1)")
    _limited(verb)
    verb.set_defaults(run=_export)

    verb = _verb(
        verbs,
        "template",
        "an empty workbook to fill in, for a kind of company",
        ("filingexport template --company-form audit_and_supervisory_committee --gaap ifrs --output notice.xlsx",),
    )
    verb.add_argument(
        "--company-form", required=True, metavar="FORM", dest="form",
        help="company_auditors, audit_and_supervisory_committee, three_committees, or another form of governance",
    )  # fmt: skip
    verb.add_argument("--gaap", default="japan-gaap", metavar="GAAP", help="japan-gaap (default), ifrs or us-gaap")
    verb.add_argument("--no-consolidated", action="store_true", help="without consolidated statements")
    verb.add_argument("--unit", default="", metavar="UNIT", help="of the amounts, such as 'JPY millions'")
    verb.add_argument("--output", "-o", type=Path, required=True, metavar="FILE.xlsx", help="the workbook")
    verb.set_defaults(run=_template)

    verb = _verb(
        verbs,
        "draft",
        "a draft of the source files, or of a workbook, from the text of a notice",
        (
            "filingexport draft notice.docx --output draft",
            "filingexport draft notice.txt --output draft.xlsx --lang ja",
        ),
    )
    verb.add_argument("file", type=Path, help="the text: .docx, .md, .txt or .html")
    verb.add_argument("--output", "-o", type=Path, metavar="FOLDER|FILE.xlsx", help="a new folder, or a workbook")
    _limited(verb)
    verb.set_defaults(run=_draft)

    verb = _verb(
        verbs,
        "import",
        "a document of any format back to source files, or to a workbook",
        (
            "filingexport import out/iij-2008.xbrl --output copy",
            "filingexport import out/iij-2008.xbri --output notice.xlsx",
        ),
    )
    verb.add_argument(
        "file", type=Path, help="the document (of xBRL-CSV, its metadata file), a workbook (.xlsx) or a source folder"
    )
    verb.add_argument(
        "--output", "-o", type=Path, required=True, metavar="FOLDER|FILE.xlsx", help="a new folder, or a workbook"
    )
    _limited(verb)
    verb.set_defaults(run=_import)

    verb = _verb(
        verbs,
        "convert",
        "a document to another format; nothing is lost",
        (
            "filingexport convert out/iij-2008.xbrl notice.json",
            "filingexport convert notice.json notice.xbr --inside json",
        ),
    )
    verb.add_argument("source", type=Path, help="the document, of any format")
    verb.add_argument("target", type=Path, help="the new document; the end of its name tells the format")
    verb.add_argument(
        "--to", type=_name, metavar="FORMAT", help=f"the format, where the name does not tell it: {_FORMATS}"
    )
    _packing(verb)
    _limited(verb)
    verb.set_defaults(run=_convert)

    verb = _verb(
        verbs,
        "validate",
        "what is wrong with a document of any format, a line a finding",
        (
            "filingexport validate out/iij-2008.xbrl --full",
            "filingexport validate notice.json --json",
        ),
    )
    verb.add_argument("file", type=Path, help="the document (of xBRL-CSV, its metadata file)")
    verb.add_argument("--full", action="store_true", help="ask an independent processor (Arelle, offline) too")
    _limited(verb)
    verb.set_defaults(run=_validate)

    verb = _verb(
        verbs,
        "check",
        "what is wrong with a filing: figures, ties, dates, names, what the law requires",
        (
            "filingexport check samples/iij-2008 --lang ja",
            "filingexport check this.xbrl --against last.xbrl --fail-on warning",
            "filingexport check notice.xlsx --format html --output findings.html",
        ),
    )
    verb.add_argument(
        "sources", type=Path, nargs="*", metavar="SOURCE|FILE", help="folders of YAML files, or documents of any format"
    )
    verb.add_argument("--format", choices=("text", "json", "sarif", "html"), default="text", help="default: text")
    verb.add_argument("--output", "-o", type=Path, metavar="FILE", help="write there, not to the terminal")
    verb.add_argument(
        "--fail-on",
        choices=("error", "warning", "note"),
        default="error",
        help="exit 1 from this severity (default: error)",
    )
    verb.add_argument("--against", type=Path, metavar="LAST", help="last year's source or document, to compare with")
    verb.add_argument(
        "--annotate", action="store_true", help="write the findings into copies of the workbooks, as comments"
    )
    verb.add_argument("--rules", action="store_true", help="list all rules, with why and by which law")
    _limited(verb)
    verb.set_defaults(run=_check)

    verb = _verb(
        verbs,
        "diff",
        "what changed between two filings or drafts, by fact and by word",
        (
            "filingexport diff last-draft draft",
            "filingexport diff draft out/iij-2008.xbrl --lang ja --format html --output changes.html",
        ),
    )
    verb.add_argument(
        "old", type=Path, metavar="A", help="a folder of YAML files, a workbook, or a document of any format"
    )
    verb.add_argument("new", type=Path, metavar="B", help="the same; the formats may differ")
    verb.add_argument("--format", choices=("text", "json", "html"), default="text", help="default: text")
    verb.add_argument("--output", "-o", type=Path, metavar="FILE", help="write there, not to the terminal")
    _limited(verb)
    verb.set_defaults(run=_diff)

    verb = _verb(
        verbs,
        "rollforward",
        "last year's filing to the start of the next year's, to fill in",
        (
            "filingexport rollforward samples/iij-2008 --to 2009-03-31 --output next",
            "filingexport rollforward last.xbrl --not-resolved 3 --output next.xlsx",
        ),
    )
    verb.add_argument("last", type=Path, metavar="LAST", help="last year's source, workbook, or document of any format")
    verb.add_argument("--to", metavar="DATE", help="last day of the new fiscal year (default: a year later)")
    verb.add_argument(
        "--output", "-o", type=Path, required=True, metavar="FOLDER|FILE.xlsx", help="a new folder, or a workbook"
    )
    verb.add_argument(
        "--not-resolved", type=int, action="append", default=[], metavar="N", help="a proposal that was not passed"
    )
    _limited(verb)
    verb.set_defaults(run=_rollforward)

    verb = _verb(
        verbs,
        "status",
        "how complete a notice is: filled in, to review, wrong, chapter by chapter",
        ("filingexport status next --against samples/iij-2008",),
    )
    verb.add_argument("source", type=Path, help="the source folder, the workbook, or a document of any format")
    verb.add_argument("--against", type=Path, metavar="LAST", help="last year's: what it had is expected again")
    _limited(verb)
    verb.set_defaults(run=_status)

    verb = _verb(
        verbs,
        "view",
        "the page of a document of any format, in a browser",
        (
            "filingexport view out/iij-2008.xbrl",
            "filingexport view samples/iij-2008 --plain",
        ),
    )
    verb.add_argument("file", type=Path, help="the document, or the folder of YAML files")
    verb.add_argument(
        "--output", "-o", type=Path, metavar="FOLDER", help="where to write it (default: a temporary folder)"
    )
    verb.add_argument("--plain", action="store_true", help="our own page, even where the ixbrl-viewer is installed")
    verb.add_argument("--no-open", action="store_true", help="print where the page is, and open no browser")
    _limited(verb)
    verb.set_defaults(run=_view)

    verb = _verb(
        verbs,
        "ingest",
        "the facts of thousands of documents as tables (Parquet), for `query` and other programs",
        (
            "filingexport ingest filings --output facts.parquet",
            "filingexport ingest '2026/**/*.xbrl' 2025.zip --output facts.parquet --jobs 8",
        ),
    )
    verb.add_argument(
        "given", type=Path, nargs="+", metavar="DIR|GLOB|ZIP|FILE", help="documents of any format, or what holds them"
    )
    verb.add_argument(
        "--output", "-o", type=Path, required=True, metavar="FOLDER", help="the tables; what is there already is kept"
    )
    verb.add_argument("--jobs", "-j", type=_count, metavar="N", help="processes that read (default: one a core)")
    verb.add_argument("--timeout", type=_count, default=60, metavar="SECONDS", help="for one document (default: 60)")
    verb.add_argument("--retry", action="store_true", help="read again what could not be read before")
    _limited(verb)
    verb.set_defaults(run=_ingest)

    verb = _verb(
        verbs,
        "query",
        "the answer to a question in SQL to the tables that `ingest` made",
        (
            'filingexport query --facts facts.parquet "SELECT name_en, sum(audit_fee) FROM auditors GROUP BY ALL"',
            "filingexport query --tables",
        ),
    )
    verb.add_argument("sql", nargs="?", metavar="SQL", help="the question (DuckDB's SQL)")
    verb.add_argument(
        "--facts", type=Path, default=Path("facts.parquet"), metavar="FOLDER", help="default: facts.parquet"
    )
    verb.add_argument("--tables", action="store_true", help="list tables, columns and views")
    verb.set_defaults(run=_query)

    verb = _verb(
        verbs,
        "serve",
        "a draft on a local page while it is written: document, findings, completeness",
        ("filingexport serve samples/iij-2008", "filingexport serve notice.xlsx --lang ja --against last.xbrl"),
    )
    verb.add_argument(
        "source",
        type=Path,
        help="the folder of YAML files (or one file), a workbook (.xlsx), or a document of any format",
    )
    verb.add_argument("--port", type=int, default=0, metavar="PORT", help="of this machine (default: any that is free)")
    verb.add_argument("--against", type=Path, metavar="LAST", help="last year's source or document, to compare with")
    verb.add_argument("--no-open", action="store_true", help="print where the page is, and open no browser")
    _limited(verb)
    verb.set_defaults(run=_serve)

    verb = _verb(
        verbs,
        "sign",
        "the signature of a package, a document with what lies beside it, or a folder",
        ("filingexport sign --new-key our.pem", "filingexport sign out/iij-2008.xbri --key our.pem"),
    )
    verb.add_argument("file", type=Path, nargs="?", metavar="PACKAGE|FILE|FOLDER", help="what to sign")
    verb.add_argument("--key", type=Path, metavar="KEY.pem", help="the private key: Ed25519, RSA or ECDSA")
    verb.add_argument("--output", "-o", type=Path, metavar="FILE.sig", help="default: beside it, FILE.sig")
    verb.add_argument("--new-key", type=Path, metavar="KEY.pem", help="make a key, and its public key KEY.pub.pem")
    verb.set_defaults(run=_sign)

    verb = _verb(
        verbs,
        "verify",
        "whether anything changed since it was signed, and who signed it",
        ("filingexport verify out/iij-2008.xbri --key our.pub.pem",),
    )
    verb.add_argument("file", type=Path, metavar="PACKAGE|FILE|FOLDER", help="what was signed")
    verb.add_argument("--signature", type=Path, metavar="FILE.sig", help="default: beside it, FILE.sig")
    who = verb.add_mutually_exclusive_group()
    who.add_argument("--key", type=Path, metavar="KEY.pem", help="the public key of who should have signed it")
    who.add_argument("--certificate", type=Path, metavar="CERT.pem", help="the same, in an X.509 certificate")
    who.add_argument("--fingerprint", default="", metavar="SHA256", help="the same, by the fingerprint of the key")
    verb.set_defaults(run=_verify)

    verb = verbs.add_parser("taxonomy", help="the taxonomy's files")
    actions = verb.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, help_text in (
        ("build", "write them from the classes"),
        ("check", "say whether those in the folder are in step with the classes"),
    ):
        action = _verb(actions, name, help_text)
        action.add_argument("--folder", type=Path, default=Path("taxonomy"), help="default: taxonomy")
        action.set_defaults(run=_taxonomy)
    action = _verb(actions, "package", "write them as one taxonomy package (.zip) that other processors open")
    action.add_argument("--output", "-o", type=Path, required=True, metavar="FILE.zip")
    action.set_defaults(run=_taxonomy)
    action = _verb(actions, "docs", "write them as one page to read and search, in English and Japanese")
    action.add_argument("--output", "-o", type=Path, required=True, metavar="FOLDER", help="where to write index.html")
    action.set_defaults(run=_taxonomy_docs)
    action = _verb(actions, "export", "write its items, sums, axes and sections as a workbook")
    action.add_argument("--xlsx", type=Path, required=True, metavar="FILE.xlsx", help="the workbook")
    action.set_defaults(run=_taxonomy_export)
    action = _verb(actions, "diff", "what differs between two versions, and whether old filings still read")
    action.add_argument("old", type=Path, metavar="A", help="a folder of taxonomy files, a package (.zip), or a schema")
    action.add_argument("new", type=Path, metavar="B", nargs="?", help="the same; default: what the classes give")
    action.set_defaults(run=_taxonomy_diff)
    verb = _verb(verbs, "doctor", "what is installed, and what each extra adds", ("filingexport doctor",))
    verb.set_defaults(run=_doctor)

    verb = _verb(
        verbs,
        "completion",
        "a script with which a shell completes verbs, options and files",
        ('eval "$(filingexport completion bash)"', "filingexport completion zsh > ~/.zfunc/_filingexport"),
    )
    verb.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    verb.set_defaults(run=_completion)
    return whole if every.choices else parser()


def _doctor(options: argparse.Namespace) -> int:
    from filingexport.cli.doctor import doctor

    return doctor()


def _completion(options: argparse.Namespace) -> int:
    from filingexport.cli.completion import completion

    return completion(options.shell)


@collector_paused()  # from its imports on
def _export(options: argparse.Namespace) -> int:
    from filingexport.cli.filing import export, lay_out

    if options.layout is not None:
        return lay_out(options.source, options.output, options.times, _limits(options))
    return export(
        options.source,
        options.output,
        options.name,
        options.formats,
        options.inside,
        options.referred,
        options.annotate,
        _limits(options),
    )


def _template(options: argparse.Namespace) -> int:
    from filingexport.cli.workbook import template

    return template(options.form, "" if options.no_consolidated else options.gaap, options.unit, options.output)


def _draft(options: argparse.Namespace) -> int:
    from filingexport.cli.draft import draft

    return draft(options.file, options.output, _limits(options))


@collector_paused()  # from its imports on
def _import(options: argparse.Namespace) -> int:
    from filingexport.cli.filing import import_

    return import_(options.file, options.output, _limits(options))


@collector_paused()  # from its imports on
def _convert(options: argparse.Namespace) -> int:
    from filingexport.cli.filing import convert

    return convert(options.source, options.target, options.to, options.inside, options.referred, _limits(options))


def _view(options: argparse.Namespace) -> int:
    from filingexport.cli.view import view

    return view(options.file, options.output, not options.no_open, options.plain, _limits(options))


def _ingest(options: argparse.Namespace) -> int:
    from filingexport.cli.ingest import ingest

    return ingest(options.given, options.output, options.jobs, options.timeout, options.retry, _limits(options))


def _query(options: argparse.Namespace) -> int:
    from filingexport.cli.ingest import query, tables
    from filingexport.cli.speaker import speaker

    if options.tables:
        return tables()
    if not options.sql:
        speaker().note(
            Said(
                "filingexport query: give a question in SQL, or --tables",
                "filingexport query: SQLによる照会を指定するか、--tablesを指定してください",
            )
        )
        return COULD_NOT_RUN
    return query(options.sql, options.facts)


def _sign(options: argparse.Namespace) -> int:
    from filingexport.cli.sign import sign

    return sign(options.file, options.key, options.output, options.new_key)


def _verify(options: argparse.Namespace) -> int:
    from filingexport.cli.sign import verify

    return verify(options.file, options.signature, options.key, options.certificate, options.fingerprint)


def _serve(options: argparse.Namespace) -> int:
    from filingexport.cli.serve import serve

    return serve(options.source, options.lang, options.port, not options.no_open, options.against, _limits(options))


@collector_paused()  # from its imports on
def _validate(options: argparse.Namespace) -> int:
    from filingexport.cli.validating import validate

    return validate(options.file, options.full, _limits(options))


def _check(options: argparse.Namespace) -> int:
    from filingexport.cli.check import Format, check, rules
    from filingexport.cli.speaker import speaker

    told = speaker()
    form: Format = "json" if options.json else options.format
    if options.rules:
        return rules(told.language, form, options.output)
    if not options.sources:
        told.note(
            Said(
                "filingexport check: give a source folder or a document to check, or --rules",
                "filingexport check: 検査する原稿フォルダ又は文書を指定するか、--rulesを指定してください",
            )
        )
        return COULD_NOT_RUN
    severity = Severity(options.fail_on)
    return check(
        options.sources,
        told.language,
        form,
        options.output,
        severity,
        options.against,
        options.annotate,
        _limits(options),
    )


def _diff(options: argparse.Namespace) -> int:
    from filingexport.cli.diff import Format, diff

    form: Format = "json" if options.json else options.format
    return diff(options.old, options.new, form, options.output, _limits(options))


def _rollforward(options: argparse.Namespace) -> int:
    from filingexport.cli.rollforward import rollforward

    return rollforward(options.last, options.to, options.output, options.not_resolved, _limits(options))


def _status(options: argparse.Namespace) -> int:
    from filingexport.cli.status import show

    return show(options.source, options.against, options.json, _limits(options))


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


def _taxonomy_diff(options: argparse.Namespace) -> int:
    from filingexport.cli.taxonomy_diff import diff

    return diff(options.old, options.new, options.json)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # Japanese text goes out whatever the locale says; what a terminal cannot show is escaped, not fatal.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    whole = parser(given[0] if given and not given[0].startswith("-") else "")
    options = whole.parse_args(given)
    if options.version:
        from importlib.metadata import version

        from filingexport.names import VERSION_DATE

        print(f"filingexport {version('filingexport')}, taxonomy {VERSION_DATE}")
        return VALID
    if options.verb is None:
        whole.print_help(sys.stderr)
        return COULD_NOT_RUN
    from filingexport.cli.speaker import Speaker, language, speaks

    verb = " ".join(filter(None, (options.verb, getattr(options, "action", None))))
    told = Speaker(verb, options.lang or language(), options.quiet, options.json)
    speaks(told)
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
