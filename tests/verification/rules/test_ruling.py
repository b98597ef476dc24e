"""The rules: what code alone says of a claim."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import joined
from summarizer.text.span import Span
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules

ARTICLE = """# Ferry company orders two boats

The Marlow ferry company carried 547,126 passengers in 2025, up 4% on the year before.
However, it didn't make a profit. On 12 March 2026 its director, Ana Ruiz, met Tom Okoro at the harbour.
Allegedly, the mayor took $3.2 million from the fund. If the board agrees, the new boats will sail early.
"Nobody will lose a job," she said. She denied that the firm had lied.
At least 40 people lost their homes near the U.S. border. The temperature fell to -5 degrees Celsius on Friday.
"""
GERMAN = (
    "Der Umsatz stieg am 12. März 2026 um 1.200 Euro auf 3,5 Millionen Euro. "
    "„Wir sind nicht zufrieden“, sagte die Chefin."
)
CHINESE = "公司2025年营收120万元，增长5%。他说：“我们没有裁员。”会议于3月12日举行。"
RULES = Rules.of(Index.of(Document.of(ARTICLE, language="en")))


@pytest.mark.parametrize(
    ("claim", "decided_by"),
    [
        ("However, it didn't make a profit.", "verbatim"),
        ("however, it didn’t make a\u00a0profit.", "verbatim"),
        ("It did not make a profit", "rule"),
        ("The Marlow ferry company carried 547 126 passengers in 2025, up four per cent on the year before.", "rule"),
        ("On March 12, 2026, its director, Ana Ruiz, met Tom Okoro at the harbor.", "rule"),
        ("The temperature fell to −5°C on Friday.", "rule"),
        ("“Nobody will lose a job”, she said.", "rule"),
    ],
)
def test_supported(claim: str, decided_by: str) -> None:
    """A claim in the source's words, or in other form with the same meaning, is supported with its evidence."""
    ruling = RULES.rule_on(claim)
    assert (ruling.verdict, ruling.decided_by, ruling.score) == ("supported", decided_by, 1.0)
    assert ruling.evidence
    assert all(check.passed for check in ruling.checks)
    assert all(ARTICLE[e.start : e.end] == e.text for e in ruling.evidence)


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The Marlow ferry company carried 547,162 passengers in 2025, up 4% on the year before.", "contradicted"),
        (
            "The Marlow ferry company carried 547,126 passengers in 2025, up 4 percentage points on the year before.",
            "contradicted",
        ),
        ("On 13 March 2026 its director, Ana Ruiz, met Tom Okoro at the harbour.", "contradicted"),
        ("On 12 March 2026 its director, Ana Ruiz, met Tom Kessel at the harbour.", "contradicted"),
        ("The temperature fell to 5 degrees Celsius on Friday.", "contradicted"),
        ("The temperature fell to -5 degrees Fahrenheit on Friday.", "contradicted"),
        ("It made a profit.", "unchecked"),
        ("The mayor took $3.2 million from the fund.", "unchecked"),
        ("The new boats will sail early.", "unchecked"),
        ("Nobody will lose a job.", "unchecked"),
        ("The firm had lied.", "unchecked"),
        ("40 people lost their homes near the U.S. border.", "unchecked"),
        ("At least 40 people lost their homes near the us border.", "contradicted"),
        ("The company bought a shipyard in Velasco.", "not_stated"),
        ("The company has 8,311 employees.", "not_stated"),
        ("The company is doing well.", "unchecked"),
    ],
)
def test_not_supported(claim: str, verdict: str) -> None:
    """A change in a hard fact contradicts, what stands nowhere is not stated, and all else is left to a judge."""
    ruling = RULES.rule_on(claim)
    assert ruling.verdict == verdict
    assert (ruling.decided_by is None) is (verdict == "unchecked")
    assert ruling.reason


