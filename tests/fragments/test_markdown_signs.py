"""Signs of Markdown in a text: what would be read is escaped, and nothing else is."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.fragments.harmless import one_line
from summarizer.fragments.markdown_signs import address, for_notebook, inline, opening, without_formulas

SIGNS = st.text(alphabet=st.sampled_from("ab1 .)-+#>*_`[](!<&;|~=:/\\@\n\t\x00é港"), max_size=30)
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# not a heading", r"\# not a heading"),
        ("#1 of all", "#1 of all"),
        ("- not a bullet", r"\- not a bullet"),
        ("-5 degrees", "-5 degrees"),
        ("+1 for it", "+1 for it"),
        ("> not a quote", r"\> not a quote"),
        ("2024. That was the year", r"2024\. That was the year"),
        ("3) third", r"3\) third"),
        ("3.5 per cent", "3.5 per cent"),
        ("1234567890. x", "1234567890. x"),
        ("A - b + c = 1.", "A - b + c = 1."),
        ("---", r"\---"),
        ("[x] done", r"\[x] done"),
        ("a\n\n# b\n```\nc", r"a # b \`\`\` c"),
        ("the [new] law, see [a](b)", r"the [new] law, see [a\](b)"),
        ("5 < 6 > 4, <b>&amp;</b> AT&T", r"5 < 6 > 4, \<b>\&amp;\</b> AT&T"),
        ("*bold* 2 * 3 _it_ snake_case", r"\*bold\* 2 * 3 \_it\_ snake_case"),
        ("~40 to ~50, not ~~60~~", r"~40 to ~50, not ~\~60\~\~"),
        ("`code` |x| $5", r"\`code\` |x| $5"),
        ("back\\slash, \\*, end\\", r"back\slash, \\\*, end\\"),
        ("C #", r"C \#"),
        ("see https://evil.example/a?b and http://10.0.0.1", r"see https:\//evil.example/a?b and http:\//10.0.0.1"),
        ("at www.evil.example or WWW.x.org.", r"at www\.evil.example or WWW\.x\.org."),
        ("ask ada@evil.com, @ada or evil.com/x", r"ask ada\@evil\.com, @ada or evil\.com/x"),
        ("3.5 p.m. and U.S. e.g. this", "3.5 p.m. and U.S. e.g. this"),
        ("nul\x00 esc\x1b[31m", "nul\ufffd esc\ufffd[31m"),
    ],
)
def test_only_what_would_be_read_is_escaped(text: str, expected: str) -> None:
    """Each sign that would open a block or a span loses its meaning; the others are as they were."""
    assert opening(inline(text)) == expected


@given(SIGNS | st.text(max_size=30))
def test_a_line_reads_back(text: str) -> None:
    """A reader of Markdown finds one paragraph of the very words, or nothing where there are none."""
    tokens = PARSER.parse(opening(inline(text)))
    said = one_line(text)
    assert [token.type for token in tokens] == (["paragraph_open", "inline", "paragraph_close"] if said else [])
    for token in tokens[1:2]:
        assert {child.type for child in token.children or ()} == {"text"}
        assert token.content.strip()
        assert "".join(child.content for child in token.children or ()) == said


@pytest.mark.parametrize(
    ("block", "file", "notebook"),
    [
        ("It costs $5.", "It costs $5.", "It costs $5."),
        ("From $5 to US$6.", "From $5 to US$6.", r"From \$5 to US\$6."),
        ("- ✓ $5\n- ✓ $6", "- ✓ $5\n- ✓ $6", "- ✓ \\$5\n- ✓ \\$6"),
        ("$5-$10", "$5-$10", r"\$5-\$10"),
        ("From $5 to 6$.", r"From \$5 to 6\$.", r"From \$5 to 6\$."),
        ("$x$ and $$y$$", r"\$x\$ and \$\$y\$\$", r"\$x\$ and \$\$y\$\$"),
    ],
)
def test_sums_are_no_formulas(block: str, file: str, notebook: str) -> None:
    """What GitHub and pandoc read as a formula is escaped, and for a notebook any two signs of a block are."""
    assert without_formulas(block) == file
    around = '<div class="tex2jax_ignore mathjax_ignore">\n\n' if "$" in notebook else ""
    assert for_notebook([block]) == f"{around}{notebook}\n{chr(10) + '</div>' + chr(10) if around else ''}"


@given(SIGNS | st.text(alphabet="\\()[]{}$abegindx ", max_size=30))
def test_no_words_are_a_formula_in_a_notebook(text: str) -> None:
    """What opens a formula in JupyterLab's first look is gone; the second passes over what may be one."""
    written = for_notebook([opening(inline(text))]) if one_line(text) else ""
    assert not re.search(r"(?<!\\)(?:\\\\)*\\(?:begin|end)\{|\\\\[(\[]", written)
    assert written.count("$") - written.count(r"\$") < 2
    parsed = [token for token in PARSER.parse(written) if token.type == "inline"]
    assert ["".join(one.content for one in token.children or ()) for token in parsed] == (
        [one_line(text)] if written else []
    )
    if re.search(r"\$.*\$|\\[(\[]|\\begin\{", one_line(text)):
        assert written.startswith('<div class="tex2jax_ignore mathjax_ignore">\n\n')


def test_the_address_of_a_source_stays_one() -> None:
    """Whoever gave the source gave it; what is no address is any text."""
    assert address("https://example.org/a_b") == "https://example.org/a_b"
    assert address("https://example.org/*a*") == r"https://example.org/\*a\*"
    assert address("[x](https://evil.org)") == inline("[x](https://evil.org)")
    assert address("javascript:alert(1)") == "javascript:alert(1)"
