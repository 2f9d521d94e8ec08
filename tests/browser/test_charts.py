"""A chart is taken along as PNG, drawn in the browser; without script as SVG and CSV."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect
from sites import OTHER, READY

pytestmark = pytest.mark.browser

PAGES = [variant + page for variant in ("", OTHER) for page in ("timeline/", "agencies/")]


@pytest.mark.parametrize("path", PAGES)
def test_a_chart_downloads_as_png(browser: Browser, address: str, path: str) -> None:
    """Three times as large as its SVG, on white, and with something drawn on it."""
    page = browser.new_page(accept_downloads=True)
    page.goto(address + path)
    page.wait_for_function(READY)
    files = page.locator(".chart__files").first
    svg = files.get_by_role("link", name="SVG").get_attribute("href") or ""
    with page.expect_download() as download:
        files.get_by_role("button", name="PNG").click()
    assert download.value.suggested_filename == Path(svg).with_suffix(".png").name
    image = Image.open(io.BytesIO(Path(download.value.path()).read_bytes())).convert("RGB")
    assert image.size[0] == 1200
    assert image.getpixel((0, 0)) == (255, 255, 255)
    grey = image.convert("L").histogram()
    assert sum(grey[:100]) > 1000
    page.close()


def test_without_script_a_chart_downloads_as_svg_and_csv(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}timeline/")
    files = page.locator(".chart__files")
    expect(files.get_by_role("button")).to_have_count(0)
    for name in ("SVG", "CSV"):
        with page.expect_download() as download:
            files.get_by_role("link", name=name).click()
        assert Path(download.value.path()).stat().st_size > 500
    context.close()
