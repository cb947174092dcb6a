"""The local page: who gets in, what is shown of a draft and of one that cannot be read, and that no save is missed."""

from __future__ import annotations

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import monotonic, sleep

import attrs
import pytest

from filingexport import Filing, load, write, write_workbook
from filingexport.authoring.source import load_with_places, waiver_trees
from filingexport.checks import waivers
from filingexport.checks.findings import Waiver
from filingexport.checks.run import check
from filingexport.cli import serve as verb
from filingexport.cli.exit_status import COULD_NOT_RUN, VALID
from filingexport.cli.main import main
from filingexport.serving import watching
from filingexport.serving.completeness import completeness, part_of
from filingexport.serving.draft import Draft, Loaded
from filingexport.serving.rendering import page
from filingexport.serving.words import WORDS
from tests.conftest import ROOT, SAMPLE
from tests.serving import Served, served

SMALL = ROOT / "samples" / "kitahama-2026"
STATEMENT = "non-consolidated.income-statement.yaml"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    source = tmp_path_factory.mktemp("served") / "draft"
    shutil.copytree(SMALL, source)
    with served(source) as made:
        made.made(1)
        yield made


# --- who gets in -----------------------------------------------------------------------------------------------------


def test_the_address_leads_in_and_leaves_no_token_behind(running: Served) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:[0-9]+/\?token=[A-Za-z0-9_-]{43}", running.address)
    token = running.address.partition("=")[2]
    entered = running.ask(f"/?token={token}", cookie=None)
    assert (entered.status, entered.headers["location"]) == (303, "/")
    cookie = entered.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert cookie.startswith(f"filingexport-{running.port}=")
    for path in ("/", "/shell.js", "/shell.css", "/state", "/page"):
        assert running.ask(path).status == 200, path


@pytest.mark.parametrize("path", ["/", "/state", "/page", "/events", "/shell.js", "/nothing", "/?token=", "/?token=x"])
def test_without_the_token_there_is_nothing(running: Served, path: str) -> None:
    for cookie in (None, f"filingexport-{running.port}=wrong", f"filingexport-{running.port}="):
        refused = running.ask(path, cookie=cookie)
        assert refused.status == 403, cookie
        assert refused.body == b"Open the address that `filingexport serve` printed.\n"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "0.0.0.0:{port}"])  # fmt: skip
def test_a_name_bound_anew_does_not_get_in(running: Served, host: str) -> None:
    for path in ("/state", f"/?{running.address.partition('?')[2]}"):
        assert running.ask(path, headers={"Host": host.format(port=running.port)}).status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},  # another port of this machine
    ],
)
def test_another_site_does_not_get_in_even_with_the_cookie(running: Served, headers: dict[str, str]) -> None:
    assert running.ask("/state", headers=headers).status == 403


def test_our_own_page_gets_in(running: Served) -> None:
    own = f"http://127.0.0.1:{running.port}"
    assert running.ask("/state", headers={"Origin": own, "Sec-Fetch-Site": "same-origin"}).status == 200
    assert running.ask("/state", headers={"Host": f"localhost:{running.port}"}).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])
def test_nothing_can_be_written(running: Served, method: str) -> None:
    for path in ("/", "/state", "/page"):
        refused = running.ask(path, method)
        assert (refused.status, refused.headers["allow"]) == (405, "GET")


@pytest.mark.parametrize(
    "path",
    ["/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/shell.css/../../app.py", "/page/../shell.html",
     "/filing.yaml", "/templates/shell.html", "/%00", "/<script>alert(1)</script>"],
)  # fmt: skip
def test_no_file_is_served_and_nothing_is_reflected(running: Served, path: str) -> None:
    answer = running.ask(path)
    assert answer.status == 404
    assert answer.body == b"Not Found"


def test_every_answer_says_how_it_is_to_be_treated(running: Served) -> None:
    for path, cookie in (("/", ""), ("/page", ""), ("/state", ""), ("/nothing", ""), ("/", None)):
        headers = running.ask(path, cookie=cookie).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "http" not in policy
        assert "unsafe-inline" not in policy
        assert "frame-ancestors" in policy
        assert "server" not in headers


