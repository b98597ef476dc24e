"""A sentence that points back is the source's only behind what stands before it there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Article, Document, verify, verify_text
from summarizer.document.sources import join
from summarizer.document.sources.article import articles_of
from summarizer.verification.rules.antecedents.lost import lost_antecedent

SOURCE = Document.of(
    "Smith resigned in May. Jones followed. He was convicted in 2019. He never spoke of it. The council met for hours."
    " It went home late.",
    title="A mayor leaves",
)


def lost(statement: str, before: str, document: Document, sentence: int) -> str | None:
    """Why a sentence is lost behind another, or behind nothing."""
    behind = (before,) if before else ()
    return lost_antecedent(statement, behind=behind, document=document, sentence=sentence, is_sound=lambda _: True)


@pytest.mark.parametrize(
    ("before", "statement", "sentence", "holds"),
    [
        ("Then Jones came.", "He was convicted in 2019.", 2, True),
        ("The new mayor, Jones, came.", "He was convicted in 2019.", 2, True),
        ("In May Smith resigned.", "He was convicted in 2019.", 2, False),
        ("In the end Jones won.", "He never spoke of it.", 3, True),  # through the "he" before it
        ("The council sat.", "It went home late.", 5, True),
        ("A ferry sank.", "It went home late.", 5, False),
        ("A ferry sank.", "The council met for hours.", 4, True),  # refers to nothing
        ("", "He was convicted in 2019.", 2, False),
        ("", "Smith resigned in May.", 0, True),
    ],
)
def test_the_sentence_before_must_speak_of_whom_the_source_means(
    before: str, statement: str, sentence: int, holds: object
) -> None:
    """A name where there is one, else half of its words, stand where the source's own pronoun points."""
    assert (lost(statement, before, SOURCE, sentence) is None) is holds


def test_the_title_is_what_a_first_sentence_points_at() -> None:
    """An article that opens with "He left" has named him above."""
    document = Document.of("He left at noon.", title="Mayor Jones goes")
    assert lost("He left at noon.", "It was all about Jones.", document, 0) is None
    assert lost("He left at noon.", "It was all about Smith.", document, 0)


def test_nothing_of_another_source_is_what_a_sentence_points_at() -> None:
    """The first sentence of a source has none before it, and its own title."""
    document = join.joined(
        articles_of(["Smith resigned in May.", Article("He was convicted.", title="Jones on trial")])
    )
    assert lost("He was convicted.", "Smith resigned in May.", document, 1) is not None
    assert lost("He was convicted.", "Jones stood on trial.", document, 1) is None


def test_sentences_put_together_anew_get_no_tick_for_their_pronoun() -> None:
    """Each sentence stands in the source to the letter; together they say of Smith what it says of Jones."""
    made = verify_text("Once more Smith resigned in May. He was convicted in 2019.", SOURCE)
    assert made.sentences[1].verdict == "unchecked"
    assert made.sentences[1].reason == "“He” points at what stands before it, and here another sentence does"
    kept = verify_text("Jones followed. He was convicted in 2019.", SOURCE)
    assert [sentence.verdict for sentence in kept.sentences] == ["supported", "supported"]


def test_the_same_sentence_before_it_must_point_at_the_same() -> None:
    """Twice “He” is of Jones in the source, and of Smith behind Smith."""
    made = verify_text("Smith resigned in May. He was convicted in 2019. He never spoke of it.", SOURCE)
    assert [sentence.verdict for sentence in made.sentences] == ["supported", "unchecked", "unchecked"]


def test_a_text_that_opens_with_a_pronoun_points_at_nothing() -> None:
    """A claim by itself is asked about as it stands."""
    made = verify_text("He was convicted in 2019.", SOURCE)
    assert made.sentences[0].reason == "“He” points at what stands before it, and here nothing does"
    assert verify(["He was convicted in 2019."], SOURCE)[0].verdict == "supported"


