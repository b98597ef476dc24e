"""Italian, as far as the library knows it: `IT` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Language,
    Prose,
    Quantities,
    Vocabulary,
    phrases,
    spellings,
    words,
)

IT = Language(
    code="it",
    names=words("italiano italian"),
    known=False,
    detection=words(
        "il lo la gli le di e che in un una per con non è si del della dei al da sono ha più come anche nel ma "
        "alla delle suo i questo dal"
    ),
    calendar=Calendar(
        months=spellings(
            "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"
        ),
        date_labels=phrases("pubblicato"),
        date_links=phrases("il"),
        bylines=words("di"),
    ),
    anaphora=Anaphora(
        articles=words("gli uno una"),
    ),
    quantities=Quantities(
        percent=phrases("per cento"),
    ),
    prose=Prose(
        abbreviations_before_number=words("fasc"),
        part_headings=words("capitolo parte"),
    ),
    vocabulary=Vocabulary(
        function_words=words("che dei della di gli nel non si sono uno"),
        bare_articles=words("il lo la le un una"),
        linking_prepositions=words("del della di"),
    ),
)
