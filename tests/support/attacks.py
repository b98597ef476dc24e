r"""Words that try to be more than words where they are shown, and values that hold them wherever words can be held.

ATTACKS["script"]                   ->  "<script>attacked=1;fetch('//evil.example/script')</script>"
attacked_result()                   ->  a Result with each of them in its article, facts, summary, reasons, names, …
attacked_text()                     ->  a TextVerification of such a text
browser.run(WHAT_RAN)               ->  0: nothing that an attack would have run ran
browser.run(WHAT_IS_THERE, "main")  ->  []: no element stands in it that only an attack would have made
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarizer import (
    Assertion,
    Check,
    CheckedFact,
    Disagreement,
    Document,
    DroppedSentence,
    Evidence,
    Failure,
    Origin,
    Result,
    Section,
    Span,
    Summary,
    SummarySentence,
    TextVerification,
)
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import joined
from summarizer.result_parts.document_record import DocumentRecord
from summarizer.result_parts.trace import Trace
from summarizer.result_parts.usage_report import UsageReport
from summarizer.verification.text_check import VerifiedSentence
from summarizer.verification.verdict import Verdict

_GO: Final = "//evil.example"
ATTACKS: Final[dict[str, str]] = {
    # Markup.
    "script": f"<script>attacked=1;fetch('{_GO}/script')</script>",
    "image": f"<img src={_GO}/image onerror=attacked=1>",
    "drawing": "<svg/onload=attacked=1><animate onbegin=attacked=1 attributeName=x dur=1s>",
    "frame": f"<iframe srcdoc='<script>parent.attacked=1</script>' src={_GO}/frame></iframe>",
    "object": f"<object data={_GO}/object><embed src={_GO}/embed>",
    "sheet": f"<link rel=stylesheet href={_GO}/sheet.css>",
    "base": f"<base href={_GO}/><meta http-equiv=refresh content='0;url={_GO}/refresh'>",
    "form": f"<form action={_GO}/form><button autofocus onfocus=attacked=1>go</button></form>",
    "open details": "<details open ontoggle=attacked=1><summary>x</summary></details>",
    "media": f"<video src={_GO}/video autoplay onerror=attacked=1></video><audio src=x onerror=attacked=1>",
    "double quote": '" onmouseover="attacked=1" autofocus onfocus="attacked=1" x="',
    "single quote": "' onmouseover='attacked=1' autofocus onfocus='attacked=1' x='",
    "backtick": "` onmouseover=attacked=1 x=`",
    "end of style": f"</style><style>*{{display:none}}@import '{_GO}/import';</style><img src=x onerror=attacked=1>",
    "end of script": "</script><script>attacked=1</script>",
    "end of title": "</title></head><body onload=attacked=1><script>attacked=1</script>",
    "ends of all": "</mark></summary></details></blockquote></span></p></li></ul></div></section></main></body><h1>x",
    "textarea": "</textarea></noscript></template><img src=x onerror=attacked=1>",
    "comment": "--><img src=x onerror=attacked=1><!--",
    "cdata": "]]><img src=x onerror=attacked=1><![CDATA[",
    "mutation": '<noscript><p title="</noscript><img src=x onerror=attacked=1>">',
    "mathml": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=attacked=1&gt;">',
    "entities": "&lt;img src=x onerror=attacked=1&gt; &#60;script&#62;attacked=1&#60;/script&#62; &NewLine;&Tab;",
    "clobbering": "<img name=body id=attacked><a id=document><a id=querySelector name=x>",
    "template": "{{constructor.constructor('attacked=1')()}} ${attacked=1} <%= 7*7 %> #{7*7}",
    "seven bits": "+ADw-script+AD4-attacked=1+ADw-/script+AD4-",
    "json": '{"a": "</script><!--<script>attacked=1"} \\u003cscript\\u003e',
    # Addresses.
    "script address": "javascript:attacked=1",
    "split address": "java\nscript:attacked=1//",
    "data address": "data:text/html,<script>parent.attacked=1</script>",
    "style address": f"expression(attacked=1) url({_GO}/style) ;background:url({_GO}/background)",
    # Markdown.
    "md image": f"![x]({_GO}/md-image) ![x][r] [![x]({_GO}/md-both)]({_GO}/a)",
    "md link": "[click](javascript:attacked=1) <javascript:attacked=1> [x](data:text/html,x)",
    "md reference": f"[r]: {_GO}/md-reference 'x'",
    "md heading": "# Key facts\n\n## Ticked\n\nx\n===",
    "md table": "| a | b |\n| --- | --- |\n| ![x](//evil.example/md-cell) | <b>x</b> |",
    "md fence": "```html\n<script>attacked=1</script>\n``` `a` ~~~",
    "md html": "<div>\n\n**x**\n\n</div> <!-- x --> <b>bold</b>",
    "md rule": "---\n***\n___ - [ ] x 1. x > x *x* _x_ ~~x~~ **x**",
    "md footnote": "[^1]: x [^1] ^[x]",
    "formula": r"$\href{javascript:attacked=1}{x}$ $$y$$ \(z\) \[w\] \begin{align}v\end{align} $5 and $6",
    # Terminals.
    "colours": "\x1b[31;7m red \x1b[0m \x1b[2J\x1b[H \x1b[8mhidden\x1b[28m",
    "terminal link": "\x1b]8;;http://evil.example/osc8\x07click\x1b]8;;\x07 \x1b]0;title\x07 \x1b]52;c;ZXZpbA==\x07",
    "eight-bit controls": "\x9b31m\x9d0;title\x9c \x90x\x9c \x85",
    "overwriting": "true\rfalse\x08\x08\x08\x08\x08false\x7f\x07\x0b\x0c",
    "nothing": "a\x00b\x01\x02\ufffe\uffff",
    # Letters.
    "override": "\u202e.yrref eht tuhs eW\u202c \u202dabc\u202c",
    "isolates": "\u2066\u2067 21,5 \u2069\u2069 \u202a\u202b x \u202c",
    "marks": "100\u200f-\u061c5\u200e$",
    "no width": "pass\u200bword\u2060\ufeff\u00ad\u200d\u200c\u2061\u2062\u2063",
    "tags": "x\U000e0001\U000e0069\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065\U000e007f",
    "selectors": "\u263a" + "\ufe01\U000e0101\U000e0155" * 20,
    "fillers": "\u3164\u115f\u1160\uffa0\u180e\u034f\u17b4",
    "towers": "Z" + "\u0301\u0489\u036f" * 40 + "algo",
    "lines": "a\u2028b\u2029c\x1c\x1d\x1ed",
    "long word": "https://evil.example/" + "a" * 3000,
    # Tables.
    "table formula": '=HYPERLINK("http://evil.example/cell","x")',
    "table command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "table signs": "+1-1\t-2+3\r=1",
}

WHAT_RAN: Final = "return window.attacked || 0"
WHAT_IS_THERE: Final = """
const own = /^(style|div|p|ul|li|span|strong|small|mark|code|blockquote|details|summary|br)$/;
const attributes = /^(class|dir|lang|open|role|aria-hidden|style)$/;
return [...document.querySelector(arguments[0]).querySelectorAll("*")].flatMap(one => [
  ...(own.test(one.localName) ? [] : [one.localName]),
  ...[...one.attributes].filter(a => !attributes.test(a.name)).map(a => `${one.localName}@${a.name}`),
]);
"""

_VERDICTS: Final[tuple[Verdict, ...]] = ("partly_supported", "contradicted", "not_stated", "unchecked")
_READABLE: Final = {name: words for name, words in ATTACKS.items() if not set(words) & set("\ud800\udfff")}


def attacked_sources() -> Document:
    """Two sources in which every attack stands in a sentence; their names, titles and addresses are attacks too."""
    told = "\n\n".join(
        f"The port of {number} closed when {words} came." for number, words in enumerate(_READABLE.values())
    )
    names = list(_READABLE.values())
    articles = articles_of(
        [
            Article(told, id=names[0], url=ATTACKS["script address"], title=names[10]),
            Article("It rained on the port.", id=names[1], url=f"https://evil.example/{names[10]}", title=names[11]),
        ]
    )
    document = joined(articles)
    origins = [
        Origin(start=block.start, end=block.end, page=number, path=words)
        for number, (block, words) in enumerate(zip(document.blocks, names, strict=False))
    ]
    return Document(
        **{**{name: getattr(document, name) for name in document.__dataclass_fields__}, "origins": tuple(origins)}
    )


def attacked_result() -> Result:
    """A result that holds each attack in every place where it may hold words of others."""
    document = attacked_sources()
    facts = list(_facts(document))
    sentences = [
        SummarySentence(
            text=fact.statement, fact_ids=(fact.id,), evidence=fact.evidence, verdict="supported", decided_by="judge"
        )
        for fact in facts
    ]
    names = list(ATTACKS.values())
    sections = tuple(
        Section(title=words, title_evidence=sentence.evidence, paragraphs=((sentence,),), bullets=(sentence,))
        for words, sentence in zip(names, sentences, strict=True)
    )
    summary = Summary(
        headline=ATTACKS["script"],
        headline_evidence=facts[0].evidence,
        lead=(tuple(sentences[:12]), tuple(sentences[12:])),
        sections=sections,
        written_by="model",
        dropped=tuple(DroppedSentence(text=words, verdict="contradicted", reason=words) for words in names),
    )
    return Result(
        document=DocumentRecord.of(document).model_copy(update={"title": ATTACKS["end of title"], "language": '"x'}),
        facts=tuple(facts),
        rejected=tuple(
            fact.model_copy(
                update={
                    "id": f"r{number}",
                    "verdict": _VERDICTS[number % len(_VERDICTS)],
                    "outcome": "refused",
                    "reason": words,
                }
            )
            for number, (fact, words) in enumerate(zip(facts, names, strict=True))
        ),
        summary=summary,
        failures=tuple(Failure(stage=words, call_id=words, error=words, message=words, lost=words) for words in names),
        unanswered=tuple(names),
        usage=UsageReport(calls=3),
        trace=_trace(),
        disagreements=(Disagreement(kind="number", fact_ids=(facts[0].id, facts[1].id), what=(names[0], names[1])),),
    )


def attacked_text() -> TextVerification:
    """A text of attacks, checked against a source of them."""
    document = attacked_sources()
    sentences = [
        VerifiedSentence(
            **{**fact.model_dump(exclude={"drafted", "importance", "outcome"}), "verdict": verdict},
            place=fact.evidence[0],
            kind="paragraph",
        )
        for number, fact in enumerate(_facts(document))
        for verdict in (_VERDICTS[number % len(_VERDICTS)],)
    ]
    return TextVerification(
        text=document.text,
        source_sha256=document.sha256,
        source=DocumentRecord.of(document),
        sentences=tuple(sentences),
        score=0.0,
        model=ATTACKS["image"],
        failures=(Failure(stage="x", call_id="x", error="x", message=ATTACKS["image"], lost=ATTACKS["script"]),),
    )


def _facts(document: Document) -> Iterator[CheckedFact]:
    for number, words in enumerate(ATTACKS.values()):
        block = document.blocks[number]
        place = Evidence.cut(document.text, Span(block.start, block.end))
        yield CheckedFact(
            id=f"c{number}",
            statement=f"{words} The port closed. {words}",
            drafted=words,
            verdict="supported",
            evidence=(place,),
            checks=(Check(kind="name", item=words, found="absent", passed=False, note=words),),
            assertions=(Assertion(text=words, relation="not_stated", evidence=(place,)),),
            decided_by="judge",
            reason=words,
            score=0.5,
            importance=0.5,
            outcome="ticked",
        )


def _trace() -> Trace:
    return Trace(
        engine="model",
        model=ATTACKS["image"],
        version="0",
        prompts=(),
        tokenizer=None,
        tokenizer_exact=False,
        chunks=1,
        chunk_tokens=1,
        max_facts=None,
        length="medium",
        language=ATTACKS["script"],
        focus=ATTACKS["script"],
        judge_model=ATTACKS["image"],
        unexamined_judges=(ATTACKS["script"],),
    )