# For each language: what stands before in another text, what stands before in the source, and what points back.
ELSEWHERE = {
    "en": (
        "The harbour of Tessim opened a new pier in 2015.",
        "In 2019 the Bank of Orlo, which had hired ten engineers, lost the sum of 5 million euros.",
        (
            "The next year it made 3 million euros.",
            "A year later, the plan was approved.",
            "Four of them left in June.",
            "Both were insured.",
            "Others came from abroad.",
            "Another was sold to a farmer.",
            "The latter was sold to a farmer.",
            "The second was sold to a farmer.",
            "Half of them were sold.",
            "One man died there.",
            "As a result, the prices rose.",
            "Therefore the prices rose.",
            "So did Denmark.",
            "Neither did Denmark.",
            "Denmark did not.",
            "The same was true of rats.",
            "Instead, the council bought a ferry.",
            "Such a loss is rare.",
            "The firm makes cars in Denmark.",
            "They bought a ferry.",
        ),
    ),
    "de": (
        "Der Hafen von Tessim eröffnete 2015 einen neuen Kai.",
        "Die Orlobank, die zehn Ingenieure eingestellt hatte, verlor 2019 die Summe von 5 Millionen Euro.",
        (
            "Im Jahr darauf verdiente sie 3 Millionen Euro.",
            "Zwei Tage später wurde der Plan gebilligt.",
            "Vier von ihnen gingen im Juni.",
            "Beide waren versichert.",
            "Andere kamen aus dem Ausland.",
            "Letztere wurde an einen Bauern verkauft.",
            "Ein Mann starb dort.",
            "Dafür zahlte die Stadt 3 Millionen Euro.",
            "Deshalb stiegen die Preise.",
            "Stattdessen kaufte der Rat eine Fähre.",
            "Dänemark nicht.",
            "Sie kaufte eine Fähre.",
        ),
    ),
    "fr": (
        "Le port de Tessim a ouvert un nouveau quai en 2015.",
        "La banque Orlo, qui avait recruté dix ingénieurs, a perdu la somme de 5 millions d'euros en 2019.",
        (
            "L'année suivante, elle en a gagné trois.",
            "Deux jours plus tard, le plan fut approuvé.",
            "Quatre d'entre eux sont partis en juin.",
            "Les deux étaient assurés.",
            "D'autres venaient de l'étranger.",
            "Ce dernier a été vendu.",
            "Par conséquent, les prix ont monté.",
            "Pour cela, la ville a payé 3 millions d'euros.",
            "Le Danemark non plus.",
            "Elle a acheté un bateau.",
        ),
    ),
    "es": (
        "El puerto de Tessim abrió un nuevo muelle en 2015.",
        "El banco Orlo, que había contratado a diez ingenieros, perdió la suma de 5 millones de euros en 2019.",
        (
            "Al año siguiente ganó tres millones de euros.",
            "Dos días después, el plan fue aprobado.",
            "Cuatro de ellos se fueron en junio.",
            "Ambos estaban asegurados.",
            "Otros vinieron del extranjero.",
            "Este último fue vendido.",
            "Por eso subieron los precios.",
            "Un hombre murió allí.",
            "Dinamarca no lo hizo.",
            "Ella compró un barco.",
        ),
    ),
    "it": (
        "Il porto di Tessim ha aperto un nuovo molo nel 2015.",
        "La banca Orlo, che aveva assunto dieci ingegneri, ha perso la somma di 5 milioni di euro nel 2019.",
        (
            "L'anno dopo ne ha guadagnati tre.",
            "Due giorni dopo il piano è stato approvato.",
            "Quattro di loro sono partiti a giugno.",
            "Entrambi erano assicurati.",
            "Altri venivano dall'estero.",
            "Quest'ultimo è stato venduto.",
            "Di conseguenza i prezzi sono saliti.",
            "La Danimarca no.",
            "Lei ha comprato una nave.",
        ),
    ),
    "pt": (
        "O porto de Tessim abriu um novo cais em 2015.",
        "O banco Orlo, que tinha contratado dez engenheiros, perdeu a soma de 5 milhões de euros em 2019.",
        (
            "No ano seguinte ganhou três milhões de euros.",
            "Dois dias depois, o plano foi aprovado.",
            "Quatro deles saíram em junho.",
            "Ambos estavam segurados.",
            "Outros vieram do estrangeiro.",
            "Este último foi vendido.",
            "Por isso os preços subiram.",
            "A Dinamarca não.",
            "Ela comprou um navio.",
        ),
    ),
    "nl": (
        "De haven van Tessim opende in 2015 een nieuwe kade.",
        "De Orlobank, die tien ingenieurs had aangenomen, verloor in 2019 het bedrag van 5 miljoen euro.",
        (
            "Het jaar daarop verdiende ze drie miljoen euro.",
            "Twee dagen later werd het plan goedgekeurd.",
            "Vier van hen vertrokken in juni.",
            "Beide waren verzekerd.",
            "Anderen kwamen uit het buitenland.",
            "Daarom stegen de prijzen.",
            "Denemarken ook niet.",
            "Zij kocht een schip.",
        ),
    ),
    "zh": (
        "奥斯陆港2015年启用新码头。",
        "王明和李华2019年加入东方银行，聘请了十名工程师。",
        (
            "第二年，它盈利三百万元。",
            "次日，计划获批。",
            "三天后，计划获批。",
            "同年，计划获批。",
            "他于2010年离开城市。",
            "她于2010年离开城市。",
            "他们于2010年离开城市。",
            "其总部设在北京。",
            "此事引起关注。",
            "该行亏损五百万元。",
            "两者都已投保。",
            "其他人来自国外。",
            "因此，价格上涨。",
            "丹麦没有。",
        ),
    ),
    "ja": (
        "オスロ港は2015年に新しい埠頭を開いた。",
        "田中さんは2019年に東方銀行に入り、十人の技師を雇った。",
        ("翌年、三百万円の黒字になった。", "彼は2010年に町を去った。",
            "同社は黒字になった。", "そのため、価格が上がった。"),
    ),
}  # fmt: skip
CASES = [
    (language, other, own, pointing)
    for language, (other, own, sentences) in ELSEWHERE.items()
    for pointing in sentences
]  # fmt: skip


