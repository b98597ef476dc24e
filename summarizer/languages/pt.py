"""Portuguese, as far as the library knows it: `PT` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from summarizer.languages.record import Anaphora, Calendar, Language, Quantities, Vocabulary, phrases, spellings, words

PT = Language(
    code="pt",
    names=words("português portuguese"),
    known=False,
    detection=words(
        "o a os as de e que em um uma do da dos das para com não por no na se é ao mais como mas foi ele à sua "
        "seu pelo são nos já também"
    ),
    calendar=Calendar(
        months=spellings("janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"),
    ),
    anaphora=Anaphora(
        articles=words("os uma"),
    ),
    quantities=Quantities(
        percent=phrases("por cento"),
    ),
    vocabulary=Vocabulary(
        function_words=words("ao com dos foi mais na não nas nos os pela pelo são seu sua um uma"),
        linking_prepositions=words("da do das dos"),
    ),
)
