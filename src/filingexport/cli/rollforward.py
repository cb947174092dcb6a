"""Roll-forward: last year's filing, in any format, to the start of the next year's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from filingexport.cli.exit_status import VALID
from filingexport.cli.opening import is_workbook, opened, require_xlsx
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.rolling.rollforward import roll_forward
from filingexport.rolling.write import write_source, write_workbook
from filingexport.said import Said, say

_NO_DATE: Final = Said(
    "--to {to} is not a date such as 2009-03-31", "--to {to}は日付ではありません。2009-03-31のように指定してください"
)
_WRITTEN: Final = Said(
    "{target}  the year from {start} to {end}: {blanks} fields to fill in, {reviews} marks to review",
    "{target}  {start}から{end}まで：記入する項目{blanks}、要確認{reviews}",
)
_LOST: Final = Said(
    "{facts} facts without a place are of last year and were not carried",
    "対応する箇所のない前年の情報{facts}件は引き継いでいません",
)
_NEXT: Final = Said(
    "see how complete it is: filingexport status {target} --against {last}",
    "記入状況の確認: filingexport status {target} --against {last}",
)


def rollforward(
    last: Path, to: str | None, output: Path, failed: Sequence[int], limits: Limits = DEFAULT_LIMITS
) -> int:
    """Write the start of the next year as a source folder or a workbook."""
    told = speaker()
    try:
        day = date.fromisoformat(to) if to is not None else None
    except ValueError:
        raise FilingError([finding("fx:value", say(_NO_DATE.en, _NO_DATE.ja, to=to))]) from None
    if is_workbook(output):
        require_xlsx(output)
    held = opened(last, limits)
    made = roll_forward(held.filing, day, failed)
    if is_workbook(output):
        write_workbook(held.filing, made, output, held.waivers)
        told.file(output)
    else:
        write_source(held.filing, made, output, held.waivers)
        told.data["folder"] = str(output)
    reviews = len(made.reviews) + bool(held.waivers)
    start, end = made.filing.fiscal_year_start, made.filing.fiscal_year_end
    told.data |= {
        "fiscalYearStart": start.isoformat(), "fiscalYearEnd": end.isoformat(), "toFillIn": len(made.blanks),
        "toReview": reviews, "notCarried": len(held.filing.unplaced),
    }  # fmt: skip
    told.say(
        say(_WRITTEN.en, _WRITTEN.ja, target=output, start=start, end=end, blanks=len(made.blanks), reviews=reviews)
    )
    if held.filing.unplaced:
        told.say(say(_LOST.en, _LOST.ja, facts=len(held.filing.unplaced)))
    told.say(say(_NEXT.en, _NEXT.ja, target=output, last=last))
    return VALID
