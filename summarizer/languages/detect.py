"""Which language a text is in: a small guess by script and function words, good enough to split sentences by."""

from __future__ import annotations

import re
from collections import Counter

# How much is looked at: windows spread over the text, so that an English preface does not decide about a German book.
_WINDOWS = 5
_WINDOW = 3000
# A language needs this share of function words, and this lead over the next one, to be named. Ordinary prose has 0.25
# to 0.45 of the words below, a foreign language under 0.10; tests/text/test_language.py shows both sides. Run it again
# when a list changes.
_LEAST_SHARE = 0.12
_LEAD = 1.15

_LETTERS = re.compile(r"[^\W\d_]+")

# Scripts that name their language, or are shared by few. First and last code point.
_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0E00, 0x0E7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
)

_WORDS: dict[str, str] = {
    "en": (
        "the of and to in that is was he for it with as his on be at by had not are but from or have an "
        "they which you were her she all this one said there been has would their its who will"
    ),
    "de": (
        "der die das und in zu den mit von sich auf für ist im dem nicht ein eine als auch es an werden "
        "aus er hat dass sie nach wird bei einer um am sind noch wie einem über so war ich"
    ),
    "fr": (
        "le la les de des et à en un une du que est pour qui dans il elle sur pas plus ne se au par ce "
        "avec sont son aux mais nous vous ont cette été d l"
    ),
    "es": (
        "el la los las de y que en un una por con no su para es se del al lo como más pero sus le ya o "
        "fue este ha sí porque esta entre cuando muy sin sobre"
    ),
    "it": (
        "il lo la gli le di e che in un una per con non è si del della dei al da sono ha più come anche "
        "nel ma alla delle suo i questo dal"
    ),
    "pt": (
        "o a os as de e que em um uma do da dos das para com não por no na se é ao mais como mas foi ele "
        "à sua seu pelo são nos já também"
    ),
    "nl": (
        "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij of uit nog "
        "naar heeft hij werd door over ze wordt"
    ),
    "sv": (
        "och i att det som en på är av för med den till inte han har de ett om var jag men sig från vi så "
        "kan när nu också"
    ),
    "da": (
        "og i at det en på er af for med den til ikke han har de et om var jeg men sig fra vi så kan der "
        "som blev efter også"
    ),
    "no": (
        "og i at det en på er av for med den til ikke han har de et om var jeg men seg fra vi så kan som ble etter også"
    ),
    "fi": (
        "ja on ei se hän että oli joka kun mutta myös ovat kuin niin sen tai ole mukaan jos hänen sekä vain nyt voi"
    ),
    "pl": ("i w na z do nie się że to jest o jak po co ale za od przez jego był dla tym oraz są już być który ze"),
    "cs": "a v na se je že s z do o to i ve k pro za by jako ale po jeho byl od jsou které však také není",
    "tr": "ve bir bu da de için ile çok olarak daha ne o gibi olan sonra kadar en var ama mi değil ise her",
    "ro": "și în de la cu a nu pe un o că din este se mai să pentru au care fost sunt ce sau al prin dar",
    "hu": "a az és hogy nem is egy ez volt meg de csak már el ha mint még azt van vagy ki",
    "id": "yang dan di dengan untuk dari ini itu dalam tidak pada akan adalah ke oleh juga telah ada karena",
    "vi": "và của là có các cho không được một những trong với đã này người để từ khi",
}
_SHARED = {
    "cyrillic": {
        "ru": "и в не на я что с по как это он но к из у за от его она то а был для",
        "uk": "і в не на що з та до як це він але за від його вона є й у був для про",
        "bg": "и на да се в за от не са по с който това че като е при му но ще",
        "sr": "и у је да се на за од са не су као који то али био",
    },
    "arabic": {
        "ar": "في من على إلى أن التي الذي هذا هذه عن ما لا كان مع قال و",
        "fa": "و در به از که این را با است برای آن یک می خود های شد",
        "ur": "کے میں کی ہے اور سے کا کو نے کہ پر یہ ہیں اس",
    },
    "devanagari": {
        "hi": "है के में की को से का और ने पर यह हैं कि था एक",
        "mr": "आहे आणि या च्या मध्ये हे ते आहेत होते एक",
        "ne": "छ र को मा छन् यो पनि भएको थियो",
    },
}


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "" where nothing points clearly to one: a guess, never an error.

    Args:
        text: Any text; up to 15,000 code points of it are looked at, spread from beginning to end.

    Returns:
        Two letters or the empty string. Deterministic.
    """
    sample = _sample(text)
    script = _script(sample)
    if script == "latin":
        return _by_words(sample, _WORDS)
    if script in _SHARED:
        return _by_words(sample, _SHARED[script]) or {"cyrillic": "ru", "arabic": "ar", "devanagari": "hi"}[script]
    return {"han": "zh"}.get(script, script)


def _sample(text: str) -> str:
    if len(text) <= _WINDOWS * _WINDOW:
        return text
    step = (len(text) - _WINDOW) // (_WINDOWS - 1)
    return " ".join(text[i * step : i * step + _WINDOW] for i in range(_WINDOWS))


def _script(sample: str) -> str:
    """The name of the script most letters are in; kana decide for Japanese, as Chinese has none."""
    counts: dict[str, int] = {}
    for word in _LETTERS.findall(sample):
        if word.isascii():
            counts["latin"] = counts.get("latin", 0) + len(word)
            continue
        for letter in word:
            name = _script_of(ord(letter))
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    if counts.get("ja", 0) * 10 > counts.get("han", 0) and counts.get("ja", 0) + counts.get("han", 0) > counts.get(
        "latin", 0
    ):
        return "ja"
    # A CJK character is worth a syllable or a word: two letters.
    return max(counts, key=lambda name: counts[name] * (2 if name in {"han", "ko"} else 1))


def _script_of(code: int) -> str:
    if code < 0x0370:
        return "latin"
    for first, last, name in _SCRIPTS:
        if first <= code <= last:
            return name
    return "latin" if 0x1E00 <= code <= 0x1EFF else ""


def _by_words(sample: str, lists: dict[str, str]) -> str:
    words = [word.lower() for word in _LETTERS.findall(sample)]
    if not words:
        return ""
    counts = Counter(words)
    scores = sorted(
        ((sum(counts[known] for known in set(line.split())) / len(words), code) for code, line in lists.items()),
        reverse=True,
    )
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= _LEAST_SHARE and best >= _LEAD * second else ""
