"""The record of Chinese, by sentences that a reader of Chinese would read so; its cues are in test_cues.py."""

from __future__ import annotations

import pytest
from cue_kinds import cues_in

from summarizer.document.document import Document
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.statements.discourse_markers import discourse_marker
from summarizer.verification.rules.unasserted.taken_back import supposed_sentences, taken_back_sentences


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("他不得不离开。", {"不得不": "modality"}),
        ("差不多有一百人。", {"差不多": "bound"}),
        ("会议在成都举行。", {}),
        ("他告诉记者。", {"告诉": "attribution"}),
        ("绝大多数人来了。", {"绝大多数": "quantifier"}),
    ],
)
def test_cues(text: str, cues: dict[str, str]) -> None:
    """The longest word is meant."""
    assert cues_in(text, "zh") == cues


@pytest.mark.parametrize(
    ("one", "other"),
    [("5千米", "5公里"), ("3千克", "3公斤"), ("5米", "5 m"), ("2小时", "2 hours"), ("1.5毫升", "1.5 ml")],
)
def test_units_have_one_name(one: str, other: str) -> None:
    """In 5千米 千 is no thousand; in 5千人 it is."""
    assert canonicalize(one, language="zh").tokens[0].unit
    assert canonicalize(one, language="zh").keys[0] == canonicalize(other, language="en").keys[0]
    assert canonicalize("5千人", language="zh").keys[0] == canonicalize("5000人", language="zh").keys[0]


@pytest.mark.parametrize("denial", ["这是谣言。", "这不是真的。", "但事实并非如此。", "上述消息纯属谣言。"])
def test_a_sentence_is_taken_back(denial: str) -> None:
    """By the one behind it."""
    document = Document.of(f"下雨了。市长辞职了。{denial}他留任。", language="zh")
    assert max(dict(taken_back_sentences(document))) == 1


def test_others_are_not() -> None:
    """What confirms."""
    assert list(taken_back_sentences(Document.of("市长辞职了。这是真的。", language="zh"))) == []


def test_a_conjunction_before_a_sentence_says_nothing() -> None:
    """Unless it is a part of a longer one, or a negation follows."""
    assert discourse_marker(canonicalize("但价格上涨了。", language="zh").keys, "zh") == 1
    assert discourse_marker(canonicalize("但是价格上涨了。", language="zh").keys, "zh") == 0
    assert discourse_marker(canonicalize("但不是价格上涨了。", language="zh").keys, "zh") == 0


def test_a_thought_is_none_of_the_facts() -> None:
    """Behind 假设."""
    assert list(dict(supposed_sentences(Document.of("假设公司倒闭。所有人失业。", language="zh")))) == [1]