def test_only_this_machine_is_listened_to(running: Served) -> None:
    address = Path("/proc/net/tcp")
    if not address.is_file():
        pytest.skip("this system does not say who listens")
    local = [line.split()[1] for line in address.read_text().splitlines()[1:] if line.split()[3] == "0A"]
    assert [each for each in local if each.endswith(f":{running.port:04X}")] == [f"0100007F:{running.port:04X}"]


# --- what is shown ---------------------------------------------------------------------------------------------------


def _saved(file: Path, text: str) -> None:
    """At once, so that there is one change to be told of: a file written in place is empty for a moment."""
    new = file.with_name(f".{file.name}.new")
    new.write_text(text, "utf-8")
    new.replace(file)


def test_a_save_is_told_and_shown(running: Served) -> None:
    file = running.source / STATEMENT
    before = file.read_text("utf-8")
    first = running.state()
    with running.news() as news:
        assert next(news) == first["number"]
        _saved(file, before + "\nnonsense: 1\n")
        assert next(news) == first["number"] + 1
        broken = running.state()
        [told] = broken["broken"]
        assert told["place"].startswith(f"{STATEMENT}:")
        assert "nonsense" in told["message"]["en"]
        assert broken["page"] == first["page"], "the last document that could be read stays"
        assert running.ask("/page").status == 200
        _saved(file, before)
        assert next(news) == first["number"] + 2
    mended = running.state()
    assert mended["broken"] == []
    assert mended["findings"] == first["findings"]
    assert mended["page"] == first["page"], "nothing of the document has changed: it is not made again"


def test_ctrl_c_ends_it_with_a_stream_open(tmp_path: Path) -> None:
    source = tmp_path / "draft.yaml"
    source.write_text("nonsense: 1\n", "utf-8")
    with served(source, "--lang", "ja") as made, made.news() as news:
        while next(news) < 1:
            pass
        state = made.state()
        assert state["broken"]
        assert "page" not in state
        assert made.ask("/page").status == 404
        began = monotonic()
        status, said = made.stop()
    assert status == VALID, said
    assert monotonic() - began < 5
    assert "Traceback" not in said
    assert "終了しました" in said
    assert "読み込めません" in said


def test_a_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", str(SMALL), "--port", str(port), "--no-open"]) == COULD_NOT_RUN
    assert f"the port {port} is taken by another program" in capsys.readouterr().err
    assert main(["serve", str(SMALL), "--port", "99999", "--no-open"]) == COULD_NOT_RUN
    assert "the port 99999 cannot be used" in capsys.readouterr().err


def test_a_program_gets_one_object(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "draft")
    process = subprocess.Popen(
        [sys.executable, "-m", "filingexport", "serve", str(tmp_path / "draft"), "--no-open", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    address = process.stderr.readline().strip()
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=20)
    assert process.returncode == VALID, said
    told = json.loads(out)
    assert (told["command"], told["status"], told["address"]) == ("serve", VALID, address)
    assert said == ""


def test_without_its_extra_it_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verb, "find_spec", lambda name: None)
    assert main(["serve", str(SMALL)]) == COULD_NOT_RUN
    assert "filingexport[serve]" in capsys.readouterr().err


def test_a_source_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "no-such-folder", "--no-open"]) == COULD_NOT_RUN
    assert "no-such-folder: error fx:unreadable" in capsys.readouterr().err


# --- watching --------------------------------------------------------------------------------------------------------


def wait(test: Event, what: str) -> None:
    assert test.wait(10), what


