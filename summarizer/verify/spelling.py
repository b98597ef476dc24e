"""Words by one spelling: British and American forms, contractions in full; nothing that has two meanings is joined."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

# British stem -> American stem; a word is mapped by its longest stem followed by a known ending.
_OUR: Final = (
    "arbour ardour armour behaviour candour clamour colour demeanour dishonour discolour endeavour favour fervour flavour "
    "harbour honour humour labour neighbour odour parlour rancour rigour rumour saviour savour splendour tumour valour "
    "vapour vigour"
).split()
_RE: Final = "calibre centre fibre litre lustre meagre metre millimetre centimetre kilometre sabre sombre spectre theatre".split()
_DOUBLED: Final = (
    "cancel channel counsel dial equal fuel grovel initial jewel label level libel marshal marvel model panel pedal pencil "
    "quarrel rival shovel signal snivel spiral swivel total towel travel tunnel unravel wool"
).split()
_DOUBLED_ENDINGS: Final = ("ed", "ing", "er", "ers", "or", "ors", "ous", "ously", "ery", "en", "ist", "ists")
_PAIRS: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in (
        "acknowledgement:acknowledgment adviser:advisor advisers:advisors aeroplane:airplane aeroplanes:airplanes ageing:aging "
        "aluminium:aluminum amongst:among anaemia:anemia anaemic:anemic anaesthetic:anesthetic anaesthetics:anesthetics "
        "anaesthesia:anesthesia analogue:analog archaeology:archeology archaeologist:archeologist "
        "archaeologists:archeologists archaeological:archeological artefact:artifact artefacts:artifacts "
        "benefitted:benefited benefitting:benefiting burnt:burned catalogue:catalog catalogues:catalogs "
        "cosy:cozy defence:defense defences:defenses dialogue:dialog dialogues:dialogs diarrhoea:diarrhea "
        "dreamt:dreamed encyclopaedia:encyclopedia enrol:enroll enrols:enrolls enrolment:enrollment "
        "focussed:focused focusses:focuses focussing:focusing foetus:fetus foetal:fetal fulfil:fulfill fulfils:fulfills "
        "fulfilment:fulfillment gaol:jail grey:gray greys:grays gynaecology:gynecology haemorrhage:hemorrhage "
        "haemoglobin:hemoglobin instalment:installment instalments:installments judgement:judgment judgements:judgments "
        "leant:leaned leapt:leaped learnt:learned leukaemia:leukemia licence:license licences:licenses "
        "manoeuvre:maneuver manoeuvres:maneuvers manoeuvred:maneuvered mediaeval:medieval moult:molt mould:mold "
        "moulds:molds mouldy:moldy moustache:mustache oesophagus:esophagus oestrogen:estrogen offence:offense "
        "offences:offenses omelette:omelet orthopaedic:orthopedic paediatric:pediatric paediatrician:pediatrician "
        "paediatricians:pediatricians paedophile:pedophile paedophiles:pedophiles plough:plow ploughed:plowed ploughing:plowing "
        "practise:practice practised:practiced practises:practices practising:practicing pretence:pretense "
        "programme:program programmes:programs protestor:protester protestors:protesters pyjamas:pajamas "
        "sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism skilful:skillful "
        "skilfully:skillfully smoulder:smolder smouldering:smoldering snowplough:snowplow speciality:specialty "
        "spelt:spelled spilt:spilled spoilt:spoiled sulphur:sulfur towards:toward tranquillity:tranquility whilst:while "
        "wilful:willful wilfully:willfully yoghurt:yogurt yoghurts:yogurts jewellery:jewelry analyse:analyze analysed:analyzed "
        "analysing:analyzing catalyse:catalyze paralyse:paralyze paralysed:paralyzed paralysing:paralyzing "
        "afterwards:afterward email:e-mail emails:e-mails cooperate:co-operate cooperation:co-operation "
        "cooperated:co-operated cooperating:co-operating cooperative:co-operative coordinate:co-ordinate "
        "coordinated:co-ordinated coordination:co-ordination coordinator:co-ordinator ok:okay"
    ).split()
)
# -ise and -ize are one ending, except where both words exist with two meanings.
_ISE: Final = re.compile(r"(\w{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)")
_ISE_KEPT: Final = frozenset("prise prised prises prising apprise apprised apprises apprising".split())
_OUR_WORD: Final = re.compile(rf"(un|dis|well)?({'|'.join(stem[:-3] for stem in _OUR)})ou?r(\w*)")
_RE_WORD: Final = re.compile(rf"({'|'.join(stem[:-2] for stem in _RE)})(re|er)(s|d|ing)?")
_DOUBLED_WORD: Final = re.compile(rf"({'|'.join(_DOUBLED)})l({'|'.join(_DOUBLED_ENDINGS)})")


@lru_cache(maxsize=1 << 15)
def spelled(word: str) -> str:
    """A folded English word the one way that it is compared: `spelled("organised") == spelled("organized")`."""
    if len(word) < 4 and word != "ok":
        return word
    if word in _PAIRS:
        return _PAIRS[word]
    if ("or" in word or "our" in word) and (match := _OUR_WORD.fullmatch(word)):
        return f"{match[1] or ''}{match[2]}or{match[3]}"
    if match := _RE_WORD.fullmatch(word):
        return f"{match[1]}er{match[3] or ''}"
    if match := _DOUBLED_WORD.fullmatch(word):
        return match[1] + match[2]
    if "is" in word and word not in _ISE_KEPT and (match := _ISE.fullmatch(word)):
        return f"{match[1]}iz{match[2]}"
    return word


@cache
def joined() -> Mapping[tuple[str, str], str]:
    """Words also written with a hyphen, by their two halves: `joined()["e", "mail"] == "e-mail"`."""
    names = (name for name in _PAIRS.values() if "-" in name)
    return {(name.split("-")[0], name.split("-")[1]): name for name in names}


# "'s" and "'d" have two readings each; they are written in full only where the next word leaves one.
_IS_NEXT: Final = frozenset("a an the not no very so too also now still just my your his our their going".split())
_HAS_NEXT: Final = frozenset("been got had become".split())
_WOULD_NEXT: Final = frozenset("be have like love prefer rather".split())
_SUBJECTS: Final = frozenset("i you he she it we they that there here what who where how this".split())
_TAILS: Final[Mapping[str, str]] = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
}


def in_full(word: str, following: str) -> tuple[str, ...]:
    """An English contraction in full: `in_full("didn't", "go") == ("did", "not")`; other words alone.

    Args:
        word: Folded.
        following: The next word, which tells "it's a" (is) from "it's been" (has); where it does not tell, the
            contraction stays as written.
    """
    if "'" not in word and word != "cannot":
        return (word,)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("n't") and len(word) > 4 and word != "ain't":
        return (word[:-3], "not")
    stem, _, tail = word.rpartition("'")
    if f"'{tail}" in _TAILS and (stem in _SUBJECTS or tail in ("ve", "ll", "re")):
        return (stem, _TAILS[f"'{tail}"])
    if tail == "s" and stem in _SUBJECTS:
        if following in _HAS_NEXT:
            return (stem, "has")
        if following in _IS_NEXT or (following.endswith("ing") and len(following) > 5):
            return (stem, "is")
    if tail == "d" and stem in _SUBJECTS:
        if following in _WOULD_NEXT:
            return (stem, "would")
        if following in _HAS_NEXT:
            return (stem, "had")
    return (word,)
