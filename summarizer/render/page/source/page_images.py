"""The pages of a PDF as pictures, on which the places that statements stand on are boxes.

page_images(Path("report.pdf"), {2: (0.5, 0.7)}, …)
"""

from __future__ import annotations

import base64
import io
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from summarizer.document.sources.origin import Origin
from summarizer.errors import InputError, MissingExtra
from summarizer.fragments.elements import Html, tag
from summarizer.render.page.source.cover import place_id
from summarizer.text.span import Span

# Pixels across a page: text of 10 points on A4 is read well, and a page takes about 80 kB as WebP.
_WIDTH: Final = 1100
# A page that is longer than this is drawn smaller: a roll of paper must not fill the memory.
_LONGEST: Final = 6000
_QUALITY: Final = 70
# Of a longer file only the pages with a place on them are shown: 40 make about 4 MB.
_MOST_PAGES: Final = 40


def page_images(path: Path, *, origins: Sequence[Origin], places: Collection[Span]) -> Iterator[Html]:
    """A figure for each page of a PDF, with a box over each place on it that has one.

    Args:
        path: the PDF.
        origins: where stretches of the text stand in it.
        places: what is pointed at in the text.

    Raises:
        InputError: it is no PDF that can be read, or nothing that is shown was read from pages.
        MissingExtra: pypdfium2 or Pillow (extra `pdf`) is not installed.
    """
    boxes = _boxes(origins, places)
    if not any(origin.page for origin in origins):
        raise InputError("the text was not read from the pages of a PDF, so that original= has nothing to show")
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
        from PIL import Image  # noqa: F401, PLC0415 - what draws a page needs it
    except ImportError as error:
        raise MissingExtra(what="showing the pages of a PDF", extra="pdf") from error
    try:
        pdf = pypdfium2.PdfDocument(path)
    except (OSError, ValueError, pypdfium2.PdfiumError) as error:
        raise InputError(f"{path} is no PDF that can be shown: {error}") from error
    try:
        count = len(pdf)
        for number in range(1, count + 1):
            if count <= _MOST_PAGES or number in boxes:
                yield _figure(_drawn(pdf[number - 1]), number, boxes.get(number, ()))
    finally:
        pdf.close()


def _boxes(origins: Sequence[Origin], places: Collection[Span]) -> dict[int, list[tuple[Origin, list[Span]]]]:
    """The stretches of each page that places lie on, in order, each with these places."""
    lying: dict[int, list[Span]] = {}
    for span in sorted(set(places)):
        first = bisect_right(origins, span.start, key=lambda one: one.end)
        last = bisect_left(origins, span.end, key=lambda one: one.start)
        for number in range(first, last):
            lying.setdefault(number, []).append(span)
    found: dict[int, list[tuple[Origin, list[Span]]]] = {}
    for number, spans in sorted(lying.items()):
        origin = origins[number]
        if origin.page is not None:
            found.setdefault(origin.page, []).append((origin, spans))
    return found


def _drawn(page: Any) -> tuple[str, int, int]:
    """A page as an address that holds its picture, with its width and height."""
    width, height = page.get_size()
    scale = min(_WIDTH / max(width, 1), _LONGEST / max(height, 1))
    picture = page.render(scale=scale).to_pil()
    held = io.BytesIO()
    picture.save(held, "WEBP", quality=_QUALITY)
    return f"data:image/webp;base64,{base64.b64encode(held.getvalue()).decode()}", *picture.size


def _figure(drawn: tuple[str, int, int], number: int, boxes: Sequence[tuple[Origin, list[Span]]]) -> Html:
    source, width, height = drawn
    shapes = []
    for origin, spans in boxes:
        if origin.box is not None:
            left, top, right, bottom = origin.box
            shapes.append(
                tag(
                    "rect",
                    x=f"{left:.2%}",
                    y=f"{top:.2%}",
                    width=f"{max(right - left, 0):.2%}",
                    height=f"{max(bottom - top, 0):.2%}",
                    data_e=" ".join(map(place_id, sorted(spans))),
                )
            )
    picture = tag("img", src=source, width=width, height=height, alt=f"Page {number}", loading="lazy")
    overlay = tag("svg", *shapes, aria_hidden="true") if shapes else None
    caption = tag("figcaption", f"Page {number}")
    listed = sorted({span for _, spans in boxes for span in spans})
    return tag(
        "figure",
        tag("div", picture, overlay, class_="paper"),
        caption,
        class_="sheet",
        id=f"page-{number}",
        data_e=" ".join(map(place_id, listed)) or None,
    )
