"""Cues side by side as a text, and the way back from each place to its time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.spoken_text import spoken_text

WORDS = st.lists(st.sampled_from("It rained. all day, 2026 the Bridge 王芳 closed!".split()), min_size=1, max_size=6)
CUES = st.lists(
    st.builds(
        lambda at, words, speaker, turn: Cue(
            begins=at, ends=at + 1, lines=(" ".join(words),), speaker=speaker, turn=turn
        ),
        st.floats(0, 1000),
        WORDS,
        st.sampled_from([None, None, "Anna", "Ben"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
)


@given(CUES, st.sampled_from(["", "A title"]))
def test_every_cue_has_its_place(cues: list[Cue], before: str) -> None:
    """In order and disjoint; each ends with the words of its cue, and between two stand blanks alone."""
    text, origins = spoken_text(cues, before=before)
    assert len(origins) == len(cues)
    here = len(before)
    for cue, origin in zip(cues, origins, strict=True):
        assert text[here : origin.start].strip() == ""
        assert text[origin.start : origin.end].endswith(cue.words)
        assert (origin.begins, origin.ends) == (cue.begins, cue.ends)
        here = origin.end
    assert here == len(text)


def _cue(words: str, at: float, *, speaker: str | None = None, turn: bool = False) -> Cue:
    return Cue(begins=at, ends=at + 1, lines=(words,), speaker=speaker, turn=turn)


def test_sentences_go_on_and_turns_break() -> None:
    """One paragraph a turn, with the name at its start; silence behind a sentence ends one too."""
    cues = [
        _cue("It rained", 0, speaker="Anna"),
        _cue("all day.", 1),
        _cue("Nobody was hurt.", 9),
        _cue("Why?", 10, speaker="Ben"),
        _cue("It is not known.", 11, turn=True),
    ]
    assert spoken_text(cues).text.split("\n\n") == [
        "Anna: It rained all day.",
        "Anna: Nobody was hurt.",
        "Ben: Why?",
        "It is not known.",
    ]


def test_few_names_are_not_carried_on() -> None:
    """Where few are named, as in films, a name holds for its own sentence."""
    cues = [_cue("Where is", 0, speaker="Anna"), _cue("it?", 1), *(_cue("It rained.", at) for at in range(2, 12))]
    text, origins = spoken_text(cues)
    assert text.startswith("Anna: Where is it?\n\nIt rained.")
    assert [origin.speaker for origin in origins[:3]] == ["Anna", "Anna", None]


def test_without_punctuation_pauses_end_what_is_said() -> None:
    """A breath breaks where there are no full stops, and does not where there are."""
    words = "so today we are going to talk about the bridge and what it costs"
    cues = [Cue(begins=at, ends=at + 2, lines=(words,)) for at in (0, 2, 5, 7)]
    assert spoken_text(cues).text == f"{words} {words}\n\n{words} {words}"
    cues = [Cue(begins=cue.begins, ends=cue.ends, lines=(words + ".",)) for cue in cues]
    assert "\n" not in spoken_text(cues).text


def test_scripts_without_blanks_are_joined_without_one() -> None:
    """Chinese goes on as it stands."""
    assert spoken_text([_cue("大桥周一", 0), _cue("关闭。", 1)]).text == "大桥周一关闭。"
