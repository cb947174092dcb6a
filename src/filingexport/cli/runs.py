"""What each verb runs, with the arguments that were given; the module that does it is loaded only then."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from filingexport.cli.exit_status import COULD_NOT_RUN
from filingexport.collector import collector_paused
from filingexport.findings import Severity
from filingexport.said import Said

if TYPE_CHECKING:
    from filingexport.formats.safe import Limits


def _limits(options: argparse.Namespace) -> Limits:
    from filingexport.formats.safe import Limits

    return Limits(**dict(options.limit))


def doctor(options: argparse.Namespace) -> int:
    """What is installed."""
    from filingexport.cli.doctor import doctor

    return doctor()


def completion(options: argparse.Namespace) -> int:
    """A script for a shell."""
    from filingexport.cli.completion import completion

    return completion(options.shell)


@collector_paused()  # from its imports on
def export(options: argparse.Namespace) -> int:
    """Sources to documents."""
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


def template(options: argparse.Namespace) -> int:
    """An empty workbook."""
    from filingexport.cli.workbook import template

    return template(options.form, "" if options.no_consolidated else options.gaap, options.unit, options.output)


def draft(options: argparse.Namespace) -> int:
    """A text to a draft."""
    from filingexport.cli.draft import draft

    return draft(options.file, options.output, _limits(options))


@collector_paused()  # from its imports on
def import_(options: argparse.Namespace) -> int:
    """A document to sources."""
    from filingexport.cli.filing import import_

    return import_(options.file, options.output, _limits(options))


@collector_paused()  # from its imports on
def convert(options: argparse.Namespace) -> int:
    """A document to another format."""
    from filingexport.cli.filing import convert

    return convert(options.source, options.target, options.to, options.inside, options.referred, _limits(options))


def view(options: argparse.Namespace) -> int:
    """A document in a browser."""
    from filingexport.cli.view import view

    return view(options.file, options.output, not options.no_open, options.plain, _limits(options))


def ingest(options: argparse.Namespace) -> int:
    """Documents to tables."""
    from filingexport.cli.ingest import ingest

    return ingest(options.given, options.output, options.jobs, options.timeout, options.retry, _limits(options))


def query(options: argparse.Namespace) -> int:
    """A question to the tables."""
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


def sign(options: argparse.Namespace) -> int:
    """A signature."""
    from filingexport.cli.sign import sign

    return sign(options.file, options.key, options.output, options.new_key)


def verify(options: argparse.Namespace) -> int:
    """A signature judged."""
    from filingexport.cli.sign import verify

    return verify(options.file, options.signature, options.key, options.certificate, options.fingerprint)


def serve(options: argparse.Namespace) -> int:
    """A draft on a local page."""
    from filingexport.cli.serve import serve

    return serve(options.source, options.lang, options.port, not options.no_open, options.against, _limits(options))


@collector_paused()  # from its imports on
def validate(options: argparse.Namespace) -> int:
    """A document judged by its own rules."""
    from filingexport.cli.validating import validate

    return validate(options.file, options.full, _limits(options))


def check(options: argparse.Namespace) -> int:
    """A filing judged by what it says."""
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


def diff(options: argparse.Namespace) -> int:
    """What changed."""
    from filingexport.cli.diff import Format, diff

    form: Format = "json" if options.json else options.format
    return diff(options.old, options.new, form, options.output, _limits(options))


def rollforward(options: argparse.Namespace) -> int:
    """Last year's filing to the next one's start."""
    from filingexport.cli.rollforward import rollforward

    return rollforward(options.last, options.to, options.output, options.not_resolved, _limits(options))


def status(options: argparse.Namespace) -> int:
    """How complete a notice is."""
    from filingexport.cli.status import show

    return show(options.source, options.against, options.json, _limits(options))


def taxonomy(options: argparse.Namespace) -> int:
    """The taxonomy's files written or looked at."""
    from filingexport.cli.taxonomy import build, check, package

    if options.action == "package":
        return package(options.output)
    return build(options.folder) if options.action == "build" else check(options.folder)


def taxonomy_docs(options: argparse.Namespace) -> int:
    """The taxonomy as a page."""
    from filingexport.cli.taxonomy import docs

    return docs(options.output)


def taxonomy_export(options: argparse.Namespace) -> int:
    """The taxonomy as a workbook."""
    from filingexport.cli.taxonomy import export

    return export(options.xlsx)


def taxonomy_diff(options: argparse.Namespace) -> int:
    """What differs between two versions."""
    from filingexport.cli.taxonomy_diff import diff

    return diff(options.old, options.new, options.json)