def test_a_save_during_a_rebuild_is_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "filing.yaml"
    file.write_text("1", "utf-8")
    seen: list[str] = []
    entered, leave, stop = Event(), Event(), Event()

    def rebuild() -> None:
        seen.append(file.read_text("utf-8"))
        entered.set()
        leave.wait(10)

    thread = Thread(target=watching.watch, args=(tmp_path, rebuild, stop))
    thread.start()
    try:
        wait(entered, "the first look")
        entered.clear()
        file.write_text("22", "utf-8")  # while the rebuild is at work
        leave.set()
        wait(entered, "the save during the rebuild")
        entered.clear()
        assert seen == ["1", "22"]
        (tmp_path / ".filing.yaml.swp").write_text("x", "utf-8")  # what editors leave is no source
        (tmp_path / "new").write_text("333", "utf-8")
        (tmp_path / "new").replace(file)  # as editors save
        wait(entered, "a file put in place of the old one")
        assert seen == ["1", "22", "333"]
        sleep(3 * watching.EVERY)
        assert len(seen) == 3, "nothing is read where nothing has changed"
    finally:
        leave.set()
        stop.set()
        thread.join()


def test_a_file_written_in_pieces_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "notice.xlsx"
    file.write_bytes(b"1")
    seen: list[bytes] = []
    stop = Event()
    thread = Thread(target=watching.watch, args=(file, lambda: seen.append(file.read_bytes()), stop))
    thread.start()
    try:
        until = monotonic() + 10
        while not seen and monotonic() < until:
            sleep(0.01)
        with file.open("wb") as pieces:
            for _ in range(15):
                pieces.write(b"piece")
                pieces.flush()
                sleep(watching.SETTLED / 4)
        while seen[-1] != b"piece" * 15 and monotonic() < until:
            sleep(0.01)
        assert seen[-1] == b"piece" * 15
        assert len(seen) <= 3, seen
    finally:
        stop.set()
        thread.join()


def test_a_source_that_goes_away_is_no_fault_of_the_watch(tmp_path: Path) -> None:
    assert watching.snapshot(tmp_path / "gone.xbrl") == ()
    (tmp_path / "taxonomy").mkdir()
    (tmp_path / "taxonomy" / "a.xsd").write_text("x", "utf-8")
    (tmp_path / "gone.xbrl").write_text("x", "utf-8")
    assert [each[0] for each in watching.snapshot(tmp_path / "gone.xbrl")] == ["gone.xbrl", "taxonomy/a.xsd"]


# --- what is made anew -----------------------------------------------------------------------------------------------


def loaded(folder: Path) -> Loaded:
    filing, places = load_with_places(folder)
    return Loaded(filing, places, waivers.of_trees(waiver_trees(folder)))


def test_only_what_a_change_touches_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "draft"
    shutil.copytree(SAMPLE, folder)
    draft = Draft(folder, lambda: loaded(folder))
    assert json.loads(draft.state.data)["waiting"]
    first = draft.rebuild()
    assert first.changed
    assert first.checked is not None
    told = first.checked.findings[0]
    assert not draft.rebuild().changed, "nothing was saved"

    (folder / "waivers.yaml").write_text(f"- rule: {told.rule.id}\n  reason: '<b>decided</b>'\n", "utf-8")
    second = draft.rebuild()
    assert second.changed
    assert second.state.page is first.state.page, "a waiver is no part of the document"
    data = json.loads(second.state.data)
    assert data["findings"][0]["waived"]["reason"] == "<b>decided</b>"

    file = folder / "filing.yaml"
    file.write_text(file.read_text("utf-8") + "nonsense: 1\n", "utf-8")
    broken = draft.rebuild()
    assert broken.broken
    assert broken.state.page is first.state.page
    assert not draft.rebuild().changed


def test_last_year_is_compared_with_where_it_is_given() -> None:
    alone, beside = (Draft(SMALL, lambda: loaded(SMALL), last).rebuild().checked for last in (None, load(SMALL)))
    assert alone is not None
    assert beside is not None
    assert beside.rules > alone.rules


def test_a_slip_of_ours_is_told_and_the_watch_goes_on() -> None:
    def slip() -> Loaded:
        raise ZeroDivisionError("oh")

    draft = Draft(SAMPLE, slip)
    [told] = draft.rebuild().broken
    assert "ZeroDivisionError: oh" in told.message
    draft._load = lambda: loaded(SMALL)
    assert draft.rebuild().checked is not None


