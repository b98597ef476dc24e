"""The words of a claim that its document lacks, by what they do to it: another wording, or another statement."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from summarizer.text.terms import claim_terms, is_function, is_hard, stem
from summarizer.verification.evidence.search import ROOT, Index

# Words that a writer who rewords puts in place of the source's: one that is new seldom says something new. Written for
# this by hand, as verbs, nouns and adjectives of reporting; run benchmarks/train_score.py again when the list moves.
_GENERAL: Final = """
ability able accept accomplish accomplishment accordingly achieve achievement acknowledge acquire action activity
adapt add additionally address adjust admit adopt advance advancement advise agency agent agree aid aim allow alter
alternative although amount analyse analyze announce answer anticipate appear apply approach approve area argue arise
arrange array arrival arrive article ask aspect assemble assess assignment assist associated assortment assure attain
attempt attend attendees attribute author aware band become begin belief believe beneficial besides big boost boy
broad buddy build bunch business buy buyer call capability capable capacity carry case cause caution central certain
challenge chance change characteristic charge chat child choice circumstance claim client climb colleague collection
comeback command commence commit commonly communicate companion company complete complex complicated component
comprehend comprehensive comprise concept concern conclude conclusion condition conduct confirm connected conscious
consequence consequently consider considerable consist construct consumer contain content continue convene
conversation converse convey coordinate cope core corporation cost cover create critical crucial current customer cut
data date day deal debate decline decrease deliberate deliver demand demonstrate departure describe design desire
despite detail detect determine develop development dialogue different difficult difficulty diminish direct discover
discuss discussion distinct diverse document doubtful drop due duration duty eager earn easy effect effective
efficient effort element embark emerge emphasize employ employee enable encompass encourage end endeavor endure engage
enhance enhancement ensure enterprise enthusiastic entire entity environment especially essential establish evaluate
event eventually examine example excellent exchange excited execute expand expansion expect experience expertise
explain explore express extensive facilitate factor facts fall family favorable feature fee feel finalize finally find
finish firm focus folks forecast form found framework frequently fresh friend fulfil fulfill fundamental furnish
furthermore gain gather general generate get girl give glad go good grant grasp grateful great group grow growth
guarantee guide handle happen happy hard harness head help helpful hence highlight hold hope host however huge idea
identify illustrate impact implement implication importance important impression improve improvement incident include
incorporate increase indicate individual influence inform information initiate initiative innovative inquire instance
institution instruct intend interested intricate introduce investigate involve issue item job join journey keep key
kid know knowledge large last launch lead learn lessen let leverage likelihood likely locate location look lower main
maintain major make man manage manner many massive material matter means meanwhile mechanism meet members mention
method model modify moment month moreover move multiple necessitate need nevertheless new nonetheless notable notice
notion novel number numerous observe obtain occasion occur offer often operate operation opinion opportunity option
order organization organize original outcome outline overall oversee owing pal paper part participants participate
particularly partner passage pay peer people per perceive perform performance period permit persist person perspective
pertaining phase piece place plan pleased ponder position positive possibility possible potential powerful predict
prepared present preserve price primary principal probability probable problem procedure proceed process produce
product program progress project promise prompt propose prospect prove provide purchase purchaser quality question
range reach ready realize recall receive recent recognize recommend reduce reentry regarding region related relative
relevant remain remember reply report representative request require resolve respond result retain return reveal
review revival rise robust role run salesperson satisfied say schedule scheme secure see seek seem sell series service
set settle several share shift show showcase shrink significance significant simple since site situation sizable skill
solid solution solve somebody someone spark speak speaker specific specifically spend spot staff stage stance
standpoint start state stay stem straightforward strategy strengthen stress strive strong study subject substantial
success successful suggest summary supervise supply support surge system tackle tactic talent talk task team technique
tell text thankful therefore think thorough though thought thus time today tool topic total touch tough trade trait
transform travel trigger trip try turn typically ultimately uncertain uncertainty understand undertake unique unsure
urge use useful using usually utilize variety various vary vast verify via view viewpoint visit vital want warn watch
way week whereas whole wide wish woman work worker worried writer year yield
"""
# Words that deny, limit or make total what the rest says: one that is new mostly says something else.
_LIMITING: Final = """
all although always any anymore aren't avoid barely both can't cancel cancelled cannot completely couldn't deny
despite did didn't disregard do does doesn't don't entirely every except excluding exclusively fail few fewer first
former fully hadn't hardly hasn't haven't ignore instead isn't just lack last least less limited little longer merely
minus neither never no nobody non nor not nothing omit only prevent previously rarely rather refuse reject scarcely
seldom shouldn't solely stop totally unable unless unwilling wasn't weren't without won't wouldn't yet zero
"""
_SENTENCE_END: Final = re.compile(r"[.!?](?:\s|$)|[。！？]")


def new_words(claim: str, *, index: Index, names: Collection[str]) -> dict[str, float]:
    """The features of what a claim says in words that its document has not, each a finite number.

    Promise: the same names in the same order for every claim; `0 <= general_share <= 1`, one half if no word is new.

    Args:
        claim: The statement.
        index: The document's index.
        names: The claim's terms that are names; they are no wording.

    Returns:
        `general`: new words of the general list; `general_share`: their share of the new content words; `limiting`:
        new words that deny or limit; `reworded`: new words that end like an inflected verb, mostly another wording;
        `claim_sentences`: of more sentences, one alone covers less.
    """
    placed = claim_terms(claim)
    surface = {term.text: claim[term.start : term.end] for term in reversed(placed)}
    new = [term for term in surface if term not in index.postings]
    content = [term for term in new if not is_function(term)]
    general = sum(term in _general() for term in content)
    return {
        "general": float(min(general, 8)),
        "general_share": general / len(content) if content else 0.5,
        "limiting": float(min(sum(term in _limiting() for term in new), 4)),
        "reworded": float(min(sum(_reworded(term, surface[term], index, names) for term in content), 6)),
        "claim_sentences": float(min(len(_SENTENCE_END.findall(claim)), 4)),
    }


def _reworded(term: str, surface: str, index: Index, names: Collection[str]) -> bool:
    if term in names or is_hard(term) or term[:ROOT] in index.roots:
        return False
    return surface.lower().endswith(("ing", "ed"))


@cache
def _general() -> frozenset[str]:
    return frozenset(map(stem, _GENERAL.split()))


@cache
def _limiting() -> frozenset[str]:
    return frozenset(map(stem, _LIMITING.split()))