def test_a_claim_that_is_asked_about_again_is_ruled_on_once() -> None:
    """Asked with other evidence, or behind another sentence, it is another question."""
    rules = Rules.of(RULES.index)
    claim = RULES.reading.sentences[0].text
    first = rules.rule_on(claim)
    assert rules.rule_on(claim) is first == RULES.rule_on(claim)
    named = rules.rule_on(claim, cited=[one.span for one in first.evidence])
    assert named is not first
    assert rules.rule_on(claim, behind=["He was late."]) is not first
    assert rules.rule_on(claim, language="de") is not first


def test_reason_names_both_sides() -> None:
    """A contradiction says what the source has and what the claim has."""
    ruling = RULES.rule_on("The temperature fell to -7 degrees Celsius on Friday.")
    assert "“-5 degrees Celsius”" in ruling.reason or "“-5”" in ruling.reason
    assert "-7" in ruling.reason


@pytest.mark.parametrize(
    ("text", "language", "old", "new"),
    [
        (GERMAN, "de", "12. März", "13. März"),
        (GERMAN, "de", "1.200", "1.300"),
        (GERMAN, "de", "1.200", "1,200"),
        (GERMAN, "de", "3,5 Millionen", "3,5 Milliarden"),
        (GERMAN, "de", "Euro auf", "Dollar auf"),
        (GERMAN, "de", "nicht zufrieden", "zufrieden"),
        (GERMAN, "de", "Wir sind", "Wir waren"),
        (CHINESE, "zh", "120万", "120亿"),
        (CHINESE, "zh", "5%", "6%"),
        (CHINESE, "zh", "5%", "5个百分点"),
        (CHINESE, "zh", "没有裁员", "有裁员"),
        (CHINESE, "zh", "3月12日", "3月13日"),
        (CHINESE, "zh", "2025年", "2024年"),
    ],
)
def test_no_change_slips_through_in_german_or_chinese(text: str, language: str, old: str, new: str) -> None:
    """No sentence with a changed number, date, negation or quotation is supported; the sentence itself is."""
    document = Document.of(text, language=language)
    rules = Rules.of(Index.of(document))
    sentence = next(s.body.of(text) for s in document.sentences if old in s.body.of(text))
    assert rules.rule_on(sentence).verdict == "supported"
    assert rules.rule_on(sentence.replace(old, new)).verdict != "supported"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The harbor board paid $5 million for two boats.", "unchecked"),
        ("The harbor board paid A$5 million for two boats.", "contradicted"),
        ("The harbor board paid $6 million for two boats.", "contradicted"),
        ("The mayor of Marlow lent US$3 million to the board.", "unchecked"),
        ("The mayor of Marlow lent A$3 million to the board.", "unchecked"),
        ("The mayor of Marlow lent €3 million to the board.", "contradicted"),
    ],
)
def test_a_bare_dollar_sign_is_open(claim: str, verdict: str) -> None:
    """A "$" beside "US$" or "A$" is neither the same nor a contradiction; two countries' dollars are one."""
    text = "The harbor board paid US$5 million for two boats. The mayor of Marlow lent $3 million to the board."
    assert Rules.of(Index.of(Document.of(text, language="en"))).rule_on(claim).verdict == verdict


@pytest.mark.parametrize(
    ("language", "claim", "source"),
    [
        ("de", "Am 12.03.2026 stieg der Umsatz um 1200 €.", "Am 12. März 2026 stieg der Umsatz um 1.200 Euro."),
        ("zh", "公司2025年营收1200000元，增长百分之五。", "公司2025年营收120万元，增长5%。"),
        ("fr", "Le 1 mars 2026, la ville a payé 1200 €.", "Le 1er mars 2026, la ville a payé 1 200 euros."),
        ("es", "El 12 de marzo de 2026 pagó 3.500.000 euros.", "El 12 de marzo de 2026 pagó 3,5 millones euros."),
    ],
)
def test_other_forms_in_other_languages(language: str, claim: str, source: str) -> None:
    """Numbers and dates are read as each language writes them."""
    index = Index.of(Document.of(source, language=language))
    assert Rules.of(index).rule_on(claim).decided_by == "rule"


