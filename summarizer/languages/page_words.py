"""What stands around an article on a page, in one language's words: the group `page_words` of a record.

    EN.page_words.related     ->  {"read more", "most read", …}: lines behind which other articles are listed
    EN.page_words.newsletter  ->  {"sign up for", …}: how a line begins that offers a newsletter

Every entry is written as a line is compared: in small letters, one blank between words, without marks at its ends.
"""

from __future__ import annotations

from dataclasses import dataclass

Lines = frozenset[str]


def lines(text: str) -> Lines:
    """The entries of a text that bars set apart."""
    return frozenset(entry.strip().casefold() for entry in text.split("|"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Words that tell an article from what stands around it.

    Attributes:
        advertisement: Whole lines that say that an advertisement stood there: "advertisement".
        navigation: Whole lines, or parts of a line that bars divide, that lead elsewhere: "home", "share on facebook".
        legal_links: The same for what leads to rules: "privacy policy".
        legal: What a line about rights holds: "all rights reserved".
        related: Whole lines behind which other articles are listed, and what stands before a colon and one of them:
            "read more".
        comments: Whole lines above readers' comments, a number beside them or not: "comments".
        comment_calls: What a line holds that asks for comments: "leave a comment".
        buttons: Whole lines among comments: "reply".
        says: What may stand behind the name of who comments: "says".
        stamp_words: Words of the time of a comment that no calendar has: "at", "hours".
        ago: Words or phrases of which such a time has one, if it is counted back: "ago".
        newsletter: How a sentence begins that offers a newsletter: "sign up for".
        newsletter_names: What it offers, one of which it holds too: "newsletter".
        mailing: What the foot of a mailed newsletter holds: "unsubscribe".
        cookies: What a line about cookies holds: "we use cookies".
        cookie_buttons: Whole lines beside it: "accept all".
        credits: What stands before who made a picture: "photo".
        made: What stands behind who made it: 摄.
        makers: Agencies of pictures; their names are the same in all languages, and stand in one record.
        captions: Whole lines, or what stands before a colon, that show that a caption follows: "image caption".
        wrote: What stands before an author beside the bylines of the calendar: "words by".
        unheard: What stands in brackets where a transcript lacks words: "inaudible".
        subtitlers: How a line begins that says who made the subtitles: "subtitles by".
        contents: Whole lines above a table of contents: "contents".
        reported: How a line at an article's foot begins that says who made it: "reporting by".
    """

    advertisement: Lines = frozenset()
    navigation: Lines = frozenset()
    legal_links: Lines = frozenset()
    legal: Lines = frozenset()
    related: Lines = frozenset()
    comments: Lines = frozenset()
    comment_calls: Lines = frozenset()
    buttons: Lines = frozenset()
    says: Lines = frozenset()
    stamp_words: Lines = frozenset()
    ago: Lines = frozenset()
    newsletter: Lines = frozenset()
    newsletter_names: Lines = frozenset()
    mailing: Lines = frozenset()
    cookies: Lines = frozenset()
    cookie_buttons: Lines = frozenset()
    credits: Lines = frozenset()
    made: Lines = frozenset()
    makers: Lines = frozenset()
    captions: Lines = frozenset()
    wrote: Lines = frozenset()
    reported: Lines = frozenset()
    contents: Lines = frozenset()
    unheard: Lines = frozenset()
    subtitlers: Lines = frozenset()
