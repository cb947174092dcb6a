"""The local page in a browser, with the command as a user runs it: findings at their places, refresh on save, access."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser import NEEDED, WAIT, screen, session, violations
from tests.conftest import SAMPLE
from tests.serving import Served, served

pytestmark = NEEDED
STATEMENT = "non-consolidated.income-statement.yaml"
FIGURE = "non_consolidated.income_statement.gross_profit"
DOCUMENT = "const doc = document.querySelector('iframe').contentDocument;"


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with session() as driver:
        yield driver


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    source = tmp_path_factory.mktemp("served") / "iij-2008"
    shutil.copytree(SAMPLE, source)
    reason = "- rule: fx.time.auditedYear\n  where: consolidated_audit_report\n  reason: Printed so by the auditor.\n"
    (source / "waivers.yaml").write_text(reason, "utf-8")
    with served(source, "--lang", "en") as made:
        yield made


@pytest.fixture
def shown(browser: Chrome, running: Served) -> Chrome:
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    screen(browser, "light")
    browser.get(running.address)
    until(browser, "document.documentElement.dataset.shown")
    return browser


def run(browser: Chrome, script: str, *arguments: Any) -> Any:
    return browser.execute_script(script, *arguments)


def until(browser: Chrome, script: str) -> Any:
    return WebDriverWait(browser, WAIT, 0.05).until(lambda each: run(each, f"return {script}"))


def pick(browser: Chrome, words: str) -> None:
    found = run(
        browser,
        "const found = [...document.querySelectorAll('.list .finding')].find((each) => each.textContent.includes(arguments[0]));"
        "found.click(); return found !== undefined",
        words,
    )
    assert found


def lit(browser: Chrome) -> list[str]:
    said: list[str] = run(
        browser, DOCUMENT + "return [...doc.querySelectorAll('[class~=\"fx-on\"]')].map((each) => each.textContent)"
    )
    return said


def top_of(browser: Chrome, identifier: str) -> tuple[float, float]:
    """How far below the top of its window an element stands, and how high the window is."""
    top, height = run(
        browser,
        DOCUMENT + "return [doc.getElementById(arguments[0]).getBoundingClientRect().top, doc.defaultView.innerHeight]",
        identifier,
    )
    return top, height


def test_it_opens_in_silence_and_the_token_does_not_stay(shown: Chrome, running: Served) -> None:
    assert shown.current_url == f"http://127.0.0.1:{running.port}/"
    assert shown.get_log("browser") == []  # type: ignore[no-untyped-call]
    fetched = run(shown, "return performance.getEntriesByType('resource').map((each) => each.name)")
    assert fetched
    assert all(each.startswith((shown.current_url, "data:")) for each in fetched)
    assert shown.title == "Internet Initiative Japan Inc. – filingexport"


def test_a_finding_leads_to_its_figure_and_back(shown: Chrome) -> None:
    pick(shown, "Gross margin ratio of the service is printed as 1.3%")
    assert lit(shown) == ["1.3"]
    top, height = top_of(shown, "business_report.progress_and_results.services.3.gross_margin_ratio")
    assert 0 < top < height
    outline = DOCUMENT + "return doc.defaultView.getComputedStyle(doc.querySelector('[class~=\"fx-on\"]')).outlineStyle"
    assert run(shown, outline) == "solid"
    # The mark beside a figure leads to the finding.
    run(shown, DOCUMENT + "doc.getElementById(arguments[0]).closest('td').querySelector('.fx-mark').click()", FIGURE)
    assert "Total cost of revenues" in run(shown, "return document.activeElement.textContent")
    assert run(shown, "return document.activeElement.getAttribute('aria-current')") == "true"
    assert lit(shown) == ["7,720,255"]


def test_every_finding_has_a_mark_and_filters_take_it_away(shown: Chrome) -> None:
    marks = DOCUMENT + "return [...doc.querySelectorAll('.fx-mark')].map((each) => each.className.split('-').pop())"
    assert set(run(shown, marks)) == {"error", "warning", "note", "waived"}
    for kind in ("warning", "note", "waived"):
        run(shown, "document.querySelector(`.severities [data-kind=${arguments[0]}]`).click()", kind)
    assert set(run(shown, marks)) == {"error"}
    assert run(shown, "return document.activeElement.dataset.kind") == "waived", "the keyboard stays where it was"
    choose = "const select = document.querySelector('.parts select'); select.value = arguments[0]; select.dispatchEvent(new Event('change'));"
    run(shown, choose, "non_consolidated")
    listed = run(shown, "return document.querySelectorAll('.list .finding').length")
    assert 0 < listed < 5
    assert run(shown, "return document.querySelector('.shown').textContent") == f"{listed} of 151 shown"


def test_the_language_is_that_of_both(shown: Chrome) -> None:
    run(shown, "document.querySelector('[name=language][value=ja]').click()")
    assert run(shown, "return document.documentElement.lang") == "ja"
    assert run(shown, "return document.querySelector('.views button:nth-child(2)').innerText.trim()") == "指摘事項 148"
    assert "適用除外 3" in run(shown, "return document.querySelector('.severities').innerText")
    assert "Printed so by the auditor." in run(shown, "return document.querySelector('.group.waived').textContent")
    shown.refresh()  # it is kept
    until(shown, "document.documentElement.dataset.shown")
    assert run(shown, "return document.documentElement.lang") == "ja"
    run(shown, "document.querySelector('[name=language][value=en]').click()")


def test_a_save_refreshes_the_page_where_it_is_read(shown: Chrome, running: Served) -> None:
    file = running.source / STATEMENT
    before = file.read_text("utf-8")
    pick(shown, "Total cost of revenues")
    place = top_of(shown, FIGURE)
    number = int(until(shown, "document.documentElement.dataset.shown"))
    run(shown, "document.querySelector('[name=language][value=ja]').click()")
    file.write_text(before.replace("7,720,255", "7,720,256"), "utf-8")
    until(shown, f"document.documentElement.dataset.shown === '{number + 1}'")
    try:
        assert run(shown, DOCUMENT + "return doc.getElementById(arguments[0]).textContent", FIGURE) == "7,720,256"
        assert lit(shown) == ["7,720,256"], "what was looked at still is"
        assert abs(top_of(shown, FIGURE)[0] - place[0]) < 2
        assert run(shown, "return document.querySelectorAll('iframe').length") == 1
        assert run(shown, "return document.documentElement.lang") == "ja"

        file.write_text(before + "<b>nonsense</b>: 1\n", "utf-8")
        until(shown, "!document.querySelector('.broken').hidden")
        told = run(shown, "return document.querySelector('.broken').innerText")
        assert STATEMENT + ":" in told
        assert "<b>nonsense</b>" in told
        assert run(shown, DOCUMENT + "return doc.getElementById(arguments[0]).textContent", FIGURE) == "7,720,256"
    finally:
        file.write_text(before, "utf-8")
    until(shown, f"document.documentElement.dataset.shown === '{number + 2}'")
    assert run(shown, "return document.querySelector('.broken').hidden")
    run(shown, "document.querySelector('[name=language][value=en]').click()")


def test_what_is_missing_is_shown_where_it_would_stand(shown: Chrome, running: Served, tmp_path: Path) -> None:
    file = running.source / "business-report.operations.yaml"
    kept = shutil.copy(file, tmp_path)
    text = file.read_text("utf-8")
    number = int(until(shown, "document.documentElement.dataset.shown"))
    lines = text.splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("offices:"))
    end = next(n for n, line in enumerate(lines) if n > start and not line.startswith((" ", "-", "#")))
    file.write_text("".join(lines[:start] + lines[end:]), "utf-8")
    try:
        until(shown, f"document.documentElement.dataset.shown === '{number + 1}'")
        run(shown, "document.querySelector('.views [data-view=completeness]').click()")
        row = "document.querySelector('.bars [data-part=business_report]')"
        assert "1 missing" in run(shown, f"return {row}.innerText")
        run(shown, f"{row}.querySelector('.finding').click()")
        [heading] = lit(shown)
        assert "Business lines, offices" in heading
    finally:
        shutil.copy(kept, file)
    until(shown, f"document.documentElement.dataset.shown === '{number + 2}'")


def test_it_is_read_by_keyboard(shown: Chrome) -> None:
    run(shown, "document.querySelector('.list .finding').focus()")
    ActionChains(shown).send_keys(Keys.ENTER).perform()
    assert lit(shown) == ["36.0"]
    first = run(shown, "return document.activeElement.dataset.key")
    ActionChains(shown).send_keys(Keys.TAB).perform()
    assert run(shown, "return document.activeElement.localName") in ("button", "summary")
    assert run(shown, "return document.activeElement.dataset.key") != first


def test_on_a_telephone_one_view_at_a_time(shown: Chrome) -> None:
    shown.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    )
    seen = "return ['.document', 'aside .findings', '.completeness'].map((each) => document.querySelector(each).getClientRects().length > 0)"
    for view, expected in (
        ("document", [True, False, False]),
        ("findings", [False, True, False]),
        ("completeness", [False, False, True]),
    ):
        run(shown, "document.querySelector(`.views [data-view=${arguments[0]}]`).click()", view)
        assert run(shown, seen) == expected
        wide = run(shown, "const r = document.documentElement; return [r.scrollWidth, r.clientWidth]")
        assert wide == [320, 320], view
    run(shown, "document.querySelector('.views [data-view=findings]').click()")
    pick(shown, "1.3%")
    assert run(shown, seen) == [True, False, False], "the figure is shown at once"
    assert lit(shown) == ["1.3"]


def test_a_page_that_is_not_seen_is_up_to_date_when_it_is_seen_again(shown: Chrome, running: Served) -> None:
    number = int(until(shown, "document.documentElement.dataset.shown"))
    first = shown.current_window_handle
    shown.switch_to.new_window("tab")  # from now on the page is hidden
    file = running.source / STATEMENT
    before = file.read_text("utf-8")
    try:
        file.write_text(before.replace("7,720,255", "7,720,257"), "utf-8")
        running.made(running.state()["number"])
    finally:
        shown.close()
        shown.switch_to.window(first)
    until(shown, f"document.documentElement.dataset.shown >= '{number + 1}'")
    file.write_text(before, "utf-8")
    until(
        shown,
        f"document.querySelector('iframe').contentDocument.getElementById('{FIGURE}')?.textContent === '7,720,255'",
    )


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ja", "dark")])
def test_nothing_stands_in_anybodys_way(language: str, scheme: str, shown: Chrome) -> None:
    screen(shown, scheme)
    run(shown, "document.querySelector(`[name=language][value=${arguments[0]}]`).click()", language)
    for kind in ("warning", "note"):  # a hundred of one kind take long, and say nothing more
        run(shown, "document.querySelector(`.severities [data-kind=${arguments[0]}]`).click()", kind)
    assert violations(shown) == []
    run(shown, "document.querySelector('.views [data-view=completeness]').click()")
    assert violations(shown) == []
    # The document has a test of its own; here the marks in it count.
    shown.switch_to.frame(0)
    assert len(run(shown, "return document.querySelectorAll('.fx-anchor')")) > 10
    assert violations(shown, ".fx-anchor") == []
    shown.switch_to.default_content()
    run(shown, "document.querySelector('[name=language][value=en]').click()")
