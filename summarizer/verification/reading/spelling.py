"""Words by one spelling: British and American forms, contractions in full; nothing that has two meanings is joined."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

# British stem -> American stem; a word is mapped by its longest stem followed by a known ending.
_OUR: Final = (
    "arbour ardour armour behaviour candour clamour colour demeanour dishonour discolour endeavour favour fervour "
    "flavour harbour honour humour labour neighbour odour parlour rancour rigour rumour saviour savour splendour "
    "tumour valour vapour vigour"
).split()
_RE: Final = (
    "calibre centre fibre litre lustre meagre metre millimetre centimetre kilometre sabre sombre spectre theatre"
).split()
_DOUBLED: Final = (
    "cancel channel counsel dial equal fuel grovel initial jewel label level libel marshal marvel model panel "
    "pedal pencil quarrel rival shovel signal snivel spiral swivel total towel travel tunnel unravel wool"
).split()
_DOUBLED_ENDINGS: Final = ("ed", "ing", "er", "ers", "or", "ors", "ous", "ously", "ery", "en", "ist", "ists")
_PAIRS: Final[Mapping[str, str]] = dict(
    pair.split(":")
    for pair in (
        "acknowledgement:acknowledgment adviser:advisor advisers:advisors aeroplane:airplane aeroplanes:airplanes "
        "ageing:aging aluminium:aluminum amongst:among anaemia:anemia anaemic:anemic anaesthetic:anesthetic "
        "anaesthetics:anesthetics anaesthesia:anesthesia analogue:analog archaeology:archeology "
        "archaeologist:archeologist archaeologists:archeologists archaeological:archeological artefact:artifact "
        "artefacts:artifacts benefitted:benefited benefitting:benefiting burnt:burned catalogue:catalog "
        "catalogues:catalogs cosy:cozy defence:defense defences:defenses dialogue:dialog dialogues:dialogs "
        "diarrhoea:diarrhea dreamt:dreamed encyclopaedia:encyclopedia enrol:enroll enrols:enrolls "
        "enrolment:enrollment focussed:focused focusses:focuses focussing:focusing foetus:fetus foetal:fetal "
        "fulfil:fulfill fulfils:fulfills fulfilment:fulfillment gaol:jail grey:gray greys:grays "
        "gynaecology:gynecology haemorrhage:hemorrhage haemoglobin:hemoglobin instalment:installment "
        "instalments:installments judgement:judgment judgements:judgments leant:leaned leapt:leaped learnt:learned "
        "leukaemia:leukemia licence:license licences:licenses manoeuvre:maneuver manoeuvres:maneuvers "
        "manoeuvred:maneuvered mediaeval:medieval moult:molt mould:mold moulds:molds mouldy:moldy "
        "moustache:mustache oesophagus:esophagus oestrogen:estrogen offence:offense offences:offenses "
        "omelette:omelet orthopaedic:orthopedic paediatric:pediatric paediatrician:pediatrician "
        "paediatricians:pediatricians paedophile:pedophile paedophiles:pedophiles plough:plow ploughed:plowed "
        "ploughing:plowing practise:practice practised:practiced practises:practices practising:practicing "
        "pretence:pretense programme:program programmes:programs protestor:protester protestors:protesters "
        "pyjamas:pajamas sceptic:skeptic sceptics:skeptics sceptical:skeptical scepticism:skepticism "
        "skilful:skillful skilfully:skillfully smoulder:smolder smouldering:smoldering snowplough:snowplow "
        "speciality:specialty spelt:spelled spilt:spilled spoilt:spoiled sulphur:sulfur towards:toward "
        "tranquillity:tranquility whilst:while wilful:willful wilfully:willfully yoghurt:yogurt yoghurts:yogurts "
        "jewellery:jewelry analyse:analyze analysed:analyzed analysing:analyzing catalyse:catalyze "
        "paralyse:paralyze paralysed:paralyzed paralysing:paralyzing afterwards:afterward email:e-mail "
        "emails:e-mails cooperate:co-operate cooperation:co-operation cooperated:co-operated "
        "cooperating:co-operating cooperative:co-operative coordinate:co-ordinate coordinated:co-ordinated "
        "coordination:co-ordination coordinator:co-ordinator ok:okay"
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
    """A folded English word the one way that it is compared: "organised" and "organized" give the same."""
    if len(word) < 4 and word != "ok":
        return word
    if word.endswith("'s"):
        return spelled(word[:-2]) + "'s"
    if word in _PAIRS:
        return _PAIRS[word]
    return _in_one_ending(word)


def _in_one_ending(word: str) -> str:
    """As American spelling ends a word: "color", "center", "traveled", "organize"."""
    match = _OUR_WORD.fullmatch(word) if "or" in word or "our" in word else None
    if match is not None:
        return f"{match[1] or ''}{match[2]}or{match[3]}"
    match = _RE_WORD.fullmatch(word)
    if match is not None:
        return f"{match[1]}er{match[3] or ''}"
    match = _DOUBLED_WORD.fullmatch(word)
    if match is not None:
        return match[1] + match[2]
    match = _ISE.fullmatch(word) if "is" in word and word not in _ISE_KEPT else None
    return word if match is None else f"{match[1]}iz{match[2]}"


@cache
def joined() -> Mapping[tuple[str, str], str]:
    """Words also written with a hyphen, by their two halves: `joined()["e", "mail"] == "e-mail"`."""
    names = (name for name in _PAIRS.values() if "-" in name)
    return {(name.split("-")[0], name.split("-")[1]): name for name in names}


# "'s" and "'d" have two readings each, told apart by whether a past participle follows ("it's gone", "it's clear").
_PARTICIPLES: Final = frozenset(
    "been got had become begun bent born bought brought built burnt caught chosen come cost cut dealt done drawn "
    "driven drunk dug eaten fallen fed felt fought found flown forgotten frozen given gone grown heard held hidden "
    "hit hung hurt kept known laid led left lent let lost made meant met paid put quit read ridden risen rung run "
    "said seen sent set shot shown shut slept sold sought spent spun spoken spread sprung stood stolen struck "
    "stuck sung sunk sworn swum taken taught thought thrown told torn understood upset won worn written overcome "
    "undergone withdrawn bound bet burst cast split fit bid swept lit broadcast forecast offset thrust rid knit shed "
    "wed slid bred clung flung ground sped spilt spat wound".split()
)
_ALSO_BASE: Final = frozenset(
    "become bet burst cast come cost cut hit hurt let overcome put quit read run set shut spread upset split fit bid "
    "broadcast forecast offset thrust rid knit shed wed wound ground".split()
)
_PARTICIPLE: Final = re.compile(r"(?<!e)ed$|en$|[wr]n$")
# What "had" may be left out before: regular participles, but for words that are verbs as they stand.
_REGULAR: Final = re.compile(r"\w{3,}(?<!e)ed")
_NO_PARTICIPLES: Final = frozenset("embed imbed".split())
# Verbs that are nothing else, so that "he'd go" is "he would go": "they'd house guests" may be "they had".
_VERBS: Final = frozenset(
    "be have go do make take give see know get say tell think want bring buy keep lose find feel meet begin seem "
    "remain agree continue consider prefer need like love die live lie sit speak write send build allow accept "
    "add ask become believe choose create decide eat expect follow grow happen hear join learn leave listen pay "
    "provide receive resign return sell serve teach understand wait win".split()
)
_COUNTS: Final = frozenset("two three four five six seven eight nine ten many several".split())
_ADVERBS: Final = frozenset(
    "never always ever just also already since now still not only even long once soon often then again both all".split()
)
_SUBJECTS: Final = frozenset("i you he she it we they that there here this".split())
_ONLY_HAVE: Final = frozenset(("been", "had", "got"))
_TAILS: Final[Mapping[str, str]] = {"re": "are", "ve": "have", "ll": "will", "m": "am"}
_IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
}


def in_full(word: str, following: Sequence[str]) -> tuple[str, ...]:
    """An English contraction in full: `in_full("didn't", ["go"]) == ("did", "not")`; other words alone.

    Args:
        word: Folded.
        following: The next few words, which tell "it's clear" (is) from "it's been" (has); where they do not tell, the
            contraction stays as written.
    """
    if "'" not in word and word != "cannot":
        return (word,)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("n't") and len(word) > 4 and word != "ain't":
        return (word[:-3], "not")
    stem, _, tail = word.rpartition("'")
    full = _tail_in_full(tail, following) if stem in _SUBJECTS or tail in ("ve", "ll", "re") else ""
    return (stem, full) if full else (word,)


def _tail_in_full(tail: str, following: Sequence[str]) -> str:
    """The verb that is meant by "'re" or "'s", "" where what follows leaves it open."""
    if tail not in ("s", "d"):
        return _TAILS.get(tail, "")
    behind = next((word for word in following if word not in _ADVERBS and not word.endswith("ly")), "")
    if not (behind.isalpha() or behind[:1].isdecimal()):
        return ""
    return _is_or_has(behind) if tail == "s" else _had_or_would(behind)


def _is_or_has(behind: str) -> str:
    """What "'s" means before a word: "it's been" has, "it's clear" is."""
    if behind in _ONLY_HAVE:
        return "has"
    if behind in _PARTICIPLES or _PARTICIPLE.search(behind) is not None:
        return ""  # "he's beaten": is he, or has he?
    return "" if behind[:1].isdecimal() or behind in _COUNTS else "is"  # "he's two children": he has


def _had_or_would(behind: str) -> str:
    """What "'d" means before a word: "he'd gone" had, "he'd go" would."""
    if behind in _ONLY_HAVE:
        return "had"
    if behind in _ALSO_BASE:
        return ""
    if behind in _PARTICIPLES or (_REGULAR.fullmatch(behind) and behind not in _NO_PARTICIPLES):
        return "had"
    return "would" if behind in _VERBS else ""
