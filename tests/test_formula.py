"""The formula linkbase: an independent processor holds the statements against each other as the checks do."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from filingexport import Filing, write
from filingexport.checks.run import check
from filingexport.taxonomy import build, formula
from filingexport.taxonomy.entry_points import ENTRY_POINTS
from filingexport.taxonomy.ties import rolls, ties
from tests.mutations import applied, plus, sample, times

ENTRY = next(each.file for each in ENTRY_POINTS if each.formulas)
COUNT = re.compile(r"Value Assertion (\S+) evaluations : (\d+) satisfied, (\d+) not satisfied")


def evaluated(filing: Filing, folder: Path) -> dict[str, tuple[int, int]]:
    """How often each assertion holds and how often not, as Arelle finds."""
    bare = attrs.evolve(_without_own(filing), extension=None)
    write(bare, folder / "filing.xbrl", schema_location=ENTRY)
    command = [
        sys.executable, "-m", "arelle.CntlrCmdLine", "--disablePersistentConfig", "--internetConnectivity=offline",
        "-f", str(folder / "filing.xbrl"), "--formula", "run", "--formulaAsserResultCounts", "--logFile", "log.json",
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True, timeout=300)
    log = json.loads((folder / "log.json").read_text("utf-8"))["log"]
    assert [each for each in log if each["level"] in ("error", "critical")] == []
    counts = (COUNT.search(each["message"]["text"]) for each in log)
    return {match[1]: (int(match[2]), int(match[3])) for match in counts if match is not None}


def _without_own(value: Any) -> Any:
    """The filing without the company's own items, so that it needs no schema but the entry point's."""
    if isinstance(value, tuple):
        return tuple(_without_own(each) for each in value)
    if not attrs.has(type(value)) or not hasattr(value, "own"):
        return value
    changes = {each.name: _without_own(getattr(value, each.name)) for each in attrs.fields(type(value))}
    changes["own"] = ()
    return attrs.evolve(value, **changes)


CASES = {
    "aoba-2026": (
        {
            "consolidated.japan_gaap.changes_in_equity.closing.treasury_stock": times("1.1"),
            "non_consolidated.changes_in_equity.net_income.net_assets": times("1.1"),
        },
        {
            "tie.treasuryStock.TreasuryStock.BalanceOfNetAssets-ComponentOfNetAssetsTreasuryStockMember": "fx.tie.treasuryStock",
            "tie.netIncome.ProfitLoss.ProfitLossInNetAssets": "fx.tie.netIncome",
            "forward.BalanceOfNetAssets": "fx.footing.forward",
        },
    ),
    "minato-2026": (
        {
            "consolidated.ifrs.changes_in_equity.profit.total": times("1.1"),
            "consolidated.ifrs.cash_flows.net_increase": times("2"),
        },
        {
            "tie.profit.ProfitLossIFRS.ProfitLossInEquityIFRS": "fx.tie.profit",
            "forward.CashAndCashEquivalentsAtEndOfPeriodIFRS": "fx.footing.forward",
        },
    ),
    "iij-2008": (
        {
            "consolidated.us_gaap.changes_in_equity.closing.retained_earnings": times("1.1"),
            "consolidated.us_gaap.changes_in_equity.shares_outstanding.issued": plus(100),
        },
        {
            "tie.retainedEarnings.RetainedEarningsAccumulatedDeficit.BalanceOfEquityUSGAAP-UsGaapEquityComponentRetainedEarningsMember": "fx.tie.retainedEarnings",
            "forward.SharesOutstandingBalance": "fx.footing.forward",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_an_independent_processor_agrees(name: str, tmp_path: Path) -> None:
    """What is changed is found by both; of all else the processor says that it holds."""
    for file, data in build.files().items():
        (tmp_path / file).write_bytes(data)
    edits, expected = CASES[name]
    spoiled = applied(sample(name), edits)
    before = {each.rule.id for each in check(sample(name)).findings}
    ours = {each.rule.id for each in check(spoiled).findings} - before
    counts = evaluated(spoiled, tmp_path)
    assert {name for name, (_, wrong) in counts.items() if wrong} == set(expected)
    assert set(expected.values()) <= ours
    assert sum(held for held, _ in counts.values()) > 10


def test_every_tie_has_an_assertion_of_its_own() -> None:
    names = [formula.tie_id(each) for each in ties()] + [formula.roll_id(each) for each in rolls()]
    assert len(names) == len(set(names)) > 40
    text = formula.linkbase().decode()
    assert all(f'id="{name}"' in text for name in names)