def joined(language: str, *sentences: str) -> str:
    """Sentences as a text has them."""
    return ("" if language in ("zh", "ja") else " ").join(sentences)


@pytest.mark.parametrize(("language", "other", "own", "pointing"), CASES)
def test_what_points_elsewhere_gets_no_tick(language: str, other: str, own: str, pointing: str) -> None:
    """Word for word in the source, yet another is meant: the reason names the words. At its own place it holds."""
    source = Document.of(joined(language, other, own, pointing), language=language)
    here = verify_text(Document.of(joined(language, other, pointing), language=language), source).sentences[-1]
    assert here.verdict == "unchecked"
    assert "points at what stands before it, and here another sentence does" in here.reason
    assert here.reason.split("“")[1].split("”")[0] in pointing
    in_place = verify_text(Document.of(joined(language, own, pointing), language=language), source).sentences[-1]
    assert in_place.verdict == "supported"
    first = verify_text(Document.of(pointing, language=language), source).sentences[-1]
    assert first.verdict == "unchecked" or first.statement.startswith(("The firm", "该行"))


STANDING = [
    ("en", "This year the harbour lost 40 million euros."),
    ("en", "There were 300 guests in the harbour."),
    ("en", "As a result of the strike, the prices rose."),
    ("en", "The Second Avenue was closed in June."),
    ("en", "Some residents left in June."),
    ("en", "However, the mayor left in June."),
    ("en", "Shows such as the ferry parade were cancelled."),
    ("de", "Das Werk von Orlo schließt im Juni."),
    ("de", "Einige Anwohner zogen im Juni fort."),
    ("fr", "Toutes les écoles ferment en juin."),
    ("es", "Todas las escuelas cierran en junio."),
    ("zh", "市长王明六月辞职。"),
]


@pytest.mark.parametrize(("language", "statement"), STANDING)
def test_what_stands_alone_keeps_its_tick(language: str, statement: str) -> None:
    """Behind another sentence than in the source, and behind none."""
    other, own, _ = ELSEWHERE[language]
    source = Document.of(joined(language, other, own, statement), language=language)
    for text in (joined(language, other, statement), statement):
        assert verify_text(Document.of(text, language=language), source).sentences[-1].verdict == "supported"


PIECES = [own for _, own, _ in ELSEWHERE.values()] + [
    "He left.",
    "The next day it rained.",
    "Denmark did not.",
    "他离开。",
]


@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_every_sentence_stands_at_its_own_place(pieces: list[str]) -> None:
    """A text checked against itself loses no tick for what points back."""
    document = Document.of("\n\n".join(pieces), language="en")
    for sentence in verify_text(document, document).sentences:
        assert "points at" not in sentence.reason
