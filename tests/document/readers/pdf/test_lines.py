"""Lines in the order in which people read them."""

from __future__ import annotations

from made_files import At, lines, pdf

from summarizer.document.readers.pdf.lines import joint, lines_of, regions_of
from summarizer.document.readers.pdf.page_words import Word, pages_here

LEFT = [f"left line {n} of some words in the text" for n in range(8)]
RIGHT = [f"right line {n} of other words in text" for n in range(8)]


def words(page: list[At]) -> tuple[Word, ...]:
    """The words of a page that is set so."""
    return pages_here(pdf([page])).pages[0].words


def texts(page: list[At]) -> list[list[str]]:
    """The lines of each region."""
    return [[line.text for line in region.lines] for region in regions_of(words(page), page=1)]


def test_words_of_one_height_are_a_line() -> None:
    """From left to right, whatever the order in the file."""
    page = [At(200, 100, "here."), At(60, 100, "It rained"), At(60, 112, "Next")]
    assert [line.text for line in lines_of(words(page), page=1)] == ["It rained here.", "Next"]


def test_columns_are_read_one_after_the_other() -> None:
    """Between what stands above and below them; whether their lines are level or not, and in the file line by line."""
    for shift in (0, 5):
        both = [at for pair in zip(lines(LEFT), lines(RIGHT, x=320, y=80 + shift), strict=True) for at in pair]
        page = [At(60, 50, "A title that goes across both of the columns of the page and more", 14), *both]
        page.append(At(60, 250, "A caption below both columns, which goes from one side to the other of the page."))
        first, *_, last = texts(page)
        assert texts(page)[1:3] == [LEFT, RIGHT]
        assert (first[0][:7], last[0][:9]) == ("A title", "A caption")


def test_three_columns() -> None:
    """From left to right."""
    columns = [[f"{name} line {n} has words" for n in range(6)] for name in ("first", "second", "third")]
    page = [at for x, column in zip((40, 230, 420), columns, strict=True) for at in lines(column, x=x)]
    assert texts(page) == columns


def test_a_table_is_no_columns() -> None:
    """Its cells are short, and a row is a line."""
    page = [at for n in range(6) for at in (At(60, 80 + 12 * n, f"Row {n}"), At(320, 80 + 12 * n, str(100 + n)))]
    assert texts(page) == [[f"Row {n} {100 + n}" for n in range(6)]]


def test_what_stands_below_columns_is_read_after_them() -> None:
    """A table does; the rest of a column that is longer than its neighbour is read with it."""
    table = [At(75 + 60 * n, 230 + 14 * y, f"cell {y}") for y in range(3) for n in range(2)]
    regions = texts([*lines(LEFT), *lines(RIGHT, x=320), *table])
    assert regions[:2] == [LEFT, RIGHT]
    assert regions[2][0].startswith("cell 0")
    rest = ["and this goes on below a blank line", "until it ends."]
    assert texts([*lines(LEFT), *lines(RIGHT, x=320), *lines(rest, y=200)]) == [[*LEFT, *rest], RIGHT]


def test_a_first_letter_as_high_as_several_lines_opens_the_first() -> None:
    """As newspapers set it."""
    page = [At(60, 100, "T", 30), *lines(["he bridge at Kessel is shut", "for six weeks, as cracks were"], x=80, y=80)]
    page += lines(["found in two of its piers and nobody knows", "what it will cost."], y=112)
    assert texts(page)[0][0] == "The bridge at Kessel is shut"


def test_words_from_right_to_left() -> None:
    """They are read as they stand on the page, whatever order the file has."""
    letters = [Word(letter, x, 0, x + 9, 9, 9, 9, bold=False, spaced=x == 70) for letter, x in (("א", 80), ("ב", 60))]
    (line,) = lines_of(letters, page=1)
    assert line.text == "א ב"


def test_raised_and_low_digits_are_small() -> None:
    """A note's number belongs to its word, and makes no other number of it."""
    page = [
        At(60, 100, "CO"),
        At(76, 103, "2", 7),
        At(84, 100, "rose in 2015"),
        At(141, 96, "3", 7),
        At(148, 100, "here"),
    ]
    (line,) = lines_of(words(page), page=1)
    assert line.text == "CO₂ rose in 2015³ here"


def test_lines_without_spaces_are_joined_without() -> None:
    """In Chinese, not in English."""
    assert (joint("桥已经", "关闭"), joint("the", "bridge"), joint("", "a")) == ("", " ", " ")
