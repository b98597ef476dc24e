"""Nothing is silent: what went otherwise than asked is in every rendering, with advice that fits; else nothing is."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts import honest

from summarizer import (
    BudgetPolicy,
    Call,
    DroppedSentence,
    Failure,
    Notice,
    Result,
    ScriptedModel,
    Summarizer,
)
from summarizer.fragments.harmless import one_line
from summarizer.fragments.markdown_signs import inline, without_formulas
from summarizer.notices.failures import CAUSES, cause_of
from summarizer.notices.of_result import notices_of
from summarizer.render.registry import rendered
from summarizer.render.renderer import RenderOptions

TEXT = (
    "The council of Brenta closed the old bridge on 3 May 2026. Engineers had found cracks in two of its piers. "
    "The mayor, Ada Corvi, said repairs would cost 4.2 million euros. A ferry carries walkers until then. "
    "Cars take the road over Fossa. The detour adds 17 kilometers to the way to school."
)


def reworded(text: str) -> str:
    """Other words, so that a judge is asked."""
    return f"Readers learn that {text}"


def shown_in(result: Result, name: str) -> str:
    """A rendering of the result, in one line."""
    return " ".join(rendered(result, name, options=RenderOptions(width=10_000)).split())


@pytest.fixture(scope="module")
def untroubled() -> Result:
    """A run in which all went as asked."""
    return Summarizer(model=ScriptedModel(honest())).summarize(TEXT)


def kinds(result: Result) -> list[str]:
    """The kinds of the notices that are not quiet."""
    return [notice.kind for notice in result.notices if not notice.quiet]


def is_shown(notice: Notice, result: Result) -> bool:
    """Whether the line of a notice stands in every rendering."""
    line = one_line(notice.line)
    return (
        line in shown_in(result, "text")
        and without_formulas(inline(line)) in shown_in(result, "markdown")
        and escape(line, quote=False) in shown_in(result, "html")
        and notice in Result.model_validate_json(result.model_dump_json()).notices
        and notice.model_dump() in result.model_dump()["notices"]
    )


def test_without_trouble_there_is_no_notice(untroubled: Result) -> None:
    """A run in which nothing failed, was dropped or stood in has none, nor has the engine without a model."""
    assert untroubled.notices == ()
    assert "Note:" not in untroubled.to_markdown() + untroubled.to_html()
    assert Summarizer(model=None).summarize(TEXT).notices == ()


FAILURES = st.lists(
    st.builds(
        Failure,
        stage=st.sampled_from(["extract", "judge_facts", "write", "judge_summary"]),
        call_id=st.just("a"),
        error=st.sampled_from([*CAUSES, "NoFactHeld", "FewFactsHeld", "MadeUpError"]),
        message=st.text(max_size=20),
        lost=st.text(min_size=1, max_size=20),
    ),
    max_size=5,
)


@settings(deadline=None)  # a page among the renderings takes 12 ms, and ten times that on a busy machine
@given(failures=FAILURES, dropped=st.lists(st.sampled_from(["not_stated", "unchecked"]), max_size=3))
def test_every_failure_is_named_in_every_rendering(
    untroubled: Result, failures: list[Failure], dropped: list[str]
) -> None:
    """Whatever failed and was dropped, each notice is in each rendering, and each failure's cause is in a notice."""
    drops = tuple(DroppedSentence.model_validate({"text": "a", "verdict": one, "reason": ""}) for one in dropped)
    summary = untroubled.summary.model_copy(update={"dropped": drops})
    result = untroubled.model_copy(update={"failures": tuple(failures), "summary": summary})
    assert Result.model_validate_json(result.model_dump_json()) == result
    assert bool(result.notices) == bool(failures or dropped)
    for notice in result.notices:
        assert is_shown(notice, result)
        assert notice.line.splitlines() == [notice.line]
    told = " ".join(notice.message for notice in result.notices)
    for error in {one.error for one in failures} & set(CAUSES):
        count = sum(one.error == error for one in failures)
        cause = cause_of(error)
        assert (cause.one if count == 1 else cause.many.format(count=count)) in told
    assert any(notice.kind == "dropped" for notice in result.notices) == bool(dropped)
    quiet = [notice.quiet for notice in result.notices]
    assert quiet == sorted(quiet)


def test_a_language_that_could_not_be_kept_is_said_first() -> None:
    """German was asked for, no fact held, and sentences of the English article stand in: that is told, and why."""
    model = ScriptedModel(honest(reword=reworded, relation=lambda text: "not_stated"))
    result = Summarizer(model=model, language="German").summarize(TEXT)
    assert kinds(result) == ["language"]
    assert result.notices[0].line == (
        "The key facts and the summary are in English, the article's language, although German was asked for: "
        "sentences of the article stand in, as no fact in the model's own words held. A stronger model may do better."
    )
    unasked = Summarizer(model=model).summarize(TEXT)
    assert kinds(unasked) == ["stand_in"]
    assert unasked.notices[0].line == (
        "The key facts and the summary are sentences of the article, as no fact in the model's own words held. A "
        "stronger model may do better."
    )
    assert all(is_shown(notice, result) for notice in result.notices)