def test_unknown_language_needs_the_same_words() -> None:
    """In a language that nobody told, the folded words themselves still count."""
    rules = Rules.of(Index.of(Document.of("Satama avattiin uudelleen maanantaina.", language="xx")))
    assert rules.rule_on("satama avattiin uudelleen maanantaina").verdict == "supported"
    assert rules.rule_on("Satama suljettiin uudelleen maanantaina.").verdict != "supported"


def test_cited_spans_are_looked_at_and_not_trusted() -> None:
    """A citation of the wrong place supports nothing, of the right one is the evidence."""
    wrong = Span(0, 10)
    assert RULES.rule_on("The company has 8,311 employees.", cited=[wrong]).verdict == "not_stated"
    start = ARTICLE.index("At least 40")
    ruling = RULES.rule_on("At least forty people lost their homes near the US border.", cited=[Span(start, start + 5)])
    assert ruling.evidence[0].start == start


def test_the_same_document_is_ruled_on_alike() -> None:
    """What was ruled on before changes nothing: rules made anew say the same."""
    claim = "The temperature fell to 5 degrees Celsius on Friday."
    assert Rules.of(RULES.index).rule_on(claim) == RULES.rule_on(claim)


_SENTENCES = [s.body.of(ARTICLE) for s in RULES.index.document.sentences if s.body.end - s.body.start > 20]
_TYPOGRAPHY = {" ": "\u00a0", "'": "’", "-": "\u2011", "fi": "ﬁ", ",": "\u200b,", "a": "a\u00ad"}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_SENTENCES), st.sampled_from(sorted(_TYPOGRAPHY)), st.sampled_from(["", "4", "not ", "Kessel "]))
def test_typography_changes_no_verdict(sentence: str, old: str, inserted: str) -> None:
    """What is said of a claim, true or changed, does not depend on quotes, dashes, spaces or hidden characters."""
    claim = sentence[: len(sentence) // 2] + inserted + sentence[len(sentence) // 2 :]
    other = claim.replace(old, _TYPOGRAPHY[old])
    assert RULES.rule_on(other).verdict == RULES.rule_on(claim).verdict


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_SENTENCES), st.sampled_from(sorted(_TYPOGRAPHY)))
def test_typography_of_the_document_changes_no_verdict(sentence: str, old: str) -> None:
    """Nor on the typography of the document."""
    heading, _, body = ARTICLE.partition("\n\n")
    text = f"{heading}\n\n{body.replace(old, _TYPOGRAPHY[old])}"
    rules = Rules.of(Index.of(Document.of(text, language="en")))
    assert rules.rule_on(sentence).verdict == RULES.rule_on(sentence).verdict == "supported"


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(_SENTENCES), st.integers(min_value=2, max_value=10**7), st.integers(min_value=0, max_value=60))
def test_a_number_that_the_document_lacks_is_never_supported(sentence: str, number: int, place: int) -> None:
    """Wherever a number is put that the document does not hold, the claim is not supported."""
    parts = sentence.split(" ")
    place = min(place, len(parts))
    claim = " ".join([*parts[:place], str(number), *parts[place:]])
    held = number in RULES.facts.values or str(number) in ARTICLE
    assert held or RULES.rule_on(claim).verdict != "supported"


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(_SENTENCES), st.data())
def test_a_dropped_word_is_never_supported(sentence: str, data: st.DataObject) -> None:
    """No word but the opener may be left out of a sentence."""
    parts = sentence.split(" ")
    place = data.draw(st.integers(min_value=0, max_value=len(parts) - 1))
    claim = " ".join(parts[:place] + parts[place + 1 :])
    opener = parts[place] in ("However,", "#")
    assert opener or RULES.rule_on(claim).verdict != "supported"