@pytest.mark.parametrize("suffix", ["json", "xlsx"])
def test_a_document_or_a_workbook_is_shown_too(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"small.{suffix}"
    if suffix == "xlsx":
        write_workbook(load(SMALL), file)
    else:
        write(load(SMALL), file)
    with served(file, "--quiet") as made:
        made.made(1)
        state = made.state()
        assert state["broken"] == []
        assert state["company"]["ja"] == "株式会社北浜醸造所"
        assert b"nonFraction" in made.ask("/page").body
        assert made.stop() == (VALID, "")


# --- places and completeness -----------------------------------------------------------------------------------------


def test_every_finding_has_its_place_on_the_page(sample: Filing) -> None:
    found = check(sample)
    places = page(sample).places
    assert len(found.findings) > 100
    for each in found.findings:
        place = places.of(each.path)
        assert place.ids, each.path
        if each.fact_id:
            assert place.exact, each.path
            assert each.fact_id in place.ids
    missing = places.of("business_report.operations.no_such_field")
    assert (missing.exact, missing) == (False, places.of("business_report.operations"))
    assert len(missing.ids) == 1
    assert places.of("").ids == ()
    assert places.of("no_such_part.x").ids == ()


def test_the_places_are_elements_of_the_page(sample: Filing) -> None:
    made = page(sample)
    ids = set(re.findall(r' id="([^"]+)"', made.data.decode("utf-8")))
    for each in check(sample).findings:
        assert set(made.places.of(each.path).ids) <= ids
    assert made.policy.encode().replace(b"&", b"&amp;") in made.data


@pytest.mark.parametrize("name", ["iij-2008", "aoba-2026", "minato-2026", "kitahama-2026"])
def test_of_a_complete_filing_nothing_is_missing(name: str) -> None:
    filing = load(ROOT / "samples" / name)
    parts = completeness(filing, check(filing))
    assert sum(each.asked for each in parts) > 20
    assert [(each.path, each.missing) for each in parts if each.missing] == []


def test_what_is_taken_away_is_missing_and_what_is_waived_is_not() -> None:
    whole = load(ROOT / "samples" / "aoba-2026")
    report = whole.business_report
    assert report is not None
    assert report.operations is not None
    less = attrs.evolve(
        whole, business_report=attrs.evolve(report, operations=attrs.evolve(report.operations, offices=()))
    )
    before = {each.path: each for each in completeness(whole, check(whole))}
    found = check(less)
    [told] = [each for each in found.findings if each.rule.id == "fx.law.offices"]
    after = {each.path: each for each in completeness(less, found)}
    part = part_of(told.path)
    assert part == "business_report"
    assert (after[part].told, after[part].missing) == (before[part].told - 1, 1)
    waived = check(less, waivers=[Waiver("fx.law.offices", "", "none are kept")])
    assert [(each.missing, each.waived) for each in completeness(less, waived) if each.path == part] == [(0, 1)]


def test_the_words_are_those_that_are_used() -> None:
    folder = ROOT / "src" / "filingexport" / "serving" / "templates"
    script, shell = ((folder / name).read_text("utf-8") for name in ("shell.js", "shell.html"))
    used = set(re.findall(r'word\("(\w+)"', script)) | set(re.findall(r'data-(?:word|label)="(\w+)"', shell))
    used |= {"printed", "expected", "why", "todo", "basis"}  # asked for by a loop
    used |= set(re.findall(r'word\(state\.findings\.length \? "(\w+)" : "(\w+)"', script)[0])
    assert used == set(WORDS)
    for said in WORDS.values():
        assert said.en
        assert re.findall(r"[ぁ-んァ-ン一-龥：]", said.ja)
        assert set(re.findall(r"\{\w+\}", said.en)) == set(re.findall(r"\{\w+\}", said.ja))