def test_a_model_that_writes_in_another_language_than_asked_for_is_told_of() -> None:
    """What held is shown, and said to be in English."""
    result = Summarizer(model=ScriptedModel(honest()), language="German").summarize(TEXT)
    assert result.summary.written_by == "model"
    assert kinds(result) == ["language"]
    assert "are in English, the article's language, although German was asked for." in result.notices[0].message


def test_no_model_was_asked_for_another_language() -> None:
    """The engine without a model keeps the article's language and says so; the article's own is no other."""
    result = Summarizer(model=None, language="French").summarize(TEXT)
    assert kinds(result) == ["language"]
    assert result.notices[0].line.endswith("only a model translates, and none was asked. Pass a model.")
    assert Summarizer(model=None, language="English").summarize(TEXT).notices == ()


def test_a_stronger_model_is_no_advice_where_the_budget_was_the_cause() -> None:
    """One call was allowed: sentences stand in, and what is to be mended is the budget."""
    result = Summarizer(model=ScriptedModel(honest(reword=reworded)), article_budget=BudgetPolicy(calls=1)).summarize(
        TEXT
    )
    assert kinds(result) == ["stand_in", "failure"]
    assert "stronger" not in " ".join(notice.line for notice in result.notices)
    assert "Raise the budget" in result.notices[1].advice


def test_a_summary_of_which_nothing_held_is_said_to_stand_in() -> None:
    """The facts are the model's, the summary is the article's; what was written and dropped is told as that."""

    def script(call: Call) -> dict[str, object]:
        if call.stage == "write":
            sentence = {"text": "The bridge is a wonder of the world.", "facts": ["c1.1"]}
            return {"headline": "", "parts": [{"title": "", "blocks": [{"sentences": [sentence]}]}]}
        return honest(relation=lambda text: "not_stated")(call)

    result = Summarizer(model=ScriptedModel(script)).summarize(TEXT)
    assert result.summary.written_by == "evidence"
    (notice,) = result.notices
    assert notice.line == (
        "The summary is made of sentences of the article, as nothing that the model wrote for it held. A stronger "
        "model may do better."
    )


def test_facts_that_nobody_could_check_are_a_quiet_line(untroubled: Result) -> None:
    """Only a model's; the engine without one drafts more than it settles."""
    open_fact = untroubled.facts[0].model_copy(update={"verdict": "unchecked", "outcome": "refused"})
    result = untroubled.model_copy(update={"rejected": (open_fact,)})
    (notice,) = result.notices
    assert notice.message.startswith("1 fact was drafted that nobody could check")
    assert notice.quiet
    trace = result.trace.model_copy(update={"engine": "extractive"})
    assert notices_of(result.model_copy(update={"trace": trace})) == ()


def test_a_judge_that_takes_no_exam_is_named_where_that_was_chosen(untroubled: Result) -> None:
    """By default a judge such as this needs none, and nothing is said."""
    assert untroubled.trace.unexamined_judges
    result = Summarizer(model=ScriptedModel(honest()), exam="never").summarize(TEXT)
    (notice,) = result.notices
    assert (notice.kind, notice.quiet) == ("judge", True)


def test_who_stands_in_is_said(untroubled: Result) -> None:
    """Key facts in the place of a summary are no sentences of the article, and the summary alone may be a model's."""

    def line(written_by: str, *failures: Failure) -> str:
        summary = untroubled.summary.model_copy(update={"written_by": written_by})
        return untroubled.model_copy(update={"summary": summary, "failures": failures}).notices[0].message

    none_held = Failure(stage="extract", call_id="", error="NoFactHeld", message="none", lost="the facts")
    assert line("facts").startswith("The summary is made of the key facts as they are stated, as none came")
    assert line("evidence").startswith("The summary is made of sentences of the article, as none came")
    assert line("extractive", none_held).startswith("The key facts and the summary are sentences of the article")
    assert line("model", none_held).startswith("The key facts are sentences of the article")


def test_what_stands_around_an_article_is_a_quiet_line() -> None:
    """Comments below the article are in no fact, and every rendering says that they were left out."""
    comments = (
        "Jane Doe\n2 hours ago\n\nWhat a bridge! I loved it.\n\nReply\n\nJohn Roe\n3 hours ago\n\nMe too.\n\nReply\n"
    )
    page = f"{TEXT}\n\n## Comments\n\n{comments}"
    result = Summarizer(model=None).summarize(page)
    assert result.document.surroundings
    (notice,) = result.notices
    assert (notice.kind, notice.quiet) == ("left_out", True)
    assert notice.message.startswith("Left out, as it is not of the article: ")
    assert is_shown(notice, result)


def test_what_the_article_does_not_say_is_told(untroubled: Result) -> None:
    """What a focus asked for and no fact answers is in every rendering, as the model's word that it is."""
    result = untroubled.model_copy(update={"unanswered": ("who pays.", "how long it takes")})
    (notice,) = result.notices
    assert notice.line == "As far as the model found, the article does not say: who pays; how long it takes."
    assert not notice.quiet
    assert is_shown(notice, result)
