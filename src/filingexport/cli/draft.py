"""A draft of a filing from the text of a notice: what is printed about it."""

from __future__ import annotations

import json
from pathlib import Path

from filingexport.cli.main import VALID
from filingexport.cli.opening import is_workbook
from filingexport.findings import FilingError, finding


def draft(file: Path, output: Path | None, language: str, as_json: bool, quiet: bool) -> int:
    """Read a notice's text, write what was recognised, and say what is to review."""
    from filingexport.drafting import report, writing
    from filingexport.drafting.compose import compose
    from filingexport.drafting.draft import draft_of
    from filingexport.formats.safe import read_bytes

    if output is not None and is_workbook(output) and output.suffix.lower() != ".xlsx":
        raise FilingError([finding("fx:value", f"a workbook is written as .xlsx, not {output.suffix}")])
    if output is None and not as_json:
        raise FilingError(
            [finding("fx:value", "say where to write it (--output FOLDER or FILE.xlsx), or ask for --json")]
        )
    made = draft_of(read_bytes(file), file.name)
    composed = compose(made.holding, made.language)
    written: tuple[Path, ...] = ()
    if output is not None:
        write = writing.write_workbook if is_workbook(output) else writing.write_folder
        written = write(made, composed, output, language)
    if as_json:
        print(json.dumps(report.data(made, composed), ensure_ascii=False, indent=2))
    elif not quiet:
        print(report.summary(made, language))
        print(_NEXT[language].format(output=output, report=written[-1]))
    return VALID


_NEXT = {
    "en": "written to {output}; what is to review and what was not placed is in {report}",
    "ja": "{output} に書き出しました。要確認の項目と割り当てられなかった文は {report} にあります",
}
