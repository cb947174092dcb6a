"""One session of a headless Chromium for tests of pages; without a Chromium and its driver they are skipped."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Chrome
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

BROWSER = next((found for name in ("chromium", "google-chrome", "chrome") if (found := shutil.which(name))), None)
DRIVER = shutil.which("chromedriver")
NEEDED = [
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
    pytest.mark.skipif(DRIVER is None, reason="no chromedriver is installed"),
    pytest.mark.xdist_group("browser"),
]
WAIT = 15


@contextmanager
def session() -> Iterator[Chrome]:
    """A browser with a wide window."""
    options = Options()
    options.binary_location = str(BROWSER)
    for each in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1280,1000",
    ):
        options.add_argument(each)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    try:
        driver = Chrome(options=options, service=Service(str(DRIVER)))
    except WebDriverException as error:
        pytest.skip(f"the browser does not start: {str(error).splitlines()[0][:120]}")
    driver.set_script_timeout(120)
    try:
        yield driver
    finally:
        driver.quit()


def screen(browser: Chrome, scheme: str) -> None:
    """A light or a dark screen."""
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})


def violations(browser: Chrome, within: str = "html") -> Any:
    """What axe finds to be in anybody's way on the page that is open, in the elements of this selector."""
    browser.execute_script(resources.files("axe_core_python").joinpath("axe.min.js").read_text("utf-8"))
    return browser.execute_async_script(
        "const done = arguments[1]; axe.run(arguments[0]).then((all) => done(all.violations.map("
        "(each) => [each.id, each.help, each.nodes.length, each.nodes[0].html])))",
        within,
    )
