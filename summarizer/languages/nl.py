"""Dutch, as far as the library knows it: `NL` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from summarizer.languages.record import Anaphora, Calendar, Language, Quantities, Vocabulary, phrases, spellings, words

NL = Language(
    code="nl",
    names=words("nederlands dutch"),
    known=False,
    detection=words(
        "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog naar "
        "heeft hij werd door over ze wordt"
    ),
    calendar=Calendar(
        months=spellings("januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"),
    ),
    anaphora=Anaphora(
        articles=words("het een"),
    ),
    quantities=Quantities(
        percent=phrases("procent"),
    ),
    vocabulary=Vocabulary(
        function_words=words("aan een het niet ook te van voor"),
        linking_prepositions=words("van"),
    ),
)