# What careful readers wrote to get a tick that is not earned, each as source and claim.
REFUSED = [
    ("Smith knew. The mayor lied.", "Smith knew the mayor lied."),
    ("He voted. No one else did.", "He voted no one else did."),
    ("# Council denies\n\nThe mayor lied.\n\n## Two\n\nText.", "Council denies the mayor lied."),
    ("他知道。市长撒谎了。这是事实。", "他知道市长撒谎了。"),
    ("On 5 May 2000, soldiers left.", "On 5 May, 2000 soldiers left."),
    ("In March 2000 people were arrested.", "In March 2000, people were arrested."),
    ("On May 12 300 people died.", "On May 12,300 people died."),
    ("Of the 5 100 survived.", "Of the 5,100 survived."),
    ("A twenty-second delay hit the race.", "A 22nd delay hit the race."),
    ("The firm cut 10 HR jobs.", "The firm cut 10 hour jobs."),
    ("Two FT journalists won.", "Two foot journalists won."),
    ("Her last SAT went badly.", "Her last Saturday went badly."),
    ("The 100m women trained in Oslo.", "The 100 million women trained in Oslo."),
    ("The firm posted three quarters of losses.", "The firm posted 3/4 of losses."),
    ("After eight quarters of decline it grew.", "After two of decline it grew."),
    ("They'd house guests in June.", "They would house guests in June."),
    ("They'd split in 2019.", "They would split in 2019."),
    ("They'd open doors for the poor.", "They had open doors for the poor."),
    ("He's two children.", "He is two children."),
    ("What'd he say?", "What would he say?"),
    ("They fear ICE in the town.", "They fear ice in the town."),
    ("Police shot two Wolves in May.", "Police shot two wolves in May."),
    ("But polish sales fell in June.", "Polish sales fell in June."),
    ("Der Gefangene floh in der Nacht nicht.", "Der gefangene Floh in der Nacht nicht."),
    ("A 4q deletion causes it.", "A Q4 deletion causes it."),
    ("In the world war I lost everything.", "In the WWI lost everything."),
    ("# H\n\nThe yard employs 12<sup>3</sup> welders now.", "The yard employs 123 welders now."),
    ("# H\n\nThe fee is ~~$40~~ $50 now.", "The fee is $40 $50 now."),
    ("# H\n\nIt is false that:\n\n- The mayor resigned.\n- Taxes rose.", "The mayor resigned."),
    (
        "# H\n\nThe council rejected the following.\n\n- The library will close.\n- Taxes rise.",
        "The library will close.",
    ),
    ("# Myths about the mayor\n\nThe mayor resigned. He left.", "The mayor resigned."),
    ("The mayor resigned. That is a lie. He stayed.", "The mayor resigned."),
    ("Suppose the firm fails. The workers lose all.", "The workers lose all."),
    ("It is not true that\n\nthe mayor resigned.\n\nNobody said it.", "The mayor resigned."),
    ("Smith said: ‘It’s sad. The mayor lied. We lost.’", "The mayor lied."),
    ("“The mayor lied.\n\n“The council knew of it. Nobody cared.\n\n“We were robbed,” said Smith.", "Nobody cared."),
    ("SMITH: The mayor lied. He took cash.", "He took cash."),
    ("It is not true that Prof. em. Jones lied.", "Jones lied."),
    ("# H\n\n- [ ] The bridge was repaired.\n- [x] The road was closed.", "The bridge was repaired."),
    ("```\n# The mayor resigned.\n```\n\nText here.", "The mayor resigned."),
    ("Nobody believes what he told (Reuters) - the mayor resigned today.", "The mayor resigned today."),
]


@pytest.mark.parametrize(("source", "claim"), REFUSED)
def test_what_only_looks_like_the_source_gets_no_tick(source: str, claim: str) -> None:
    """Typography, case, abbreviations and places are no help to a claim that says something else."""
    assert Rules.of(Index.of(Document.of(source))).rule_on(claim).verdict != "supported"


