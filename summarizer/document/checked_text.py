"""A text is checked before it is read: it has words, and each of its characters can be written down.

check_text("It rains.")  ->  nothing
check_text(" ")          raises InputError: the text is empty or holds nothing but white space
"""

from __future__ import annotations

from summarizer.errors import InputError


def check_text(text: str) -> None:
    """Nothing, where a text can be read.

    Args:
        text: What is to become a document.

    Raises:
        InputError: It is blank, or holds half of a character.
    """
    if not text or text.isspace():
        raise InputError("the text is empty or holds nothing but white space")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"the text holds a lone surrogate (U+{ord(text[error.start]):04X}) at offset {error.start}: it was decoded "
            "wrongly; read the file again as UTF-8, or repair it with "
            "text.encode('utf-16', 'surrogatepass').decode('utf-16', 'replace')"
        ) from None
