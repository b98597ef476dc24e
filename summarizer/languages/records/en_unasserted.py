"""How English says that a text does not assert what stands in it: `EN_UNASSERTED` is a group of the English record."""

from __future__ import annotations

from typing import Final

from summarizer.languages.record import words
from summarizer.languages.unasserted import Unasserted

# What a heading may name that the text does not say itself; "Claims process" and "Charges and fees" are none of them.
_TOPIC: Final = (
    r"(?:claims?|allegations?|accusations?|myths?|legends?|rumou?rs?|hoax(?:es)?|falsehoods?|lies|untruths?|"
    r"misinformation|disinformation|misconceptions?|fallac(?:y|ies)|fake(?: news|s| claims| stories)?|"
    r"conspiracy theor(?:y|ies)|hearsay|gossip|speculations?|fiction|fantas(?:y|ies)|hypothes[ei]s|hypotheticals?|"
    r"scenarios?|what-ifs?|satire|plot|plot summary|synopsis|storyline|dreams?|quiz|true or false)"
)
_BEFORE: Final = (
    r"(?:(?:the|a|some|other|more|most|common|popular|widespread|main|key|false|alleged|unproven|unverified|"
    r"unconfirmed|unfounded|viral|recent|latest|old|new|urban|online|worst|best|worst-case|best-case|case|possible|"
    r"his|her|their|our|\w+'s?)\s){0,3}"
)
_BEHIND: Final = (
    r"(?: \(?(?:\d{1,2}|[a-z])\)?)?"
    r"(?: (?:of|about|against|on|over|around|from|by|made|going|doing|circulating|spreading|spread|shared|online|"
    r"that|under|in|and|vs\.?|versus)\b.{0,60})?"
)
_SAYS: Final = (
    r"(?:says?|said|tells?|told|claims?|claimed|alleges?|alleged|reads?|writes?|wrote|puts?|sees?|saw|remembers?|"
    r"remembered|believes?|believed|thinks?|argues?|argued|describes?|described|recounts?|recounted|explains?|"
    r"explained|states?|stated|reports?|reported|goes|went|runs?|posted|shared|imagines?|imagined|would have)"
)
_TOLD: Final = (
    r"(?:(?:the|this|that|these|those|such)(?: \w+)? (?:claims?|story|stories|reports?|statements?|rumou?rs?|"
    r"allegations?|assertions?|posts?|articles?|letters?|figures?|accusations?|charges?|quotes?|quotations?|"
    r"information|version|account|news|message|sentences?)|that|this|it|all this|all of this)"
)
_UNTRUE: Final = (
    r"(?:retracted|withdrawn|debunked|denied|refuted|rebutted|corrected|disproved|disproven|discredited|dismissed|"
    r"rejected|unproven|unfounded|unconfirmed|unverified|baseless|groundless|disputed|contested|untrue|false|wrong|"
    r"fake|faked|fabricated|made up|made-up|invented|fictional|fictitious|satire|misleading|inaccurate|incorrect|"
    r"mistaken|nonsense|not true|not so|not the case|not correct|not right|a lie|lies|a hoax|a joke|a myth|"
    r"an invention|a fabrication|a mistake|an error|in error|a forgery)\b"
)

