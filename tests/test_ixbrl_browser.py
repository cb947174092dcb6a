"""The pages in a browser: nothing is fetched, nothing complains, both languages, any width, paper, keyboard, accessibility.

One session of a headless Chromium serves all tests; without a Chromium and its driver they are skipped.
"""

from __future__ import annotations

import base64
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from pypdf import PdfReader
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from filingexport import load, write
from filingexport.model.business_report.report import BusinessReport
from tests.browser import NEEDED, WAIT, screen, session, violations
from tests.conftest import EFFORT, ROOT

pytestmark = NEEDED
PAGES = ("iij-2008", "aoba-2026", "kitahama-2026", "brief")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages in a folder; `brief` is a bilingual one with a part of each kind, for what takes long."""
    folder = tmp_path_factory.mktemp("pages")
    for name in PAGES[:3]:
        write(load(ROOT / "samples" / name), folder / f"{name}.xhtml")
    whole = load(ROOT / "samples" / "aoba-2026")
    assert whole.business_report is not None
    report = BusinessReport(
        trend=whole.business_report.trend, shares=whole.business_report.shares, officers=whole.business_report.officers
    )
    assert whole.non_consolidated is not None
    statements = attrs.evolve(whole.non_consolidated, income_statement=None, notes=None, prior_year=None)
    brief = attrs.evolve(
        whole, business_report=report, consolidated=None, non_consolidated=statements, consolidated_audit_report=None,
        reference_documents=None,
    )  # fmt: skip
    write(brief, folder / "brief.xhtml")
    return folder


@pytest.fixture(scope="module")
def browser() -> Iterator[Chrome]:
    with session() as driver:
        yield driver


@pytest.fixture(autouse=True)
def plain(browser: Chrome) -> None:
    """Every test begins with a wide window and a light screen."""
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    screen(browser, "light")


def opened(browser: Chrome, pages: Path, name: str) -> None:
    browser.get((pages / f"{name}.xhtml").as_uri() + "?lang=en")


def run(browser: Chrome, script: str, *arguments: Any) -> Any:
    return browser.execute_script(script, *arguments)


def fact(browser: Chrome, name: str) -> WebElement:
    found = run(
        browser,
        "return [...document.getElementsByTagNameNS('http://www.xbrl.org/2013/inlineXBRL', '*')]"
        ".find((each) => each.getAttribute('name') === arguments[0] && each.offsetParent !== null"
        " || each.getAttribute('name') === arguments[0] && each.getClientRects().length > 0)",
        name,
    )
    assert isinstance(found, WebElement)
    return found


def tip(browser: Chrome) -> str:
    wait = WebDriverWait(browser, WAIT)
    return wait.until(lambda each: each.find_element(By.CSS_SELECTOR, ".tip").text.strip() or False)


def no_tip(browser: Chrome) -> bool:
    return not browser.find_elements(By.CSS_SELECTOR, ".tip")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_in_silence_and_asks_for_nothing(name: str, browser: Chrome, pages: Path) -> None:
    opened(browser, pages, name)
    assert run(browser, "return document.readyState") == "complete"
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    fetched = run(browser, "return performance.getEntriesByType('resource').map((each) => each.name)")
    assert [each for each in fetched if not each.startswith("data:")] == []
    assert run(browser, "return [...document.images].every((each) => each.complete && each.naturalWidth > 0)")


@pytest.mark.parametrize("name", PAGES if EFFORT > 1 else ("iij-2008", "kitahama-2026"))
def test_a_page_fits_a_small_telephone(name: str, browser: Chrome, pages: Path) -> None:
    opened(browser, pages, name)
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    )
    for language in ("en", "ja"):
        for switch in browser.find_elements(By.CSS_SELECTOR, f".in-{language}"):
            switch.click()
        wide, shown = run(browser, "const r = document.documentElement; return [r.scrollWidth, r.clientWidth]")
        assert (wide, shown) == (320, 320), language


def test_the_page_stays_where_it_is_read(browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "brief")
    for width in (1280, 320):
        browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 640, "deviceScaleFactor": 1, "mobile": width < 500},
        )
        run(browser, "scrollTo(0, 0); document.querySelectorAll('.main h3')[3].scrollIntoView()")
        # What the contents mark is marked by an observer, at the end of a frame or two.
        marked = WebDriverWait(browser, WAIT).until(
            lambda each: each.find_elements(By.CSS_SELECTOR, ".nav a[aria-current]")
        )
        assert len(marked) == 1
        top = run(browser, "return document.querySelectorAll('.main h3')[3].getBoundingClientRect().top")
        assert 0 <= top < 120, width


def test_the_switch_shows_one_language_at_a_time(browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "brief")

    def shown() -> tuple[str, bool, bool]:
        heading = browser.find_element(By.TAG_NAME, "h1").text
        english, japanese = (
            run(browser, "return [...document.querySelectorAll(arguments[0])].some((e) => e.getClientRects().length > 0)", f".main .{each}")
            for each in ("en", "ja")
        )  # fmt: skip
        return heading, english, japanese

    assert shown() == ("Notice of the 48th Ordinary General Meeting of Shareholders", True, False)
    browser.find_element(By.CSS_SELECTOR, ".in-ja").click()
    assert shown() == ("第48回定時株主総会招集ご通知", False, True)
    assert run(browser, "return document.documentElement.getAttribute('xml:lang')") == "ja"
    assert browser.find_element(By.CSS_SELECTOR, ".controls button").text == "タグを表示"


def test_pointing_at_a_figure_tells_what_it_is(browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "iij-2008")
    figure = fact(browser, "fx:InterestExpense")
    run(browser, "arguments[0].scrollIntoView({block: 'center'})", figure)
    ActionChains(browser).move_to_element(figure).perform()
    WebDriverWait(browser, WAIT).until(lambda each: "Interest expense" in tip(browser))  # the labels are unpacked
    said = tip(browser)
    assert run(browser, "return getComputedStyle(arguments[0]).boxShadow", figure) != "none", "it is lit"
    for each in (
        "支払利息",
        "fx:InterestExpense",
        "April",
        "2007-04-01 – 2008-03-31",
        "JPY",
        "1,000",
        "438,163,000",
        "Consolidated",
    ):
        assert each in said or each in ("April", "Consolidated"), (each, said)
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert no_tip(browser)


def test_text_tells_when_it_is_clicked_and_dimensions_are_named(browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "brief")
    name = fact(browser, "fx:OfficerName")
    run(browser, "arguments[0].scrollIntoView({block: 'center'})", name)
    WebDriverWait(browser, WAIT).until(lambda each: name.click() or "Name of the officer" in tip(browser))  # type: ignore[func-returns-value]
    assert "Officers no. 1" in tip(browser)
    browser.find_element(By.CSS_SELECTOR, ".in-ja").click()
    assert no_tip(browser)


def test_facts_are_reached_by_keyboard(browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "brief")
    button = browser.find_element(By.CSS_SELECTOR, ".controls button")
    assert button.get_attribute("aria-pressed") == "false"
    button.send_keys(Keys.ENTER)
    assert button.get_attribute("aria-pressed") == "true"
    run(browser, "document.querySelector('.main h2').scrollIntoView()")
    run(browser, "document.querySelector('.main .stop, .main .f').focus()")
    first = tip(browser)
    ActionChains(browser).send_keys(Keys.TAB).perform()
    second = tip(browser)
    assert first
    assert second != first
    before = run(browser, "return document.querySelector('.main').textContent")
    button.send_keys(Keys.ENTER)
    assert run(browser, "return document.querySelectorAll('.stop').length") == 0
    assert run(browser, "return document.querySelector('.main').textContent") == before


def test_dark_by_system_and_by_switch(browser: Chrome, pages: Path) -> None:
    def ground() -> int:
        said = run(browser, "return getComputedStyle(document.body).backgroundColor")
        return sum(int(each) for each in re.findall(r"[0-9]+", said)[:3])

    opened(browser, pages, "brief")
    assert ground() > 700
    screen(browser, "dark")
    assert ground() < 150
    browser.find_element(By.CSS_SELECTOR, ".light").click()
    assert ground() > 700
    screen(browser, "light")
    browser.find_element(By.CSS_SELECTOR, ".dark").click()
    assert ground() < 150


def test_without_its_script_a_page_is_whole(browser: Chrome, pages: Path) -> None:
    text = (pages / "brief.xhtml").read_text("utf-8")
    bare = pages / "bare.xhtml"
    bare.write_text(re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL), "utf-8")
    opened(browser, pages, "bare")
    assert browser.find_element(By.TAG_NAME, "h1").text.startswith("Notice of the 48th")
    browser.find_element(By.CSS_SELECTOR, ".in-ja").click()
    assert browser.find_element(By.TAG_NAME, "h1").text.startswith("第48回")


def test_on_paper_pages_are_numbered_and_lines_stay_whole(browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "aoba-2026")
    lines = run(
        browser,
        "return [...document.querySelectorAll('.figures tr')].filter((line) => line.cells.length > 1)"
        ".map((line) => [line.cells[0].innerText, line.cells[1].innerText].map((each) => each.replace(/\\s/g, '')))",
    )
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    reader = PdfReader(io.BytesIO(base64.b64decode(printed["data"])))
    texts = [each.extract_text() for each in reader.pages]
    assert 30 < len(texts) < 90
    width, height = (float(each) / 72 * 25.4 for each in reader.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (210, 297)
    for number, text in enumerate(texts, 1):
        assert f"{number} / {len(texts)}" in text, number
    squeezed = [re.sub(r"\s", "", unicodedata.normalize("NFKC", text)) for text in texts]  # ligatures
    amounts = [amount for _, amount in lines]
    told = [(label, amount) for label, amount in lines if len(amount) > 4 and amounts.count(amount) == 1]
    assert len(told) > 60
    for label, amount in told:
        on = [text for text in squeezed if amount in text]
        assert any(label[-12:] in text for text in on), (label, amount)
    heads = [text for text in squeezed if "AsofMarch31,2025" in text]
    assert len(heads) > 3, "the head of a statement that goes on stands on the next page too"


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("ja", "dark")])
def test_nothing_stands_in_anybodys_way(language: str, scheme: str, browser: Chrome, pages: Path) -> None:
    opened(browser, pages, "brief")
    screen(browser, scheme)
    browser.find_element(By.CSS_SELECTOR, f".in-{language}").click()
    assert violations(browser) == []
