"""Canonical forms: what is joined means the same, what differs in meaning is never joined."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.text.fold import folded
from summarizer.verification.reading.canonical import canonicalize

SAME = [
    ("en", "Sales didn't hit $3.2m.", "Sales did not hit 3.2 million dollars"),
    ("en", "It has 3.2 million users.", "It has 3,200,000 users"),
    ("en", "It has 3.2 million users.", "It has three point two million users"),
    ("en", "It rose 5%.", "It rose 5 per cent"),
    ("en", "It rose 5 percent.", "It rose five per cent."),
    ("en", "A per cent of it", "A percent of it"),
    ("en", "On 12 March 2026 he left", "On March 12, 2026, he left"),
    ("en", "On 12 March 2026 he left", "On 2026-03-12 he left"),
    ("en", "On Thursday, 12 Mar. 2026, he left", "On Thu 12 March 2026, he left"),
    ("en", "On the 12th of March he left", "On March 12 he left"),
    ("en", "It opened in Sept. 2026", "It opened in September 2026"),
    ("en", "He came on Mon and left", "He came on Monday and left"),
    ("en", "about 5 km away", "about 5 kilometres away"),
    ("en", "at 20°C", "at 20 degrees Celsius"),
    ("en", "It cost US$5 million", "It cost 5 million US dollars"),
    ("en", "It cost A$5m", "It cost AUD 5 million"),
    ("en", "It cost $1.234 billion", "It cost $1,234,000,000"),
    ("en", "It cost $1.50", "It cost 1.5 dollars"),
    ("en", "It cost €5bn", "It cost 5 billion euros"),
    ("en", "He earns $50k", "He earns $50,000"),
    ("en", "It fell to -5%", "It fell to −5 percent"),
    ("en", "It fell to -5%", "It fell to minus 5 percent"),
    ("en", "5–10 people", "5-10 people"),
    ("en", "He can't go", "He cannot go"),
    ("en", "It's a boy", "It is a boy"),
    ("en", "He's been there", "He has been there"),
    ("en", "It's clear", "It is clear"),
    ("en", "They'd gone home", "They had gone home"),
    ("en", "It has 3.2m users", "It has 3.2 million users"),
    ("en", "the 21st day", "the twenty-first day"),
    ("en", "two-thirds of them", "2/3 of them"),
    ("en", "two and a half years", "2.5 years"),
    ("en", "1½ years", "1.5 years"),
    ("en", "half a million people", "500,000 people"),
    ("en", "at 3 p.m. he left", "at three pm he left"),
    ("en", "at 22:30 he left", "at 10:30 pm he left"),
    ("en", "organised labour at the centre", "organized labor at the center"),
    ("en", 'He said "yes."', "He said “yes”."),
    ("en", "He said 'yes'", "He said “yes”."),
    ("en", "ranked No. 1", "ranked No 1"),
    ("en", "a grey car", "a gray car"),
    ("en", "an e-mail", "an email"),
    ("en", "J. K. Rowling met St. Paul", "J.K. Rowling met St Paul"),
    ("en", "The U.S. said", "The US said"),
    ("en", "It rose in 4Q 2019", "It rose in Q4 2019"),
    ("en", "He hid during WWII", "He hid during World War II"),
    ("en", "after WW1 ended", "after World War I ended"),
    ("en", "before Thursday's vote", "before Thursday’s vote"),
    ("en", "the man—who left", "the man - who left"),
    ("en", "5 lakh people", "500,000 people"),
    ("en", "Smith & Co. said", "Smith and Co said"),
    ("en", "over 3 200 000 men", "over 3,200,000 men"),
    ("en", "Wait . . .", "Wait…"),
    ("de", "1.200 Euro", "1200 €"),
    ("de", "am 12. März 2026 kam er", "am 12.03.2026 kam er"),
    ("de", "3,5 Millionen Menschen", "3.500.000 Menschen"),
    ("de", "5,2 Mrd. Euro", "5,2 Milliarden Euro"),
    ("de", "zweiundzwanzig Prozent", "22 %"),
    ("de", "um 14.30 Uhr", "um 14:30 Uhr"),
    ("de", "um 9.30 Uhr", "um 09:30 Uhr"),
    ("de", "von 9.15 bis 16.30 Uhr", "von 9:15 bis 16:30 Uhr"),
    ("de", "um neun Uhr", "um 9.00 Uhr"),
    ("de", "mit 68 Stundenkilometern", "mit 68 km/h"),
    ("de", "auf 1.200 Quadratmetern", "auf 1200 m²"),
    ("de", "die Wand ist 40 m lang", "die Wand ist 40 Meter lang"),
    ("de", "in Rom, z. B. im Mai", "in Rom, z.B. im Mai"),
    ("en", "a wall 40m high and thin", "a wall 40 metres high and thin"),
    ("en", "the 100 m sprint", "the 100 metres sprint"),
    ("fr", "le 1er mars 2026", "le 1 mars 2026"),
    ("fr", "1 200 euros", "1200 €"),
    ("fr", "trente pour cent", "30 %"),
    ("es", "el 12 de marzo de 2026", "el 12 marzo 2026"),
    ("es", "treinta y dos por ciento", "32 %"),
    ("zh", "2026年3月12日", "二〇二六年三月十二日"),
    ("zh", "增长百分之五", "增长5%"),
    ("zh", "120万元", "1200000元"),
    ("zh", "一百零二人", "102人"),
]
OTHER = [
    ("en", "It rose in 4Q 2019", "It rose in 3Q 2019"),
    ("en", "He hid during WWII", "He hid during World War I"),
    ("en", "before Thursday's vote", "before Friday's vote"),
    ("en", "before Thursday's vote", "before Thursday vote"),
    ("en", "It rose 5%.", "It rose 5 percentage points"),
    ("en", "It rose 5%.", "It rose 5"),
    ("en", "about 5 km away", "about 5 miles away"),
    ("en", "US$5 million", "$5 million"),
    ("en", "A$5 million", "$5 million"),
    ("en", "£5 million", "5 million pounds"),  # of what? nothing says that it is money
    ("en", "It fell to -5%", "It fell to 5%"),
    ("en", "5-10 people", "510 people"),
    ("en", "5-10 people", "5 - 10 people"),
    ("en", "He can't go", "He can go"),
    ("en", "no one came", "No 1 came"),
    ("en", "5m tall", "5 million tall"),
    ("en", "1½ years", "11/2 years"),
    ("en", "version 10.10", "version 10.1"),
    ("en", "Es kostet 1.200 Euro", "Es kostet 1.2 Euro"),  # German that was taken for English
    ("en", "Es sind 1.200 %", "Es sind 1.2 %"),
    ("en", "The firm paid 1.200 euros", "The firm paid 1,200 euros"),
    ("en", "the twenty one-day games", "the 21-day games"),
    ("en", "At least 12 may die", "At least May 12 die"),
    ("en", "the boys' school", "the boys school"),
    ("en", "from 1990 200 people", "from 1990200 people"),
    ("en", "a million people", "million people"),
    ("en", "between two hundred and five thousand", "between 205,000"),
    ("en", "5 MW", "5 mW"),
    ("en", "waves of 5m broke", "waves of 5 million broke"),
    ("en", "He'd put it there", "He would put it there"),
    ("en", "in the 1990s", "in the 1990's"),  # a decade, and what belongs to a year
    ("en", "It cost $5", "It cost $5 pounds"),
    ("en", "a 2-0 victory", "a 2-0 million victory"),
    ("en", "room 6.412, left", "room 6.412 and a half, left"),
    ("en", "agent 007", "agent 7"),
    ("en", "the “reform” of it", "the reform of it"),
    ("en", "He left.", "He left?"),
    ("en", "its end", "it's end"),
    ("en", "We're here", "Were here"),
    ("en", "5 tonnes", "5 tons"),
    ("en", "the 2nd man", "the 2 man"),
    ("en", "10:30 am", "10:30 pm"),
    ("en", "re-sign it", "resign it"),
    ("en", "He's beaten", "He is beaten"),  # or has he beaten somebody?
    ("en", "12/03/2026", "03/12/2026"),
    ("en", "2026-03-12", "2026-12-03"),
    ("en", "~5 men", "5 men"),
    ("de", "1.200 Euro", "1,2 Euro"),
    ("de", "3 Prozent", "3 Prozentpunkte"),
    ("de", "5 Billionen", "5 Milliarden"),
    ("de", "um 3.50 Uhr", "um 3,50 Uhr"),
    ("de", "für 3.50 Euro", "für 3:50 Euro"),
    ("de", "um 9.30 Uhr", "um 21.30 Uhr"),
    ("de", "40 M lang", "40 m lang"),
    ("de", "5 m², z. B. Rom", "5 m², u. a. Rom"),
    ("en", "3m high schools", "3 metres high schools"),
    ("en", "waves of 5m high-risk loans", "waves of 5 metres high-risk loans"),
    ("en", "a £5m sprint", "a £5 metres sprint"),
    ("fr", "5 millions", "5 milliards"),
    ("zh", "增长5%", "增长5个百分点"),
    ("zh", "120万元", "120亿元"),
    ("zh", "一百二十", "一百二"),
    ("zh", "不是", "是"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_same_meaning_same_keys(language: str, one: str, other: str) -> None:
    """Two ways to write one thing have equal keys."""
    assert canonicalize(one, language=language).keys == canonicalize(other, language=language).keys


@pytest.mark.parametrize(("language", "one", "other"), OTHER)
def test_other_meaning_other_keys(language: str, one: str, other: str) -> None:
    """Two things that differ in a hard fact never have equal keys."""
    assert canonicalize(one, language=language).keys != canonicalize(other, language=language).keys


@pytest.mark.parametrize(
    ("text", "pounds", "money"),
    [
        ("It cost 5 pounds", "money", True),
        ("It cost 5 pounds", "weight", False),
        ("He lost 20 pounds", "large", False),
        ("It lost 2 million pounds", "large", True),
        ("He ate 5 pounds of flour", "money", False),
    ],
)
def test_pounds_are_money_only_where_told(text: str, pounds: str, money: bool) -> None:  # noqa: FBT001
    """The word "pounds" is read as sterling only in surroundings that say so."""
    form = canonicalize(text, language="en", pounds=pounds)  # type: ignore[arg-type]
    assert any(token.kind == "money" for token in form.tokens) is money


@given(st.text(max_size=80))
def test_tokens_lie_in_the_text(text: str) -> None:
    """Tokens come with places inside the text, in order of their starts within a word's reach."""
    form = canonicalize(text, language="en")
    assert form.keys == tuple(token.key for token in form.tokens)
    assert all(0 <= token.start <= token.end <= len(text) for token in form.tokens)


