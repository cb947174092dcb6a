"""Serve: a draft on a local page while it is written."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from time import strftime
from typing import Final

from filingexport.checks import waivers
from filingexport.cli.exit_status import VALID
from filingexport.cli.opening import looked_into, opened
from filingexport.cli.speaker import speaker
from filingexport.findings import SEVERITY, FilingError, finding
from filingexport.formats.safe import DEFAULT_LIMITS, Limits
from filingexport.said import Language, Said, say
from filingexport.serving.draft import Draft, Loaded, Rebuilt, counts

_LANGUAGES: Final[tuple[Language, ...]] = ("en", "ja")
_NEEDS: Final = ("starlette", "uvicorn")
_EXTRA: Final = Said(
    "serve needs the extra 'serve': python -m pip install 'filingexport[serve]'",
    "serveには追加機能「serve」が必要です: python -m pip install 'filingexport[serve]'",
)
_NOT_THERE: Final = Said("there is no such file or folder", "このようなファイル又はフォルダはありません")
_STOP: Final = Said("open this address in a browser of this machine; Ctrl-C ends", "このアドレスをこの端末のブラウザーで開いてください（Ctrl-Cで終了）")  # fmt: skip
_STOPPED: Final = Said("stopped", "終了しました")
_BUILT: Final = Said("{time}  read in {seconds:.2f} s: {counts}", "{time}  {seconds:.2f}秒で読み込み: {counts}")
_SAME: Final = Said("{time}  saved, but the same as before", "{time}  保存されましたが変更はありません")
_BROKEN: Final = Said("{time}  cannot be read:", "{time}  読み込めません:")


def serve(
    source: Path,
    page_in: Language | None,
    port: int,
    browser: bool,
    against: Path | None,
    limits: Limits = DEFAULT_LIMITS,
) -> int:
    """Show this source until Ctrl-C. The address is printed to stdout, what happens to stderr.

    page_in: the language in which the page opens; None for the browser's.
    """
    told = speaker()
    if any(find_spec(each) is None for each in _NEEDS):
        raise FilingError([finding("fx:notInstalled", _EXTRA)])
    if not source.exists():
        raise FilingError([finding("fx:unreadable", _NOT_THERE, str(source))])
    from filingexport.serving.server import serve as run

    def load() -> Loaded:
        held = looked_into(source, limits)
        return Loaded(held.filing, held.places, waivers.of_trees(held.waivers), held.findings)

    def tell(said: Said) -> None:
        if told.talks:
            with suppress(OSError):  # who read the log has gone; who looks at the page has not
                told.note(said)

    def started(address: str) -> None:
        told.data["address"] = address
        print(address, file=sys.stderr if told.as_json else sys.stdout, flush=True)
        tell(_STOP)
        if browser:  # beside the server: some browsers return when they are closed
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    last = opened(against, limits).filing if against is not None else None
    with suppress(KeyboardInterrupt):
        run(Draft(source, load, last), port, page_in or "", started, lambda made: tell(_log(made)))
    tell(_STOPPED)
    return VALID


def _log(made: Rebuilt) -> Said:
    time = strftime("%H:%M:%S")
    if made.broken:
        en, ja = ("".join(f"\n  {each.line(language)}" for each in made.broken) for language in _LANGUAGES)
        return say(_BROKEN.en + "{told}", _BROKEN.ja + "{told}", time=time, told=Said(en, ja))
    if not made.changed or made.checked is None:
        return say(_SAME.en, _SAME.ja, time=time)
    found = counts(made.checked)
    en = ", ".join(f"{count} {SEVERITY[each].en}{'' if count == 1 else 's'}" for each, count in found.items())
    ja = "、".join(f"{SEVERITY[each].ja}{count}件" for each, count in found.items())
    return say(_BUILT.en, _BUILT.ja, time=time, seconds=made.seconds, counts=Said(en, ja))
