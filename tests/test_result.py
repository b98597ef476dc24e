"""The result as a value: text out and in again, JSON, and what is refused."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from pydantic import ValidationError
from scripts import honest

from summarizer import Document, MismatchError, Result, ScriptedModel, Summarizer, Usage, UsageReport
from summarizer.calls.call import Stage
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import joined
from summarizer.errors import ConfigError, InputError
from summarizer.result_parts.document_record import DocumentRecord
from summarizer.runtime.observing.usage import StageCounts
from summarizer.text.span import Evidence

TEXT = (
    "# The bridge\n\nThe council of Brenta closed the old bridge on 3 May 2026. Engineers had found cracks in two of "
    "its piers. 😀 The mayor, Ada Corvi, said repairs would cost 4.2 million euros.\n\n## Ways around\n\nA ferry "
    "carries walkers until then. Cars take the road over Fossa. The detour adds 17 kilometers to the way to school.\n"
)


@pytest.fixture(scope="module")
def result() -> Result:
    """The result of a model that rewords, so that judgements with evidence are in it."""
    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}", every=2))
    return Summarizer(model=model, max_facts=2).summarize(TEXT)


def test_the_result_is_worth_testing(result: Result) -> None:
    """It holds ticked and other facts, assertions with evidence, a summary with sections, and usage."""
    assert result.facts
    assert result.rejected
    assert any(a.evidence for f in result.facts for a in f.assertions)
    assert list(result.summary.sentences())
    assert result.usage.calls


def test_a_result_survives_json(result: Result) -> None:
    """Through JSON and through Python values, with and without its text, a result is the same."""
    for one in (result, result.without_text()):
        assert Result.model_validate_json(one.model_dump_json()) == one
        assert Result.model_validate(one.model_dump()) == one


def test_places_in_other_units(result: Result) -> None:
    """Evidence and rows can be counted in bytes and in units of UTF-16; a text that was left out cannot."""
    encoded = TEXT.encode("utf-8")
    for evidence in result.evidences():
        start, end = result.offsets_of(evidence, unit="utf-8")
        assert encoded[start:end].decode("utf-8") == evidence.text
    plain, browser = result.to_records(), result.to_records(unit="utf-16")
    behind = TEXT.index("😀")
    assert any(row["start"] > behind for row in plain if isinstance(row["start"], int))
    for one, other in zip(plain, browser, strict=True):
        place = one["start"]
        if isinstance(place, int):
            assert other["start"] == place + (place > behind)
    with pytest.raises(MismatchError, match="attach"):
        result.without_text().to_records(unit="utf-8")


def test_without_text_only_the_text_is_gone(result: Result) -> None:
    """Hash, length and everything else stay, and the result that it was made of keeps its text."""
    bare = result.without_text()
    assert bare.document.text is None
    assert bare.document == result.document.model_copy(update={"text": None})
    assert bare.model_copy(update={"document": result.document}) == result
    assert result.document.text == TEXT
    assert bare.without_text() == bare


def test_attach_gives_the_result_back(result: Result) -> None:
    """The very text put back makes the very result."""
    assert result.without_text().attach(TEXT) == result
    assert result.attach(TEXT) == result


@pytest.mark.parametrize("text", ["", TEXT + " ", TEXT.replace("4.2", "4.3"), TEXT.replace("\n", "\r\n")])
def test_another_text_is_refused(text: str, result: Result) -> None:
    """One changed character is another text; the message says which hash was wanted."""
    with pytest.raises(MismatchError, match=result.document.sha256[:12]):
        result.without_text().attach(text)


def test_a_lone_surrogate_is_another_text_too(result: Result) -> None:
    """A text that cannot be encoded is refused like any other wrong one."""
    with pytest.raises(MismatchError):
        result.without_text().attach("\ud800")


def test_evidence_that_does_not_stand_there_is_refused(result: Result) -> None:
    """A result whose evidence was moved does not fit its own text."""
    fact = result.facts[0]
    first = fact.evidence[0]
    moved = fact.model_copy(update={"evidence": (Evidence(start=first.start + 1, end=first.end, text=first.text),)})
    broken = result.model_copy(update={"facts": (moved, *result.facts[1:])})
    with pytest.raises(MismatchError, match=f"{first.start + 1}"):
        broken.attach(TEXT)


def test_the_hash_is_that_of_the_text(result: Result) -> None:
    """SHA-256 of the text as UTF-8; the length is in code points."""
    assert result.document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert result.document.length == len(TEXT)


def test_a_fact_is_found_by_its_id(result: Result) -> None:
    """Ticked or not, each drafted fact is found; another id is a KeyError that names it."""
    for fact in (*result.facts, *result.rejected):
        assert result.fact(fact.id) is fact
    with pytest.raises(KeyError, match="zz"):
        result.fact("zz")


def test_evidences_are_all_there_are(result: Result) -> None:
    """Every evidence of the JSON is among `evidences()`, and each stands in the text."""
    found = result.evidences()
    assert all(TEXT[e.start : e.end] == e.text for e in found)

    def places(value: object) -> set[tuple[int, int]]:
        if isinstance(value, dict):
            own = {(value["start"], value["end"])} if {"start", "end", "text"} == value.keys() else set()
            return own.union(*map(places, value.values()))
        return set().union(*map(places, value)) if isinstance(value, (list, tuple)) else set()

    assert places(result.model_dump()) == {(e.start, e.end) for e in found}


def test_the_page_needs_the_text(result: Result) -> None:
    """A page shows the article, so a detached result refuses it and says what to call; the other forms need no text."""
    bare = result.without_text()
    with pytest.raises(MismatchError, match=r"attach\(text\)"):
        bare.to_html()
    assert bare.attach(TEXT).to_html() == result.to_html()
    assert bare.to_markdown() == result.to_markdown()
    assert bare.to_text() == result.to_text()


def test_each_form_shows_the_facts(result: Result) -> None:
    """Markdown, terminal and page all show the summary's headline; references are asked for."""
    for shown in (result.to_markdown(), result.to_text(), result.to_html()):
        assert result.summary.headline in shown
    assert result.to_markdown(references=True) != result.to_markdown()
    assert max(map(len, result.to_text(width=50).splitlines())) <= 50


