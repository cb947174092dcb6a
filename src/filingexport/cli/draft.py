"""A draft of a filing from the text of a notice: what is told about it."""

from __future__ import annotations

from pathlib import Path

from filingexport.cli.exit_status import VALID
from filingexport.cli.opening import is_workbook, require_xlsx
from filingexport.cli.speaker import speaker
from filingexport.findings import FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import say


def draft(file: Path, output: Path | None, limits: Limits = DEFAULT_LIMITS) -> int:
    """Read a notice's text, write what was recognised, and say what is to review."""
    from filingexport.drafting import report, writing
    from filingexport.drafting.compose import compose
    from filingexport.drafting.draft import draft_of
    from filingexport.formats.deadline import within
    from filingexport.formats.safe import read_bytes

    told = speaker()
    if output is not None and is_workbook(output):
        require_xlsx(output)
    if output is None and not told.as_json:
        raise FilingError(
            [
                finding(
                    "fx:value",
                    say(
                        "say where to write it (--output FOLDER or FILE.xlsx), or ask for --json",
                        "書き出し先（--output フォルダー又はファイル.xlsx）か--jsonを指定してください",
                    ),
                )
            ]
        )
    with within(limits, str(file)):
        made = draft_of(read_bytes(file, limits), file.name, limits)
        composed = compose(made.holding, made.language)
    told.data |= report.data(made, composed, told.language)
    if output is None:
        return VALID
    write = writing.write_workbook if is_workbook(output) else writing.write_folder
    written = write(made, composed, output, told.language)
    told.data["output"] = str(output)
    told.say(report.summary(made))
    told.say(
        say(
            "written to {output}; what is to review and what was not placed is in {report}",
            "{output}に書き出しました。要確認の項目と割り当てられなかった文は{report}にあります",
            output=output,
            report=written[-1],
        )
    )
    return VALID
