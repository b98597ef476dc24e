"""Rules on a claim with code alone: the document states it, speaks against it, lacks it, or leaves it to a judge.

rules = Rules.of(Index.of(document))
rules.rule_on("The board met on Monday.")  ->  Ruling(verdict="supported", decided_by="verbatim", evidence=(…), …)
rules.rule_on("The board met on Friday.")  ->  Ruling(verdict="contradicted", reason="the source says “Monday”, …", …)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from summarizer.languages.claim_language import claim_language
from summarizer.text.misreadings import misreadings
from summarizer.text.span import Evidence, Span
from summarizer.text.terms import stem
from summarizer.verification.evidence.search import Index
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.names import initials_of
from summarizer.verification.rules.alignment.alignment import Alignment, align
from summarizer.verification.rules.alignment.findings import Finding, findings
from summarizer.verification.rules.antecedents.lost import lost_antecedent
from summarizer.verification.rules.checks.check_rule import CheckRule
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.rules.checks.registry import CHECK_RULES, checks_of
from summarizer.verification.rules.conflicts import Objection, objection, with_conflicts
from summarizer.verification.rules.repeated_words import RepeatedWords
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.rules.statements.statement_index import StatedAt, StatementIndex
from summarizer.verification.rules.translated.translated_ruling import evidence_by_value, rule_on_translated
from summarizer.verification.scoring.score import asserting_sentences, support_score
from summarizer.verification.verdict import Check, DecidedBy, Verdict

_NEAREST: Final = 2  # sentences that a claim is aligned with; the one that it changes is nearly always the first found


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What code found about a claim.

    `verdict == "supported"` implies `evidence != ()` and `all(c.passed for c in checks)`; `decided_by is None`
    exactly when the verdict is `unchecked`.

    Attributes:
        evidence: The sentences that state the claim, or that speak of what it says, in document order.
        checks: What became of every hard fact of the claim.
        reason: One line that a person can read.
        score: The probability in 0..1 that the claim is supported.
        language: The language that the claim was read in, ISO 639-1; "" for no known one.
        misread: Why neither code nor a judge can tell: claim or evidence is read otherwise than it is stored; else "".
    """

    verdict: Verdict
    decided_by: DecidedBy | None
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...]
    reason: str
    score: float
    language: str
    misread: str = ""


