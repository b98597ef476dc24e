"""Token counts: exact where the vocabulary is at hand, on the safe side elsewhere, and never a failure."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import tokens, vocabulary
from summarizer.document.tokens import TokenCounter, counter_for

EXACT = counter_for("gpt-5-mini")
ESTIMATE = counter_for("some-open-model")
ANY_TEXT = st.text(
    st.sampled_from("aB é中한ก😀\n\t\r,.'12½\x00\ud800\udfff\u200b\u0301") | st.characters(exclude_categories=()),
    max_size=40,
)

# Counted with toktok-rs 0.3.0, another implementation of o200k with a table of its own.
KNOWN = {
    "": 0,
    "The minister said on Monday that spending would rise by 12.5%.": 15,
    "Das Bundesverfassungsgericht wies die Beschwerde am 3. Mai zurück.": 19,
    "政府周一宣布，支出将增长百分之十二。": 13,
    "Правительство объявило о повышении расходов.": 9,
    "सरकार ने सोमवार को घोषणा की।": 8,
    "def f(x):\n    return {'a': x ** 2}\n": 14,
    "a\r\n\r\n\tb   c\n": 6,
    "<|endoftext|>": 7,
    "He's 6'2\" — they'll say “No!” … 😀🏳️‍🌈": 20,
    "3,141,592.65 € + 1e-9": 14,
}


@pytest.mark.parametrize(("text", "count"), KNOWN.items())
def test_counts_are_those_of_another_implementation(text: str, count: int) -> None:
    """The bundled table and pattern count as o200k does elsewhere."""
    assert EXACT.count([text]) == [count]


@pytest.mark.parametrize("counter", [EXACT, ESTIMATE])
@settings(deadline=None)  # the first exact count of a process loads the vocabulary
@given(st.lists(ANY_TEXT, max_size=4))
def test_every_string_has_a_count(counter: TokenCounter, texts: list[str]) -> None:
    """One count a text, in order, whatever the characters; no text but the empty one counts nothing."""
    counts = counter.count(texts)
    assert counts == [counter.count([text])[0] for text in texts]
    assert all((count > 0) == bool(text) for count, text in zip(counts, texts, strict=True))
    assert all(count <= len(text.encode("utf-8", "surrogatepass")) for count, text in zip(counts, texts, strict=True))


@pytest.mark.parametrize("blank", [" ", "\n", "\t", "\u00a0", "\u3000", "\x1c", "\r\n "])
def test_a_million_blanks_do_not_panic(blank: str) -> None:
    """White space beyond what tiktoken survives is counted, alone and inside a text."""
    run = blank * (1_200_000 // len(blank))
    alone, inside = EXACT.count([run, f"before{run}after"])
    assert 0 < alone <= inside <= alone + 4


def test_runs_below_the_limit_are_counted_as_a_whole() -> None:
    """Only a run beyond the limit is cut: a long text of ordinary runs counts as tiktoken counts it."""
    text = ("word " * 30 + "\n\n" + " " * 90_000) * 3
    assert EXACT.count([text]) == [len(vocabulary.o200k().encode_ordinary(text))]


@given(st.lists(st.sampled_from(["a", " " * 60_000, " " * 130_000, "\n" * 100_000, "b c"]), max_size=5).map("".join))
def test_a_text_cut_at_long_runs_is_the_text(text: str) -> None:
    """The parts join to the text, and none has a run of white space above the limit."""
    parts = tokens._below_panic(text)
    assert "".join(parts) == text
    assert all(len(part) - len(part.lstrip()) <= 100_000 for part in parts)


@pytest.mark.parametrize(
    "model",
    [
        *("gpt-5", "gpt-5-mini", "gpt-5.1", "gpt-4o", "gpt-4o-2024-05-13", "gpt-4.1-nano", "chatgpt-4o-latest", "o1"),
        *("o3-mini", "o4-mini", "ft:gpt-4o-mini:shop::1", "openai/gpt-5", "openai.gpt-oss-120b-1:0", "gpt-oss:20b"),
        " GPT-4o",
    ],
)
def test_models_with_the_bundled_vocabulary_are_counted_exactly(model: str) -> None:
    """OpenAI's names since gpt-4o, dated, fine-tuned or behind a router's prefix."""
    assert counter_for(model).exact
    assert counter_for(model).name == "o200k_base"


@pytest.mark.parametrize(
    "model", [None, "", "gpt-4", "gpt-4-turbo", "gpt-3.5-turbo", "gpt-50", "o10", "qwen3:8b", "pro1"]
)
def test_other_models_get_an_estimate_that_says_so(model: str | None) -> None:
    """No vocabulary is claimed that is not known to be the model's."""
    assert not counter_for(model).exact


