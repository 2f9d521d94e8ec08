"""The clauses that facts are taken from, in the data files."""

from datetime import date

from builders import (
    a_catalogue,
    a_condition,
    a_figure,
    a_figure_list,
    a_programme,
    an_event,
    an_event_list,
)
from sample import SITE_URL, sample_converter

from generator.exports.facts import event_item, figure_items
from generator.exports.programmes import programme_item
from generator.resolve.resolve import resolve


def test_quotations_are_published_as_they_are_printed() -> None:
    """Of figures, events and terms, whether these are numbers or not."""
    programme = a_programme(terms=[a_condition(quotation="所有渔民可以申请")])
    catalogue = a_catalogue(
        programmes=[programme],
        figures=[a_figure_list(a_figure(quotation="每宗的上限500万元"))],
        events=[an_event_list(an_event(quotation="计划于2023年5月推出"))],
    )
    records = resolve(catalogue, date(2026, 1, 1))
    convert = sample_converter().to_both_scripts
    [figure] = figure_items(records.programmes[0].facts.series, convert, records.words, SITE_URL)
    [event] = [event_item(it, convert) for it in records.programmes[0].facts.events]
    made = programme_item(records.programmes[0], convert, records.words, SITE_URL)
    assert figure.quotation == "每宗的上限500万元"
    assert event.quotation == "计划于2023年5月推出"
    assert [it.quotation for it in made.terms] == ["所有渔民可以申请", "每宗的上限500万元"]
