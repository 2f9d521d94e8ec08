"""Formats are those that a description names, known or not."""

import pytest

from generator.maintain.extract.plan_formats import named_formats

KNOWN = {it.lower(): it for it in ("CSV", "XLS", "XLSX", "JSON", "XML", "GeoJSON", "PDF", "GML")}


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("以 XLS 及 CSV 格式", ("XLS", "CSV")),
        ("CSV、csv", ("CSV",)),
        ("(如：CSV)", ("CSV",)),
        ("XLSX", ("XLSX",)),
        ("GeoJSON 及 JSON", ("GeoJSON", "JSON")),
        ("数据以XML格式", ("XML",)),
        ("CSVX、JSONP、XMLs", ()),
        ("以 CSV 及 DWG 格式提供", ("CSV", "DWG")),
        ("機器可讀格式（如：CSV、LAZ）", ("CSV", "LAZ")),
        ("Data in IFC format", ("IFC",)),
        ("經 API 以 JSON 格式提供", ("JSON",)),
        ("公共 Wi-Fi 熱點", ()),
        ("", ()),
    ],
)
def test_formats(description: str, expected: tuple[str, ...]) -> None:
    assert named_formats(description, KNOWN) == expected