# Other forms of the same fact: code may leave them open, but may not call them wrong.
NOT_WRONG = [
    ("He left at 9 a.m. on Monday.", "He left at 09:00 on Monday."),
    ("It opened on 4/7/2020 in Kiel.", "It opened on 4 July 2020 in Kiel."),
    ("He met the United States team in May.", "He met the US team in May."),
    ("He lived in Zürich for years.", "He lived in Zurich for years."),
    ("He met Sen. Smith in May.", "He met Senator Smith in May."),
    ("It has 1.2m inhabitants today.", "It has 1.2 million inhabitants today."),
]


@pytest.mark.parametrize(("source", "claim"), NOT_WRONG)
def test_another_form_of_a_fact_is_no_contradiction(source: str, claim: str) -> None:
    """A conflict is one only where both sides are understood and differ."""
    assert Rules.of(Index.of(Document.of(source))).rule_on(claim).verdict in ("supported", "unchecked")


def test_a_name_that_may_be_meant_is_not_nowhere() -> None:
    """Without a judge a claim about a word that a line's end cuts is open: no reason says what is not so."""
    index = Index.of(Document.of("The mayor praised the old town of Ros-\ntock on Monday.", language="en"))
    ruling = Rules.of(index).rule_on("Everybody loved the town of Rostock and its history.")
    assert ruling.verdict == "unchecked"
    assert "nowhere" not in ruling.reason


@pytest.mark.parametrize(
    ("claim", "worst"),
    [
        (
            "However, it didn't make a profit. The temperature fell to -9 degrees Celsius on Friday.",
            "The temperature fell to -9 degrees Celsius on Friday.",
        ),
        ("The mayor of Quito resigned in 1987. It did not make a profit.", "The mayor of Quito resigned in 1987."),
        (
            "Zebras graze in Vienna at night. Why? The temperature fell to -5 degrees Celsius on Friday.",
            "Zebras graze in Vienna at night.",
        ),
    ],
)
def test_every_sentence_of_a_claim_counts(claim: str, worst: str) -> None:
    """One that is made up is not made up for by others, wherever it stands."""
    ruling = RULES.rule_on(claim)
    assert ruling.verdict != "supported"
    assert ruling.score <= RULES.rule_on(worst).score < 0.5


def test_what_a_sentence_of_a_claim_leaves_out_is_no_conflict_there() -> None:
    """The sentence before it may say it; alone it is one."""
    rules = Rules.of(Index.of(Document.of("Voss said the old plant was unsafe. It was built in 1931.")))
    alone = rules.rule_on("The old plant was unsafe.")
    first, second = rules.rule_on_sentences("The old plant was unsafe. It was built in 1931.")
    assert any(check.conflict for check in alone.checks)
    assert not any(check.conflict for check in first[1].checks)
    assert alone.score <= 0.1 < first[1].score
    assert second == ("It was built in 1931.", rules.rule_on("It was built in 1931."))
    assert rules.rule_on_sentences("The old plant was unsafe.") == []


def test_a_contradicted_sentence_contradicts_the_claim_that_it_is_in() -> None:
    """A true sentence before it or behind it changes nothing, and its conflict is among the checks."""
    text = "The old pier opened in May. The harbor board bought four boats on Monday. A storm closed the school."
    rules = Rules.of(Index.of(Document.of(text, language="en")))
    wrong = "The harbor board bought five boats on Monday."
    for claim in (f"The old pier opened in May. {wrong}", f"{wrong} Later a storm shut the school."):
        ruling = rules.rule_on(claim)
        assert (ruling.verdict, "five" in ruling.reason) == ("contradicted", True)
        assert any(check.conflict for check in ruling.checks)