SAMPLES = {
    "English": "The agency, which employs 4,300 people, said the merger would cost $1.2 billion over three years.",
    "capitals": "BREAKING: PRIME MINISTER RESIGNS AFTER VOTE; MARKETS FALL SHARPLY IN EARLY TRADING ACROSS ASIA",
    "German": "Die Bundesregierung kündigte am Montag an, die Gesundheitsausgaben um zwölf Prozent zu erhöhen.",
    "Chinese": "研究人员警告说，格陵兰岛冰川的融化速度正在加快，海平面上升的速度超过预期。",
    "Japanese": "政府は月曜日、来年の医療費が十二パーセント増加すると発表した。",
    "Korean": "정부는 월요일에 내년 보건 지출이 12퍼센트 증가할 것이라고 발표했다.",
    "Russian": "Учёные предупреждают: таяние ледников ускорилось, и уровень моря поднимается быстрее.",
    "Greek": "Η κυβέρνηση ανακοίνωσε ότι οι δαπάνες για την υγεία θα αυξηθούν.",
    "Hindi": "वैज्ञानिकों ने चेतावनी दी है कि हिमालय के ग्लेशियर तेज़ी से पिघल रहे हैं।",
    "Arabic": "حذر العلماء من أن ذوبان الأنهار الجليدية يتسارع.",
    "Thai": "รัฐบาลประกาศเมื่อวันจันทร์ว่าค่าใช้จ่ายด้านสุขภาพจะเพิ่มขึ้น",
    "Georgian": "მთავრობამ ორშაბათს განაცხადა, რომ ჯანდაცვის ხარჯები გაიზრდება.",
    "Amharic": "መንግሥት ሰኞ ዕለት የጤና ወጪ እንደሚጨምር አስታወቀ።",
    "Vietnamese": "Chính phủ thông báo rằng chi tiêu cho y tế sẽ tăng mười hai phần trăm vào năm tới.",
    "Czech": "Vláda v pondělí oznámila, že výdaje na zdravotnictví příští rok vzrostou.",
    "emoji": "🎉👩‍👩‍👧‍👦🏳️‍🌈🦜🧬",
    "code": "for i in range(len(xs)):\n    if xs[i] != ys[i]:\n        raise ValueError(f'{i}: {xs[i]!r}')\n",
    "table": "| 1,234.50 | -17 % | 2,004 | 88.1 |\n| 9.75 | +3 % | 1,998 | 91.0 |\n",
    "address": "https://www.example.org/articles/2024-05-13/index.html?id=48213&ref=home#comments",
    "hexadecimal": hashlib.sha256(b"sample").hexdigest(),
}


@pytest.mark.parametrize("kind", SAMPLES)
def test_the_estimate_does_not_undercount(kind: str) -> None:
    """Prose of every kind of script, code, tables and addresses are estimated at o200k's count or above."""
    for text in (SAMPLES[kind], SAMPLES[kind] * 20):
        assert ESTIMATE.count([text]) >= EXACT.count([text])


def test_the_estimate_of_english_is_of_some_use() -> None:
    """On English prose it stays below twice the count: a bound that is never reached would waste every budget."""
    assert ESTIMATE.count([SAMPLES["English"]])[0] < 2 * EXACT.count([SAMPLES["English"]])[0]


def test_any_object_with_the_three_members_is_a_counter() -> None:
    """A user's own counter needs no base class."""

    class Words:
        name = "words"
        exact = True

        def count(self, texts: list[str]) -> list[int]:
            return [len(text.split()) for text in texts]

    assert isinstance(Words(), TokenCounter)
