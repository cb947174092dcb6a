"""Mutation testing: ``python -m tests.mutants`` changes the core modules, one place at a time, and looks whether a test fails.

The places and changes are cosmic-ray's (`mutating.places`). Its way to run them, a new process with all tests for each, would
take days; ours is told in `mutating.running`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import pytest

from tests.mutating.places import ROOT
from tests.mutating.putting import InPlaceOf
from tests.mutating.running import Group, Ordered, Runner, arguments

GROUPS: Final = {
    "binding": Group(
        ("binding/to_facts.py", "binding/from_facts.py", "binding/contexts.py", "binding/values.py"),
        (
            "test_golden.py", "test_values.py", "test_core.py", "test_codecs.py", "test_bad_instance.py", "test_soak.py",
            "test_extension.py", "test_chapters.py", "test_unchecked.py", "test_identifiers.py", "test_round_trip.py",
        ),
        without=("independent_processor", "in_time", "every_part_made_up", "command"),
    ),
    "codec": Group(
        ("formats/xbrl/*.py", "formats/oim/*.py"),
        (
            "test_golden.py", "test_codecs.py", "test_bad_instance.py", "test_oim_words.py", "test_resources.py",
            "test_text_reader.py", "test_columns.py", "test_streaming.py", "test_bad_json.py", "test_bad_csv.py", "test_unchecked.py",
            "test_limits.py::test_what_is_at_a_limit_is_read_and_one_beyond_is_refused",
            "test_formats.py::test_made_up_filings_survive_every_format",
            "test_formats.py::test_facts_that_have_no_place_survive_every_format",
        ),
        without=("nothing_of_what_was_read", "has_no_place_is_not_valid", "is_wrong_is_not_valid"),
    ),
    "documents": Group(
        (
            "formats/ixbrl/reader.py", "formats/ixbrl/target.py", "formats/ixbrl/transformations.py", "formats/package/*.py",
            "formats/archive.py", "formats/json/*.py", "formats/csv/*.py",
        ),
        (
            "test_golden.py", "test_ixbrl_reader.py", "test_archive.py", "test_bad_package.py", "test_bad_json.py", "test_bad_csv.py",
            "test_formats.py", "test_limits.py", "test_soak.py", "test_oim_words.py", "test_safe.py",
        ),
        without=("broken_off", "ingest", "command"),
    ),
    "bounds": Group(
        ("formats/safe.py", "formats/xlsx/reader.py", "formats/xlsx/numbers.py", "formats/xlsx/package.py", "formats/xlsx/comments.py"),
        (
            "test_safe.py", "test_limits.py", "test_cells.py", "test_bad_workbook.py", "test_archive.py", "test_faults.py", "test_bad_instance.py",
            "test_workbook.py::test_text_that_cells_lose_is_kept_exactly", "test_workbook.py::test_places_name_cells",
            "test_workbook.py::test_the_same_filing_gives_the_same_bytes", "test_workbook.py::test_no_text_becomes_a_formula",
            "test_workbook.py::test_a_template_filled_in_by_hand_is_a_filing",
        ),
        without=("broken_off", "ingest", "command", "whatever_is_done", "killed", "two_exporters", "serve"),
    ),
    "checks": Group(
        ("checks/numbers.py", "checks/intervals.py", "checks/footing.py"),
        (
            "test_core.py", "test_prose.py", "test_check_readers.py", "test_check_bounds.py", "test_check_slips.py", "test_checks.py::test_no_false_alarm",
            "test_checks.py::test_absurd_figures_are_survived", "test_checks.py::test_a_finding_names_file_line_and_both_values",
        ),
        kept=("tests.mutations.sample",),
    ),
    "rules": Group(
        ("checks/adding.py", "checks/once.py", "checks/possible.py", "checks/prose.py", "checks/ratios.py", "checks/tie_*.py"),
        (
            "test_prose.py", "test_check_readers.py", "test_check_bounds.py", "test_iij_findings.py", "test_checks.py::test_no_false_alarm",
            "test_checks.py::test_absurd_figures_are_survived",
            "test_check_mutations.py::test_every_rule_has_a_mutation",
            "test_check_mutations.py::test_every_rule_fires_at_its_mutations_and_no_other_than_is_documented[figures]",
            "test_check_mutations.py::test_every_rule_fires_at_its_mutations_and_no_other_than_is_documented[officers]",
        ),
        kept=("tests.mutations.sample",),
    ),
}  # fmt: skip
"""The core: what turns objects to facts and back, what reads and writes these, other documents, the bounds of all reading and the cells
of workbooks, what judges figures, the rules that tie them; and the quick tests of each."""


def report(results: Iterable[dict[str, Any]]) -> str:
    """The rate of each module."""
    by: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in results:
        by[each["where"].partition(":")[0]].append(each)
    lines = ["| module | mutants | killed | survived |", "|---|---|---|---|"]
    total = killed = 0
    for name in sorted(by):
        dead = sum(each["outcome"].startswith("killed") for each in by[name])
        total, killed = total + len(by[name]), killed + dead
        lines.append(f"| `{name}` | {len(by[name])} | {dead} | {len(by[name]) - dead} |")
    lines.append(f"| all | {total} | {killed} ({killed / max(total, 1):.1%}) | {total - killed} |")
    return "\n".join(lines)


def main() -> int:
    """Run it; the results go to a file, one a line, and the table is printed at the end."""
    options = argparse.ArgumentParser(prog="tests.mutants")
    options.add_argument("--group", choices=GROUPS, required=True)
    options.add_argument("--only", default="*", help="only of modules like this, such as formats/xbrl/*")
    options.add_argument("--count", type=int, default=300, help="how many mutants of all")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=3600, help="no new mutant after this time")
    options.add_argument(
        "--output", type=Path, default=ROOT / "build" / "mutants.jsonl", help="where the results are added"
    )
    options.add_argument(
        "--load",
        nargs=3,
        metavar=("MODULE", "FILE", "ORDER"),
        help="run the tests, in this order, with this module loaded from there",
    )
    given = options.parse_args()
    group = GROUPS[given.group]
    if given.load:
        module, file, order = given.load
        sys.meta_path.insert(0, InPlaceOf(module, Path(file).read_text("utf-8")))
        return int(
            pytest.main([*arguments(group), "-x"], plugins=[Ordered(json.loads(Path(order).read_text("utf-8")))])
        )
    given.output.parent.mkdir(exist_ok=True)
    runner = Runner(given.group, group, given.only, given.count, given.seed, given.seconds, given.output)
    status = pytest.main(arguments(group), plugins=[runner])
    print(report(runner.results))
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