EN_UNASSERTED = Unasserted(
    topics=(
        rf"{_BEFORE}{_TOPIC}{_BEHIND}"
        r"|(?:the )?(?:claim|allegation|myth|rumou?r|scenario|option)s?:? ?\d{0,2}"
        r"|what (?:was|is|were|has been|is being) (?:being )?(?:claimed|alleged|said|shared|posted|rumou?red)"
        r"|what (?:\w+ ){1,3}(?:is|are|was|were) (?:saying|claiming|sharing)"
        r"|(?:the )?(?:worst|best)[- ]case|the charges|charges against .{1,40}|(?:a )?thought experiment"
        r"|what (?:could|might|would) happen.{0,30}"
        r"|(?:unverified|unconfirmed|unproven|unsubstantiated|debunked|fake|alleged|supposed|hypothetical|fictional|"
        r"fictitious|imaginary)\b.{0,40}"
        r"|what (?:\w+ ){1,4}(?:claims?|claimed|says?|said|alleges?|alleged|posted|shared|believes?|believe)"
        r"|(?:options|proposals|ideas|plans|suggestions)(?: (?:that are|still|now))? (?:under|being|up for) .{1,40}"
        r"|(?:the |his |her |their )?(?:\w+'s? )?version(?: of events)?"
        r"|(?:the )?(?:prosecution|defen[cs]e|plaintiff)s?'?s? (?:case|story|view|argument)"
    ),
    suppositions=(
        r"(?:if(?! (?:you|needed|applicable)\b)|what if|what happens if|suppose|supposing|assuming|in case(?! of\b)|"
        r"in the event|unless|imagine)\b.*"
    ),
    settled=(
        r"(?:our |the )?(?:verdict|facts?|truth|reality|ruling|rating|conclusions?|assessment|findings|correction|"
        r"fact[- ]check|answers?|what we found|what is true|what we know|what (?:really|actually) happened)"
    ),
    lead_ins=(
        r"(?:this|that|here|the following) is (?:exactly |just |only )?(?:what|how)\b.*"
        rf"\b{_SAYS}\b.*"
        rf"|.*\b{_SAYS}\b.{{0,25}}\b(?:this way|that way|like this|like so|as follows|thus|the following|"
        r"in (?:these|his|her|their|its) (?:own )?words)"
        r"|(?:the|this|that|a|an|one|his|her) (?:\S+ ){0,3}(?:letter|e-?mail|article|headline|affidavit|confession|"
        r"testimony|petition|charge sheet|meme|advert|text|note|indictment|lawsuit|complaint|post|tweet|leaflet|"
        r"flyer|message|forgery|hoax|rumou?r|legend|myth|claim|theory|allegation|satire|joke|story|version)s? "
        r"(?:says?|reads?|goes|runs?|claims?|tells?|said|claimed|went|ran)(?: this)?"
        r"|.{1,40} (?:makes?|made) (?:this|the following) (?:case|argument|claim|point|allegation)"
        r"|.{1,40} (?:remembers?|remembered|tells?|told|sees?|saw|describes?|described|recalls?|recalled) "
        r"(?:it|this|things|events|the story|matters) (?:differently|otherwise|(?:in )?another way)"
        r"|(?:according to|in the words of) .*\b(?:this is|here is|the following|as follows)\b.*"
        r"|(?:the|this|a|his|her) (?:\w+ ){0,2}(?:novel|film|movie|play|story|short story|episode|opera|series|comic|"
        r"fairy tale|fable|musical|game) (?:tells|is about|follows|begins|opens|starts|goes|imagines|takes place|"
        r"is set|describes|recounts|centres|centers|revolves)\b.*"
        r"|(?:the )?(?:plot|story)\b.{0,40} (?:is|goes|runs|follows|begins)\b.{0,30}"
        r"|(?:this|that|here) is (?:the|his|her|their|a) (?:story|version|account|tale|claim|rumou?r|legend)\b.*"
        r"|in (?:the|this|a|his|her) (?:novel|film|movie|play|short story|fairy tale|opera|musical|satire)\b.*"
        r"|(?:he|she|i|they) (?:once )?(?:had a dream|dreamed|dreamt|imagined)\b.*"
    ),
    own_lead_ins=(
        r"\bhere(?:'s| is| are)\b|\bthe following \w+|\bthis is why\b|\bbecause$|\breasons?\b|\binclud(?:es?|ing|"
        r"ed)$|\bsuch as$|"
        r"\bfor (?:example|instance)$|\b(?:features|products|services|benefits|facts|figures|steps|findings|results|"
        r"tips|packages|solutions)\b|\byou (?:can|will|could|may|might)\b"
    ),
    doubting=(
        r"\b(?:options?|proposals?|proposed|suggestions?|alternatives?|ideas|scenarios?|possibilit(?:y|ies)|"
        r"hypothes[ei]s|rumou?rs?|claims?|allegations?|alleged(?:ly)?|accus\w+|demands?|fears?|myths?|"
        r"under (?:discussion|consideration|review)|on the table|being (?:discussed|considered|debated)|"
        r"true or false|what if)\b"
    ),
    tasks=(
        r"(?:please |now |first )?(?:mark|decide|say|tell|choose|select|tick|circle|judge|guess|state|indicate|"
        r"identify|find|write)\b.*(?:\btrue\b|\bfalse\b|\bcorrect\b|\bwrong\b|\bt or f\b|\blie\b)"
        r"|which (?:one )?(?:of )?(?:these |the following |the )?(?:\w+ )?(?:sentences?|statements?|answers?|claims?|"
        r"of these|of the following)\b.*|(?:is|are) (?:each|these|the following)\b.* (?:true|correct)\b.*"
        r"|(?:one|some|only one|two|three) of (?:these|the following)\b.*\b(?:true|false|lies?|wrong|untrue|made up|"
        r"invented)\b|two truths and a lie|true or false\b|translate\b.*\bsentences?\b|correct the (?:mistakes|"
        r"errors)\b"
    ),
    taken_back=(
        r"not (?:true|so|quite true|at all true|correct|really|quite)\s?[.!,]"
        r"|(?:false|untrue|wrong|nonsense|fake|fake news|incorrect|a lie|lies|rubbish|a hoax)\s?[.!]"
        rf"|{_TOLD} (?:(?:has|have|had|was|were|is|are|turned|proved|later|since|now|soon|quickly|already|widely|"
        rf"also|simply|long|been|being|out|to|be|a|entirely|completely|totally|partly|all) ){{1,5}}{_UNTRUE}"
        rf"(?! (?:that|to|if|when|because)\b)"
        r"|(?:or )?(?:at least,? )?(?:that|this|so)(?:,[^,]{1,30},)?(?:'s| is| was)?,? (?:at least,? )?(?:just |"
        r"only )?(?:what|how) "
        r"(?:\w+ ){1,4}(?:claims?|claimed|says?|said|alleges?|alleged|believes?|believed|thinks?|see it|sees it|"
        r"tells? it|put it|puts it)\b"
        r"|(?:or )?(?:at least )?so (?:says?|said|claims?|claimed|runs?|goes) |(?:or )?so (?:\w+ ){1,2}"
        r"(?:says?|claims?|said|claimed|thinks?|thought|believes?|believed)\s?[.!,]"
        r"|(?:correction|erratum|retraction|verdict|rating|fact check)\s?[:.–—-]+ "
        r"(?!(?:an? (?:earlier|previous)|this (?:story|article)|true|the (?:story|article)|\w+ \d)\b)"
        r"|(?:\w+ ){1,4}(?:(?:has|have|later|since|now|also|strongly) ){0,2}(?:denies|denied|deny|disputes?|disputed|"
        r"rejects?|rejected|retracts?|retracted|withdrew|refutes?|refuted|debunked|contradicts?|contradicted) "
        r"(?:this|that|it|(?:the|these|those|that|this) (?:claims?|reports?|story|allegations?|rumou?rs?|"
        r"accusations?|charges?|statements?|version))(?: \w+)?\s?[.!]"
        r"|(?:\w+ ){1,4}(?:say|says|said|insists?|insisted|found|concluded|ruled) (?:that )?(?:this|that|it|the "
        r"(?:claim|story|report|rumou?r|allegation|statement|letter)) (?:is|was|were) (?:\w+ )?"
        rf"{_UNTRUE}"
        r"|(?:this|that|it) (?:is|was)(?: not|n't) (?:what|how|the case|so|right|correct)\b"
        r"|(?:update|edit|editor's note|note)[^:]{0,12}: (?:this|that|it|the (?:claim|report|story))\b.{0,30}"
        rf"{_UNTRUE}"
        r"|at least,? (?:according to|in the (?:view|opinion|eyes|words|telling) of|if \w+ is to be believed)\b"
        r"|(?:this|that|it|nothing of (?:this|it)) (?:has |had )?never (?:happened|took place|taken place|occurred|"
        r"existed)\b|no, (?:it|he|she|they|that|this)\b.{0,30}(?:\bnot\b|\bnever\b|n't\b)"
        r"|(?:in fact|actually),? (?:it|they|he|she|there|(?:the|this|that|its|their) \w+)\b.{0,30}"
        r"\b(?:only|none|instead)\b"
        r"|(?:\w+ ){1,3}(?:(?:has|had|have|later|since|now) ){0,3}(?:admitted|confessed|conceded)\b.{0,40}"
        r"\b(?:made (?:this|it|that) up|made up|lied|lying|invented|false|untrue|wrong|not true)\b"
        r"|[^.]{1,40} (?:rated|called|ruled|declared|labell?ed|deemed|judged|calls?|found|proved) (?:this|that|it|"
        r"all this|"
        r"(?:the|this|that) (?:claim|story|report|statement|rumou?r|allegation|letter|article)) (?:to be |as )?"
        rf"{_UNTRUE}"
        r"|(?:\w+ ){1,4}(?:took|taken|take) (?:this|it|that|(?:the|his|her|their) (?:claim|words?|statement)) back\b"
        r"|(?:just |only )?(?:kidding|joking)\b|april fools?\b|(?:this|it|that|all this) (?:was|is) (?:all |just |"
        r"only )*"
        r"(?:a joke|satire|a prank|a dream)\b"
        r"|(?:this|that|it) (?:is|was) (?:no longer|never|hardly|far from) (?:true|the case|so)\b"
        r"|in reality\b|the truth is (?:different|otherwise|the opposite|another)\b|the (?:opposite|reverse) is\b|"
        r"the opposite\b|"
        r"nothing of the (?:sort|kind)\b"
        r"|(?:we|the (?:editors?|paper|newspaper|author)) (?:apologi[sz]e|regret|stand corrected|retract)\b"
        r"|there is no (?:evidence|proof|truth)\b.{0,20}(?:this|that|it|of it)?\s?[.!]"
    ),
    all_taken_back=(
        r"(?:none|nothing|not a word) of (?:this|that|it|these|the above) (?:is|was|are|were|has|happened)\b"
        r"|(?:all (?:of )?(?:this|that|it|these)|everything above|the above|both) (?:is|was|are|were) "
        r"(?:\w+ ){0,2}(?:false|untrue|wrong|lies|invented|made up|fiction|nonsense|a lie|a hoax|rumou?rs?|myths?)\b"
        r"|(?:these|those|both|all)(?: of these)? (?:claims|reports|stories|statements|rumou?rs|allegations) "
        r"(?:are|were|have been|turned out) (?:\w+ ){0,3}(?:false|untrue|wrong|lies|invented|made up|denied|debunked|"
        r"retracted|withdrawn|unproven)\b"
    ),
    no_speakers=words(
        "note notes tip tips update photo photos picture source sources credit subs kick-off referee attendance "
        "correction clarification disclaimer warning example examples step pros cons verdict title author date time "
        "place location address phone email fax tel website url price prices cost size summary conclusion background "
        "ingredients method directions tags tag category categories topics keywords related read watch listen more see "
        "also sign score scores result results goals scorers motm tv radio language published posted born died "
        "canonized weather question answer fact facts claim myth reality truth rumour rumor rating ruling deadline "
        "exclusive opinion map hometown out in age billboard booked probe podcast manager "
        "breaking key contact when where what who why how venue cast director runtime genre"
    ),
)