def test_a_notebook_shows_markdown_without_formulas() -> None:
    """Two sums in one block are escaped for a notebook alone, which would make a formula of them."""
    sums = Summarizer(model=None).summarize("The ferry of Brenta cost $5 million. The bridge cost $6 million.")
    assert r"cost \$5 million" in sums._repr_markdown_()
    assert "cost $5 million" in sums.to_markdown()


def test_a_result_never_changes(result: Result) -> None:
    """No field of a result or of its parts can be set."""
    with pytest.raises(ValidationError, match="frozen"):
        result.facts = ()  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        result.document.text = None  # type: ignore[misc]


def test_a_result_has_a_json_schema() -> None:
    """The schema describes every part, so that another program can read results, with the notices that they make."""
    schema = Result.model_json_schema()
    assert set(schema["properties"]) == set(Result.model_fields)
    written = Result.model_json_schema(mode="serialization")
    assert set(written["properties"]) == {*Result.model_fields, "notices"}
    assert {"CheckedFact", "Summary", "Failure", "Trace", "Evidence", "UsageReport"} <= schema["$defs"].keys()


def test_usage_totals_are_sums() -> None:
    """Each total is the sum over the stages, and no stage is lost."""
    counts: dict[Stage, StageCounts] = {
        "extract": StageCounts(calls=3, failed=1, tokens_in=100, tokens_out=20, tokens_cached=60),
        "judge_facts": StageCounts(calls=2, tokens_in=50, tokens_out=5),
        "write": StageCounts(calls=1, failed=1),
    }
    report = UsageReport.of(counts)
    assert report.by_stage == {
        "extract": Usage(calls=3, failed=1, tokens_in=100, tokens_out=20, tokens_cached=60),
        "judge_facts": Usage(calls=2, tokens_in=50, tokens_out=5),
        "write": Usage(calls=1, failed=1),
    }
    assert (report.calls, report.failed, report.tokens_in, report.tokens_out, report.tokens_cached) == (
        6,
        2,
        150,
        25,
        60,
    )
    assert UsageReport.model_validate_json(report.model_dump_json()) == report


def test_no_calls_cost_nothing() -> None:
    """Without a stage every total is zero."""
    assert UsageReport.of({}) == UsageReport()


def test_a_record_of_a_document_survives_json(result: Result) -> None:
    """Date and title come back as they were, and so does a text that is left out."""
    record = DocumentRecord.model_validate(result.document.model_dump() | {"date": "2026-05-03", "text": None})
    assert DocumentRecord.model_validate_json(record.model_dump_json()) == record
    assert record.date is not None
    assert record.date.day == 3


def test_a_language_of_which_no_words_are_known_is_told_everywhere() -> None:
    """A text that was read by form alone says so in every rendering; a record from before the field reads as known."""
    result = Summarizer(model=None).summarize(
        "Hamnen i Lund stänger den 3 maj och det är ingen som vet vad som händer sedan. Den tog emot 40 fartyg om året."
    )
    assert (result.document.language, result.document.language_known) == ("sv", False)
    told = "No words of the article's language (Swedish) are known here: it was read by form alone."
    assert told in " ".join(result.to_text().split())
    assert f"*{told}*" in result.to_markdown()
    assert told in result.to_html()
    assert '"language_known":false' in result.model_dump_json()


def test_a_language_that_is_known_or_not_told_is_no_news(result: Result) -> None:
    """English says nothing, nor does a text without words; old records have no such field."""
    assert result.document.language_known
    unknown = Summarizer(model=None).summarize("12 34. 56 78.")
    assert (unknown.document.language, unknown.document.language_known) == ("", True)
    assert "are known here" not in result.to_text() + unknown.to_text()
    old = result.document.model_dump()
    del old["language_known"]
    assert DocumentRecord.model_validate(old) == result.document


