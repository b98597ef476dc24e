"""What has to be verified of a drafted summary: its sentences, the titles that assert something, and variants.

claims = SummaryClaims.of(draft, facts=drafted, source=source, language="")
claims.asked     ->  (Claim(id="s1", …), Claim(id="t0", …)): what code alone cannot settle
claims.repeats   ->  {"s2": "c1.3"}: sentences that say a fact to the letter, and stand or fall with it
claims.unsound   ->  {"s5": DroppedSentence(reason="it names nothing that it stands on", …)}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.facts.fact import DraftedFact
from summarizer.summary.drafted import DraftedSection, DraftedSentence, DraftedSummary
from summarizer.summary.summary import DroppedSentence
from summarizer.summary.titles import HEADLINE, names_subject
from summarizer.text.fold import folded
from summarizer.text.pointers import leans, pointers_of
from summarizer.text.span import Span
from summarizer.verification.claim import ALONE, MOST_BEHIND, Claim
from summarizer.verification.judging.source import Source
from summarizer.verification.looks import Look

_GROUP = "sentences"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryClaims:
    """The sentences and titles of a draft by what has to be done with them; each is in one of the four, by its id.

    Attributes:
        asked: sentences and titles to verify.
        repeats: sentences that say what a fact says, with the fact's id.
        unsound: sentences that may not stand, whatever they say.
        labels: titles that assert nothing and whose words stand in their part.
        before: the sentence before each in its part, by id; the first of a part has none, and bullets have none.
    """

    asked: tuple[Claim, ...]
    repeats: Mapping[str, str]
    unsound: Mapping[str, DroppedSentence]
    labels: frozenset[str]
    before: Mapping[str, DraftedSentence]

    @classmethod
    def of(
        cls,
        draft: DraftedSummary,
        *,
        facts: Sequence[DraftedFact],
        source: Source,
        language: str,
        by_part: bool = False,
    ) -> SummaryClaims:
        """Sort a draft.

        Titles are never asked about alone: where no sentence has to be, a title stands if it is a label, else not.

        Args:
            draft: what was written.
            facts: what it was written from, each with its place in the article.
            source: what it is checked against.
            language: the language that it was to be written in, ISO 639-1; "" for the article's own.
            by_part: the sentences of each part share calls, as they stand at places of their own.
        """
        known = {fact.id: fact for fact in facts}
        group_of = _groups(draft, by_part=by_part)
        before = dict(_sentences_before(draft))
        said = _repeatable(facts, language=language or source.document.language)
        repeats: dict[str, str] = {}
        unsound: dict[str, DroppedSentence] = {}
        asked: list[Claim] = []
        heard: set[str] = set()
        for sentence in draft.sentences():
            text = folded(sentence.text)
            fault = _fault(sentence, known) or ("it was said before" if text in heard else "")
            if fault:
                unsound[sentence.id] = DroppedSentence(text=sentence.text, verdict="unchecked", reason=fault)
                continue
            heard.add(text)
            if text in said:
                repeats[sentence.id] = said[text]
            else:
                behind = _texts_behind(sentence, before)
                asked.append(
                    Claim(
                        id=sentence.id,
                        statement=sentence.text,
                        cited=cited_by([sentence], known),
                        group=group_of[sentence.id],
                        before=behind[-1] if behind else "",
                        behind=behind,
                        language=language,
                    )
                )
        labels = frozenset(
            title_id
            for title_id, (title, below) in titles_of(draft).items()
            if names_subject(title, below=below, facts=known, source=source, language=language)
        )
        if asked:
            asked += _title_claims(draft, known, labels=labels, language=language, group_of=group_of)
        return cls(asked=tuple(asked), repeats=repeats, unsound=unsound, labels=labels, before=before)

    def variants(
        self, draft: DraftedSummary, look: Look, *, of_facts: Look, facts: Sequence[DraftedFact], language: str
    ) -> list[Claim]:
        """The wordings that can be read alone of sentences whose antecedent is gone, or may still go.

        Args:
            draft: what was written.
            look: what a first look at `asked` came to.
            of_facts: what a first look at the facts came to.
            facts: what the draft was written from.
            language: the language that it is written in.
        """
        known = {fact.id: fact for fact in facts}
        firm = look.firm | {sentence_id for sentence_id, fact_id in self.repeats.items() if fact_id in of_facts.firm}
        wanted: list[Claim] = []
        for sentence in draft.sentences():
            if not sentence.alone or sentence.id in self.unsound:
                continue
            before = self.before.get(sentence.id)
            if leans(sentence.text, language) if before is None else before.id not in firm:
                cited = cited_by([sentence] if before is None else [before, sentence], known)
                claim = Claim(id=sentence.id + ALONE, statement=sentence.alone, cited=cited, group=_GROUP)
                wanted.append(claim)
        return wanted


def _groups(draft: DraftedSummary, *, by_part: bool) -> dict[str, str]:
    """The group of claims that each sentence and title is in, by its id."""
    found: dict[str, str] = dict.fromkeys([HEADLINE, *(one.id for one in draft.sentences())], _GROUP)
    for section in draft.sections:
        group = f"{_GROUP}:{section.id}" if by_part else _GROUP
        found |= dict.fromkeys([section.id, *(one.id for one in section.sentences())], group)
    return found


def titles_of(draft: DraftedSummary) -> dict[str, tuple[str, tuple[DraftedSentence, ...]]]:
    """The headline and the titles that are not empty, by their ids, with the sentences below each."""
    titles = {HEADLINE: (draft.headline, draft.sentences())}
    titles |= {section.id: (section.title, section.sentences()) for section in draft.sections}
    return {title_id: title for title_id, title in titles.items() if title[0]}


def cited_by(sentences: Sequence[DraftedSentence], known: Mapping[str, DraftedFact]) -> tuple[Span, ...]:
    """The places that sentences stand on, in the order of the article: their own, and those of the facts they name."""
    spans: set[Span] = set()
    for sentence in sentences:
        spans.update(sentence.cited)
        for fact_id in sentence.fact_ids:
            if fact_id in known:
                spans.update(known[fact_id].cited)
    return tuple(sorted(spans))


def _sentences_before(draft: DraftedSummary) -> Iterator[tuple[str, DraftedSentence]]:
    parts = [DraftedSection(id="", title="", paragraphs=draft.lead, bullets=()), *draft.sections]
    for part in parts:
        told = [sentence for paragraph in part.paragraphs for sentence in paragraph]
        for before, after in pairwise(told):
            yield after.id, before


def _texts_behind(sentence: DraftedSentence, before: Mapping[str, DraftedSentence]) -> tuple[str, ...]:
    """What is read before a sentence in its part, the nearest last."""
    found: list[str] = []
    at = before.get(sentence.id)
    while at is not None and len(found) < MOST_BEHIND:
        found.append(at.text)
        at = before.get(at.id)
    return tuple(reversed(found))


def _repeatable(facts: Sequence[DraftedFact], *, language: str) -> dict[str, str]:
    """The ids of facts by what they say; what points back says in a summary what its sentence says there."""
    return {folded(fact.statement): fact.id for fact in facts if not pointers_of(fact.statement, language)}


def _fault(sentence: DraftedSentence, known: Mapping[str, DraftedFact]) -> str:
    """What is wrong with what a sentence says that it stands on; "" where nothing is."""
    unknown = [fact_id for fact_id in sentence.fact_ids if fact_id not in known]
    if unknown:
        return f"it cites facts that do not exist: {', '.join(unknown)}"
    if sentence.unknown:
        return f"it cites sentences that were not shown: {', '.join(map(str, sentence.unknown))}"
    return "" if sentence.fact_ids or sentence.cited else "it names nothing that it stands on"


def _title_claims(
    draft: DraftedSummary,
    known: Mapping[str, DraftedFact],
    *,
    labels: frozenset[str],
    language: str,
    group_of: Mapping[str, str],
) -> list[Claim]:
    """Titles that may assert something, in the call of the sentences below them."""
    return [
        Claim(id=title_id, statement=title, cited=cited_by(below, known), group=group_of[title_id], language=language)
        for title_id, (title, below) in titles_of(draft).items()
        if title_id not in labels
    ]