# A claim as it is asked about: its words, the evidence named, what stands before it, its language, the sources.
_Asked: TypeAlias = "tuple[str, tuple[Span, ...], tuple[str, ...] | None, str, frozenset[str]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules on the claims about one document, which is read once for all of them.

    Attributes:
        index: The document by its terms, for finding evidence.
        statements: The document by its statements, for finding the one that a claim repeats.
        repeated: The document by its words, for claims whose words it has without saying them.
        facts: What all of its sentences hold.
        initials: The initials of its runs of capitalized words, for acronyms.
        check_rules: What is checked of every claim.
    """

    index: Index
    statements: StatementIndex
    repeated: RepeatedWords
    facts: FactIndex
    initials: frozenset[str]
    check_rules: tuple[CheckRule, ...]
    # What was ruled already: each look at a claim asks again, three times for most, and a ruling takes milliseconds.
    _ruled: dict[_Asked, Ruling] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, index: Index, *, check_rules: Sequence[CheckRule] = CHECK_RULES) -> Rules:
        """The rules on an indexed document.

        Args:
            index: The document's index.
            check_rules: What is checked of every claim.
        """
        reading = DocumentReading.of(index.document)
        statements = StatementIndex.of(reading)
        return cls(
            index=index,
            statements=statements,
            repeated=RepeatedWords.of(statements),
            facts=reading.facts_of(range(len(reading.sentences))),
            initials=initials_of(reading.sentences),
            check_rules=tuple(check_rules),
        )

    @property
    def reading(self) -> DocumentReading:
        """The document's sentences in canonical form, and how claims about it are read."""
        return self.statements.reading

    def rule_on(
        self,
        claim: str,
        *,
        cited: Sequence[Span] = (),
        behind: Sequence[str] | None = None,
        language: str = "",
        within: frozenset[str] = frozenset(),
    ) -> Ruling:
        """What code alone can say of a claim.

        It is `supported` only if it equals whole sentences of the document once both are in canonical form,
        `contradicted` if it otherwise says what a sentence says and differs from it in a hard fact, `not_stated` if a
        number, name or quotation of it stands nowhere in the document, and else `unchecked`; so is a claim where a
        person reads another thing than is stored, in it or in the sentences that speak of it. A claim in another
        language than the document is read in its own, and only its values can speak against it; its words do neither
        for it, unless the document quotes them.

        Args:
            claim: One statement, of a sentence or a few.
            cited: Spans that a model named as evidence; looked at first, trusted in nothing.
            behind: The sentences before the claim in its own text, the nearest last; None where it stands in none. A
                claim that says "she" is the document's only where it speaks of the same woman.
            language: The language of the text that the claim is from, ISO 639-1; "" if nobody told.
            within: The ids of the sources of a joined document that may speak against it; none for those of `cited`, or
                for all. What one source says is not contradicted by another.
        """
        asked = (claim, tuple(cited), None if behind is None else tuple(behind), language, within)
        if asked not in self._ruled:
            self._ruled[asked] = self._rule_on_shown(
                claim, cited=cited, behind=behind, language=language, within=within
            )
        return self._ruled[asked]

    def _rule_on_shown(
        self, claim: str, *, cited: Sequence[Span], behind: Sequence[str] | None, language: str, within: frozenset[str]
    ) -> Ruling:
        """What code alone can say of a claim as a person reads it."""
        ruling = self._rule_on_stored(claim, cited=cited, behind=behind, language=language, within=within)
        misread = self._misread(claim, self._sentences_at(cited or [one.span for one in ruling.evidence]))
        if not misread:
            return ruling
        return replace(ruling, verdict="unchecked", decided_by=None, reason=misread, misread=misread)

    def _misread(self, claim: str, sentences: Sequence[int]) -> str:
        """Why a claim or one of these sentences is read otherwise than it is stored; "" if none is."""
        for place in misreadings(claim):
            return f"the claim is read otherwise than it is stored: there is {place.why} in it"
        known = self.reading.misread
        why = next((known[number] for number in sentences if number in known), "")
        return f"the source is read there otherwise than it is stored: there is {why} in it" if why else ""

    def _rule_on_stored(
        self, claim: str, *, cited: Sequence[Span], behind: Sequence[str] | None, language: str, within: frozenset[str]
    ) -> Ruling:
        """What code alone can say of a claim by what is stored, as a program reads it."""
        named = self._sentences_at(cited)
        within = within or self._sources_of(named)
        read = self.reading.read(claim)
        elsewhere = ""
        for stated in self.statements.find_all(read, first=named):
            lost = self._lost_antecedent(claim, behind=behind, stated=stated)
            if lost is None:
                return self._supported(read, stated)
            elsewhere = elsewhere or lost
        repeated = elsewhere or self.repeated.why_not_stated(read)
        spoken = self.index.document.language if elsewhere else self._language_of(claim, told=language)
        if spoken != self.index.document.language and not repeated:
            return self._rule_on_translated(claim, language=spoken, named=named)
        found = self._evidence_within(within, named, claim)
        nearest = self._nearest(read, found)
        # Where evidence was named, a number or date that only other sentences hold is not what it rests on.
        otherwise = findings(nearest)
        checks = with_conflicts(self._checks(read, named or found, otherwise), nearest)
        verdict, reason = self._objection(otherwise, checks, repeated=repeated)
        whole = Ruling(
            verdict=verdict,
            decided_by=None if verdict == "unchecked" else "rule",
            evidence=tuple(self._evidence(number, number) for number in found),
            checks=checks,
            reason=reason,
            score=support_score(claim, index=self.index, sentences=found, checks=checks),
            language=spoken,
        )
        return self._by_sentences(claim, whole, language=language, within=within)

    def _sources_of(self, sentences: Sequence[int]) -> frozenset[str]:
        """The ids of the sources that sentences are of; none for a lone text."""
        parts = map(self.index.document.part_of, sentences)
        return frozenset(part.id for part in parts if part is not None)

    def _evidence_within(self, sources: frozenset[str], named: Sequence[int], claim: str) -> list[int]:
        """The sentences named, and those that a claim is spoken of in, of these sources alone if there are any."""
        found = sorted({*named, *self.index.evidence_set(claim)})
        return [one for one in found if self._sources_of([one]) <= sources] if sources else found

    def _by_sentences(self, claim: str, whole: Ruling, *, language: str, within: frozenset[str]) -> Ruling:
        """A claim of more sentences holds as far as the least of them; what contradicts one of them contradicts it."""
        parts = [part for _, part in self.rule_on_sentences(claim, language=language, within=within)]
        if not parts or whole.verdict == "contradicted":
            return whole
        bounded = any(check.conflict for check in whole.checks)
        score = whole.score if bounded else min(part.score for part in parts)
        against = next((part for part in parts if part.verdict == "contradicted"), None)
        if against is None:
            return replace(whole, score=score)
        checks = (*whole.checks, *(check for check in against.checks if check.conflict))
        return replace(
            whole, verdict="contradicted", decided_by="rule", checks=checks, reason=against.reason, score=score
        )

    def rule_on_sentences(
        self, claim: str, *, language: str = "", within: frozenset[str] = frozenset()
    ) -> list[tuple[str, Ruling]]:
        """The sentences of a claim, where more than one say something, and what code can say of each beside the others.

        What a sentence leaves out is no conflict there: who said it may stand in the sentence before it. Of the
        sentences of true rows of CLIFF, conflicts of that kind are in 15 of 808, others in 7.

        Args:
            claim: The statement.
            language: As in `rule_on`.
            within: As in `rule_on`.
        """
        parts = asserting_sentences(claim, language=self.index.document.language)
        if len(parts) < 2:
            return []
        return [(part, self._rule_on_sentence(part, language=language, within=within)) for part in parts]

    def _rule_on_sentence(self, sentence: str, *, language: str, within: frozenset[str]) -> Ruling:
        ruling = self.rule_on(sentence, language=language, within=within)
        checks = tuple(check for check in ruling.checks if not check.conflict or check.found == "absent")
        if len(checks) == len(ruling.checks):
            return ruling
        found = self._evidence_within(within, (), sentence)
        return replace(
            ruling, checks=checks, score=support_score(sentence, index=self.index, sentences=found, checks=checks)
        )

    def _language_of(self, claim: str, *, told: str) -> str:
        """The language that a claim is read in: the document's, unless its words or its text tell another."""
        own = self.index.document.language
        if not own:
            return own
        return claim_language(claim, source=own, told=told, in_source=lambda word: stem(word) in self.index.postings)

    def _rule_on_translated(self, claim: str, *, language: str, named: Sequence[int]) -> Ruling:
        """What can be said of a claim in another language."""
        read = self.reading.read(claim, language=language)
        found = sorted({*named, *evidence_by_value(read, self.reading)})
        translated = rule_on_translated(
            read,
            language=language,
            reading=self.reading,
            document=self.facts,
            evidence=named or found,
            named=bool(named),
        )
        return Ruling(
            verdict=translated.verdict,
            decided_by=None if translated.verdict == "unchecked" else "rule",
            evidence=tuple(self._evidence(number, number) for number in found),
            checks=translated.checks,
            reason=translated.reason,
            score=translated.score,
            language=language,
        )

    def _objection(self, otherwise: Sequence[Finding], checks: Sequence[Check], *, repeated: str) -> Objection:
        """What speaks against a claim that is not stated; nothing does where the source has its words in a row."""
        if repeated:
            return Objection("unchecked", repeated)
        return objection(otherwise, checks, document=self.facts)

    def _sentences_at(self, spans: Sequence[Span]) -> list[int]:
        """The sentences that the spans touch, in order."""
        return sorted({number for span in spans for number in self.index.document.sentences_in(span)})

    def _lost_antecedent(self, claim: str, *, behind: Sequence[str] | None, stated: StatedAt) -> str | None:
        """Why a claim may point at another than the source does, or at something that is made up; None if not."""
        if behind is None:
            return None
        return lost_antecedent(
            claim, behind=behind, document=self.index.document, sentence=stated.first, is_sound=self._is_sound
        )

    def _is_sound(self, sentence: str) -> bool:
        return self.rule_on(sentence).verdict not in ("contradicted", "not_stated")

    def _supported(self, claim: CanonicalText, stated: StatedAt) -> Ruling:
        checks = self._checks(claim, range(stated.first, stated.last + 1), ())
        alike = "says this word for word" if stated.verbatim else "says the same, written differently"
        return Ruling(
            verdict="supported",
            decided_by="verbatim" if stated.verbatim else "rule",
            evidence=(self._evidence(stated.first, stated.last),),
            checks=tuple(check for check in checks if check.passed),
            reason=f"the source {alike}",
            score=1.0,
            language=self.index.document.language,
        )

    def _evidence(self, first: int, last: int) -> Evidence:
        """Sentences `first` to `last` as one piece of evidence."""
        return Evidence.cut(self.index.document.text, self.reading.span(first, last))

    def _checks(
        self, claim: CanonicalText, sentences: Sequence[int], otherwise: Sequence[Finding]
    ) -> tuple[Check, ...]:
        """The checks of a claim against the sentences that it rests on."""
        document = self.index.document
        context = CheckContext(
            evidence=self.reading.facts_of(sentences),
            document=self.facts,
            initials=self.initials,
            stems=self.index.postings.keys(),
            language=document.language,
            published=document.published(document.sentences[sentences[0]].start) if sentences else document.date,
            sentences=[self.reading.sentences[number] for number in sentences],
            findings=otherwise,
        )
        return checks_of(claim, context, rules=self.check_rules)

    def _nearest(self, claim: CanonicalText, numbers: Sequence[int]) -> list[Alignment]:
        """The claim beside those of its evidence sentences that share most tokens with it, best first."""
        keys = set(claim.keys)

        def shared(sentence: CanonicalText) -> float:
            return len(keys.intersection(sentence.keys)) / (len(keys) + len(sentence.keys) or 1)

        sentences = sorted((self.reading.sentences[number] for number in numbers), key=shared, reverse=True)
        language = self.index.document.language
        aligned = [align(claim, sentence, language=language) for sentence in sentences[:_NEAREST]]
        return sorted(aligned, key=lambda one: one.claim_share + one.source_share, reverse=True)
