"""Cues are found as words and phrases, the longest first, and never inside other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.languages.registry import languages
from summarizer.text.fold import folded
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.cues import cue_spans, cues_at, negations, opposite


def kinds_of(text: str, language: str) -> set[str]:
    """What all cues of a sentence do."""
    return set().union(*cues_at(canonicalize(text, language=language).keys, language))


@pytest.mark.parametrize(
    ("word", "language", "kind"),
    [
        ("not", "en", "negation"),
        ("nicht", "de", "negation"),
        ("jamais", "fr", "negation"),
        ("nunca", "es", "negation"),
        ("不", "zh", "negation"),
        ("allegedly", "en", "modality"),
        ("mutmasslich", "de", "modality"),
    ],
)
def test_cues_of_one_word(word: str, language: str, kind: str) -> None:
    """Each language's own, folded."""
    assert kind in kinds_of(word, language)


def test_plain_words_and_other_languages_have_none() -> None:
    """A noun is no cue, and a language without a record has none."""
    assert kinds_of("the house", "en") == set()
    assert kinds_of("not", "xx") == set()


@pytest.mark.parametrize(
    ("phrase", "parts", "language", "kind"),
    [
        ("es sei denn", ["es", "sei"], "de", "condition"),
        ("bis zu", ["bis", "zu"], "de", "bound"),
        ("nach Angaben", ["nach"], "de", "attribution"),
        ("up to", ["to"], "en", "bound"),
        ("at least", ["at"], "en", "bound"),
        ("according to", ["according", "to"], "en", "attribution"),
        ("sans doute", ["doute"], "fr", "modality"),
        ("peut-être", ["être"], "fr", "modality"),
        ("au-delà", ["au", "delà"], "fr", "bound"),
        ("à condition", ["à", "condition"], "fr", "condition"),
        ("siempre que", ["que"], "es", "condition"),
        ("tal vez", ["tal", "vez"], "es", "modality"),
    ],
)
def test_a_phrase_is_a_cue_and_its_parts_are_none(phrase: str, parts: list[str], language: str, kind: str) -> None:
    """The whole phrase counts, as one; a word that is only a part of it does not."""
    keys = canonicalize(f"x {phrase} y", language=language).keys
    (span,) = cue_spans(keys, language)
    assert kind in span.kinds
    assert (span.start, span.end) == (1, len(keys) - 1)
    for part in parts:
        assert kind not in kinds_of(part, language)


def test_the_longest_cue_is_meant() -> None:
    """French "sans" denies, "sans doute" hedges and does not deny."""
    assert kinds_of("sans argent", "fr") == {"negation"}
    assert kinds_of("sans doute", "fr") == {"modality"}


def test_elided_cues_are_found() -> None:
    """As "ne" and "n'", "jusqu'à" and "d'après"."""
    assert "negation" in kinds_of("Il n'est venu", "fr")
    assert "bound" in kinds_of("jusqu'à 5 personnes", "fr")
    assert "attribution" in kinds_of("d'après lui", "fr")


@pytest.mark.parametrize(
    ("cue", "other"),
    [
        ("如果下雨", "如今下雨"),
        ("他们都来", "他在成都"),
        ("他们都来", "他在首都"),
        ("许多人", "多少人"),
        ("可能下雨", "可口可乐"),
        ("他会来", "他在开会"),
        ("他会来", "社会大会委员"),
        ("他不来", "他在不丹"),
        ("他无钱", "他在无锡"),
        ("他表示好", "他的代表"),
        ("他将来", "他是将军"),
        ("价格下降", "下巴很长"),
        ("价格上升", "他在上海"),
        ("超过十人", "前锋在高雄"),
        ("近百人", "习近平访问"),
        ("约百人", "合约月份"),
        ("若下雨", "应用反应适应"),
        ("他称好", "名称职称"),
        ("他说好", "小说传说"),
        ("价格上升", "直升机降落"),
        ("价格涨", "涨潮"),
        ("他胜了", "胜地"),
        ("他买车", "孟买"),
        ("他不能来", "性能很好"),
        ("他当裁判", "他相当好"),
        ("他没来", "淹没"),
        ("他未离开", "未来很好"),
        ("他非医生", "南非"),
        ("切莫来", "莫斯科"),
        ("他否认", "他是否来"),
    ],
)
def test_chinese_cues_are_words(cue: str, other: str) -> None:
    """A character of a cue inside another word is none."""
    assert kinds_of(cue, "zh")
    assert kinds_of(other, "zh") == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("中国会增长", "modality"),
        ("员工会来", "modality"),
        ("今晚会下雨", "modality"),
        ("部门将关闭", "modality"),
        ("湖北约百人", "bound"),
        ("春节约百人", "bound"),
        ("回来说", "attribution"),
        ("只有三人", "quantifier"),
        ("各国领导人", "quantifier"),
    ],
)
def test_a_word_that_is_no_cue_begins_in_no_other(text: str, kind: str) -> None:
    """国会 is a parliament, but in 中国会 the country stands before the cue."""
    assert kind in kinds_of(text, "zh")


@given(
    st.sampled_from(languages()).flatmap(lambda one: st.tuples(st.just(one), st.sampled_from(list(one.cues.by_kind()))))
)
def test_every_cue_of_every_record_can_match(drawn: tuple[object, str]) -> None:
    """No entry of a record is one that no sentence can spell: each is found where it stands alone."""
    language, kind = drawn
    for phrase in language.cues.by_kind()[kind]:  # type: ignore[attr-defined]
        elided = phrase[-1].endswith("'")
        written = "".join(phrase) if language.code == "zh" else " ".join(phrase)  # type: ignore[attr-defined]
        text = folded(written + ("x" if elided else ""))
        assert kind in kinds_of(text, language.code), phrase  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from("sales may not rise up to at least say unless all five".split()), max_size=12))
def test_spans_are_disjoint_and_in_order(words: list[str]) -> None:
    """Cues never overlap, and each token belongs to at most one."""
    spans = cue_spans(tuple(words), "en")
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end <= len(words) for end, span in zip(ends, spans, strict=False))
    assert len(cues_at(tuple(words), "en")) == len(words)


def test_negations_are_counted_as_cues() -> None:
    """Two negations are two; a Chinese one of two characters is one."""
    assert negations(("not", "unlikely"), "en") == 2
    assert negations(("没", "有", "人"), "zh") == 1


def test_opposites() -> None:
    """Both ways, and a word is not its own."""
    assert opposite("rose", "fell")
    assert opposite("fell", "rose")
    assert opposite("mehr", "weniger")
    assert not opposite("rose", "rose")
    assert not opposite("house", "fell")
