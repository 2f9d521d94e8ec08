"""Firefox and WebKit, driven where they are installed; Chromium runs all other tests."""

import os
import shutil
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver

ENGINES = {
    "firefox": ("firefox", "geckodriver"),
    "webkit": ("WebKitWebDriver",),
}
"""The programs that each needs: `apt-get install webkit2gtk-driver`, and those of Mozilla."""
NOT_RUN = "nothing was run in"
"""How the reason begins why an engine was left out; the end of a run repeats it."""
MINI_BROWSER = "webkit2gtk-*/MiniBrowser"
SCREEN = "1400x1000x24"


def missing_programs(engine: str) -> list[str]:
    """Those of its programs that are not installed; WebKit has no mode without a screen."""
    needed = (*ENGINES[engine], *(() if os.environ.get("DISPLAY") else ("Xvfb",)))
    return [it for it in needed if shutil.which(it) is None]


@contextmanager
def opened(engine: str) -> Iterator[WebDriver]:
    """A window of the engine, 1,280 by 900 pixels."""
    with _screen() as display:
        os.environ["DISPLAY"] = display
        driver = _firefox() if engine == "firefox" else _webkit()
        try:
            driver.set_window_size(1280, 900)
            yield driver
        finally:
            driver.quit()


@contextmanager
def _screen() -> Iterator[str]:
    if display := os.environ.get("DISPLAY"):
        yield display
        return
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN]
    server = subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
        os.environ.pop("DISPLAY", None)


def _firefox() -> WebDriver:
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    return webdriver.Firefox(options=options)


def _webkit() -> WebDriver:
    options = webdriver.WebKitGTKOptions()
    [browser] = [str(it) for root in ("/usr/lib", "/usr/libexec") for it in _found(Path(root))][:1]
    options.binary_location = browser
    options.add_argument("--automation")
    service = webdriver.WebKitGTKService(shutil.which("WebKitWebDriver"))
    with warnings.catch_warnings():
        # What selenium says of its own driver of WebKit is not for us to mend.
        warnings.simplefilter("ignore", DeprecationWarning)
        return webdriver.WebKitGTK(options=options, service=service)


def _found(root: Path) -> Iterator[Path]:
    yield from root.glob(MINI_BROWSER)
    yield from root.glob(f"*/{MINI_BROWSER}")


def wait_until(driver: WebDriver, script: str, *values: object, seconds: int = 30) -> object:
    """What `script` returns as soon as that is true or more; fails with the script otherwise."""
    end = time.monotonic() + seconds
    while not (found := driver.execute_script(script, *values)):
        assert time.monotonic() < end, script
        time.sleep(0.05)
    return found