@example("0-\u00ad1%")
@example("$0\u00ad–1")
@given(st.text(alphabet="abc ABC.,'\"-–—“”’0123456789%$ \u00a0\u00ad", max_size=60))
def test_folding_changes_no_key(text: str) -> None:
    """A text and its folded copy have the same keys: typography carries nothing."""
    lower = text.lower()
    assert canonicalize(folded(lower), language="en").keys == canonicalize(lower, language="en").keys


@pytest.mark.parametrize(
    ("tokenised", "written"),
    [
        ("he does n't want to go , he said .", "He doesn't want to go, he said."),
        ("The firm raised £50, 000 for troops .", "The firm raised £50,000 for troops."),
        ("` ` We won , '' he said .", '"We won," he said.'),
        ("`` We won , '' he said .", '"We won," he said.'),
        ("Smith 's dog ( ) ran , and we 're late .", "Smith's dog ran, and we're late."),
        ("They ca n't go and wo n't pay $ 5 or 5 % .", "They can't go and won't pay $5 or 5%."),
        ("The ( old ) dog ran .", "The (old) dog ran."),
    ],
)
def test_tokenised_text_means_what_it_was(tokenised: str, written: str) -> None:
    """Spaces that a tokeniser put before marks and endings change nothing."""
    one, other = canonicalize(tokenised, language="en"), canonicalize(written, language="en")
    assert one.keys == other.keys
    assert one.closed == other.closed
