"""Serve: a draft on a local page while it is written."""

from __future__ import annotations

import sys
import webbrowser
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from time import strftime
from typing import Final

from filingexport.checks import waivers
from filingexport.checks.outputs.subject import SEVERITY
from filingexport.checks.said import Language, Said, say
from filingexport.cli.main import VALID
from filingexport.cli.opening import looked_into, opened
from filingexport.findings import FilingError, finding
from filingexport.serving.draft import Draft, Loaded, Rebuilt, counts

_NEEDS: Final = ("starlette", "uvicorn")
_EXTRA: Final = Said(
    "serve needs the extra 'serve': python -m pip install 'filingexport[serve]'",
    "serveには追加機能「serve」が必要です: python -m pip install 'filingexport[serve]'",
)
_STOP: Final = Said("open this address in a browser of this machine; Ctrl-C ends", "このアドレスをこの端末のブラウザーで開いてください（Ctrl-Cで終了）")  # fmt: skip
_STOPPED: Final = Said("stopped", "終了しました")
_BUILT: Final = Said("{time}  read in {seconds:.2f} s: {counts}", "{time}  {seconds:.2f}秒で読み込み: {counts}")
_SAME: Final = Said("{time}  saved, but the same as before", "{time}  保存されましたが変更はありません")
_BROKEN: Final = Said("{time}  cannot be read:", "{time}  読み込めません:")


def serve(source: Path, language: Language | None, port: int, browser: bool, against: Path | None, quiet: bool) -> int:
    """Show this source until Ctrl-C. The address is printed to stdout, what happens to stderr."""
    speak: Language = language or "en"
    if any(find_spec(each) is None for each in _NEEDS):
        raise FilingError([finding("fx:notInstalled", _EXTRA.get(speak))])
    if not source.exists():
        raise FilingError([finding("fx:unreadable", "there is no such file or folder", str(source))])
    from filingexport.serving.server import serve as run

    def load() -> Loaded:
        held = looked_into(source)
        return Loaded(held.filing, held.places, waivers.of_trees(held.waivers), held.findings)

    def tell(said: str) -> None:
        if not quiet:
            with suppress(OSError):  # who read the log has gone; who looks at the page has not
                print(said, file=sys.stderr, flush=True)

    def started(address: str) -> None:
        print(address, flush=True)
        tell(_STOP.get(speak))
        if browser:
            webbrowser.open(address)

    last = opened(against).filing if against is not None else None
    with suppress(KeyboardInterrupt):
        run(Draft(source, load, last), port, language or "", started, lambda made: tell(_log(made).get(speak)))
    tell(_STOPPED.get(speak))
    return VALID


def _log(made: Rebuilt) -> Said:
    time = strftime("%H:%M:%S")
    if made.broken:
        told = "".join(f"\n  {each}" for each in made.broken)
        return say(_BROKEN.en + "{told}", _BROKEN.ja + "{told}", time=time, told=told)
    if not made.changed or made.checked is None:
        return say(_SAME.en, _SAME.ja, time=time)
    found = counts(made.checked)
    en = ", ".join(f"{count} {SEVERITY[each].en}{'' if count == 1 else 's'}" for each, count in found.items())
    ja = "、".join(f"{SEVERITY[each].ja}{count}件" for each, count in found.items())
    return say(_BUILT.en, _BUILT.ja, time=time, seconds=made.seconds, counts=Said(en, ja))