@pytest.mark.parametrize(
    "claim",
    ["The council had been warned of rust in 2022.", "The town is old. The council had been warned of rust in 2022."],
)
def test_one_source_does_not_contradict_what_is_said_of_another(claim: str) -> None:
    """A claim that rests on one source is laid beside that one alone; without it the other speaks against the claim."""
    one, other = "An inspector told the council about rust in 2022.", "The council had not been warned of rust in 2022."
    document = joined(articles_of([one, other]))
    rules = Rules.of(Index.of(document))
    assert rules.rule_on(claim, cited=[document.sentences[0].span]).verdict == "unchecked"
    assert rules.rule_on(claim, cited=[document.sentences[1].span]).verdict == "contradicted"


def test_the_day_of_a_source_is_that_of_its_words() -> None:
    """What day of the week the 11th of March was is told by the year of the source that says so."""
    text = "The bridge was shut on 11 March."
    document = joined(articles_of([text, Article(text, date=dt.date(2025, 3, 12))]))
    rules = Rules.of(Index.of(document))
    found = []
    for sentence in document.sentences:
        ruling = rules.rule_on("The bridge was shut on Tuesday, 11 March, for repairs.", cited=[sentence.span])
        found.append(next(check.found for check in ruling.checks if check.item == "Tuesday"))
    assert found == ["absent", "in_span"]


_MISREAD = [
    "\u202e91\u202c",
    "\u206791 and 5\u2069",
    "9\u20621",
    "9\u200b1",
    "9\U000e00311",
    "9১",
    "9\u200f-\u200f1",
]


@pytest.mark.parametrize("number", _MISREAD)
def test_what_is_read_otherwise_than_it_is_stored_states_nothing(number: str) -> None:
    """Neither the number stored nor the one that is seen is ticked or called wrong by it, nor the sentence itself."""
    text = f"Revenue of the port was {number} million euros in May. The ferry closed in June."
    rules = Rules.of(Index.of(Document.of(text, language="en")))
    for said in (number, "91", "19"):
        ruling = rules.rule_on(f"Revenue of the port was {said} million euros in May.")
        assert (ruling.verdict, ruling.decided_by) == ("unchecked", None)
        assert "read" in ruling.reason
        assert "U+" in ruling.reason
    assert rules.rule_on("The ferry closed in June.").verdict == "supported"


@pytest.mark.parametrize("number", _MISREAD)
def test_a_claim_that_is_read_otherwise_is_not_ticked(number: str) -> None:
    """A person would read another claim."""
    text = "Revenue of the port was 91 million euros in May. The ferry closed in June."
    rules = Rules.of(Index.of(Document.of(text, language="en")))
    ruling = rules.rule_on(f"Revenue of the port was {number} million euros in May.")
    assert (ruling.verdict, ruling.decided_by) == ("unchecked", None)
    assert "the claim" in ruling.misread


def test_the_same_sentence_elsewhere_still_counts() -> None:
    """A claim that a sentence states as it is read holds, whatever a turned copy of it says."""
    sentence = "Revenue of the port was 91 million euros in May."
    text = f"\u202e{sentence}\n\nThe ferry closed in June.\n\n{sentence}"
    ruling = Rules.of(Index.of(Document.of(text, language="en"))).rule_on(sentence)
    assert (ruling.verdict, ruling.misread) == ("supported", "")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("הנמל נסגר בשנת 2019\u200f. המחיר היה 10-20 שקל\u200e.", "הנמל נסגר בשנת 2019."),
        ("\u202bهبط السعر إلى 91 ريالا في مايو.\u202c عاد العمال.", "هبط السعر إلى 91 ريالا في مايو."),
        ("\u2068Ada\u2069 paid \u206891\u2069 euros in May. It rained.", "Ada paid 91 euros in May."),
    ],
)
def test_texts_to_the_left_keep_their_marks(text: str, claim: str) -> None:
    """What a script needs to be read as it is stored takes nothing away."""
    assert Rules.of(Index.of(Document.of(text))).rule_on(claim).verdict == "supported"