def test_a_record_lists_what_stands_around_the_article() -> None:
    """With its kind, its place and how many sentences it has; nothing where there is nothing."""
    page = f"{TEXT}\n© 2024 Brenta Observer. All rights reserved.\n"
    (legal,) = DocumentRecord.of(Document.of(page)).surroundings
    assert (legal.kind, legal.sentences) == ("legal", 2)
    assert page[legal.start : legal.end] == "© 2024 Brenta Observer. All rights reserved."
    assert DocumentRecord.of(Document.of(TEXT)).surroundings == ()


FERRY = "# The ferry\n\nThe ferry of Brenta sails at 9 o'clock. It carries 28 cars. It is free for walkers until June."


@pytest.fixture(scope="module")
def of_two_sources() -> Result:
    """The result of two sources."""
    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}", every=2))
    sources = joined(articles_of([Article(TEXT, id="herald", url="https://example.org/1"), FERRY]))
    return Summarizer(model=model, max_facts=6).summarize(sources)


def test_every_evidence_leads_back_to_its_source(of_two_sources: Result) -> None:
    """Each fact names its source, and its words stand in the text that was given, at the place that it says."""
    given = {"herald": TEXT, "2": FERRY}
    seen = set()
    for evidence in of_two_sources.evidences():
        source = of_two_sources.source_of(evidence)
        assert source is not None
        start = evidence.start - source.start
        assert given[source.id][start : start + len(evidence.text)] == evidence.text
        seen.add(source.id)
    assert seen == set(given)
    for source in of_two_sources.document.sources:
        assert source.sha256 == hashlib.sha256(given[source.id].encode()).hexdigest()


def test_a_result_of_several_sources_goes_out_and_in(of_two_sources: Result) -> None:
    """Through JSON, and without its text and with it again; and a lone text has no sources."""
    assert Result.model_validate_json(of_two_sources.model_dump_json()) == of_two_sources
    text = of_two_sources.document.text or ""
    assert of_two_sources.without_text().attach(text) == of_two_sources
    assert [source.url for source in of_two_sources.document.sources] == ["https://example.org/1", None]


def test_a_lone_text_is_no_source(result: Result) -> None:
    """Nobody gave it an id, so that no evidence names one."""
    assert result.document.sources == ()
    assert result.source_of(result.evidences()[0]) is None


def test_sources_that_disagree_are_shown_side_by_side() -> None:
    """Both facts are ticked, each with the place in its own source, and the result says where they part."""
    one = "The Kessel Bridge is shut. Some 17,500 vehicles use the Kessel Bridge on a working day."
    other = "The Kessel Bridge is shut. About 21,000 vehicles use the Kessel Bridge on a working day."
    sources = joined(articles_of([Article(one, id="herald"), Article(other, id="news")]))
    result = Summarizer(model=ScriptedModel(honest(every=2)), max_facts=6).summarize(sources)
    (found,) = result.disagreements
    assert (found.kind, found.what) == ("number", ("17,500", "21,000"))
    facts = [result.fact(fact_id) for fact_id in found.fact_ids]
    assert [source.id for source in map(result.source_of, (fact.evidence[0] for fact in facts)) if source] == [
        "herald",
        "news",
    ]
    assert all(fact.verdict == "supported" for fact in facts)
    assert Result.model_validate_json(result.model_dump_json()) == result


def test_a_result_is_saved_and_loaded(tmp_path: Path) -> None:
    """What is read is what was written; what is none is named."""
    result = Summarizer(model=None).summarize({"text": "The mill closed in 2021. It was old.", "id": "a", "url": "u"})
    path = tmp_path / "result.json"
    result.save(path)
    assert Result.load(path) == result
    assert (result.id, result.url) == ("a", "u")
    path.write_text("{}")
    for wrong in (path, tmp_path / "none.json"):
        with pytest.raises(InputError, match="holds no result"):
            Result.load(wrong)


def test_the_page_is_written_whole(result: Result, tmp_path: Path) -> None:
    """What is returned stands in the file, and a file that cannot be written is an error."""
    path = tmp_path / "page.html"
    assert result.to_html(path) == path.read_text("utf-8")
    with pytest.raises(ConfigError, match="cannot be written"):
        result.to_html(tmp_path / "nowhere" / "page.html")


def test_what_was_dropped_keeps_what_was_found_of_it() -> None:
    """A sentence of the summary that did not hold comes back with its checks and the judge's assertions."""
    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}", every=2, relation=_doubting))
    result = Summarizer(model=model).summarize(TEXT)
    dropped = [one for one in result.summary.dropped if one.assertions]
    assert dropped
    assert all(one.verdict != "supported" for one in dropped)
    assert all(place in result.evidences() for one in dropped for place in one.evidence)


def _doubting(text: str) -> str:
    return "not_stated" if "ferry" in text else "entailed"
