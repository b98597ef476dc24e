"""What English points back with: part of the record of English, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, phrases, words

EN_POINTERS = Pointers(
    counts=words(
        "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds "
        "thousands dozens some many most all none each both several few any half either neither"
    ),
    spans=words(
        "year years month months week weeks day days hour hours minute minutes decade decades century centuries "
        "morning afternoon evening night weekend summer winter spring autumn season monday tuesday wednesday "
        "thursday "
        "friday saturday sunday"
    ),
    nouns=words(
        "company companies firm firms bank business group club team party agency organisation organization charity "
        "retailer carmaker airline manufacturer insurer brewer publisher man woman men women boy girl teenager "
        "couple "
        "brothers sisters actor actress singer player striker author writer artist scientist engineer suspect victim "
        "defendant ship vessel film movie book novel album song drug vaccine device"
    ),
    verbs=words(
        "cost got met spoke "
        "survived resigned followed voted "
        "opened closed began started "
        "ended joined received needed "
        "showed "
        "is are was were has have had will would can could may might did do does said says left came went died "
        "took became remain remained lost won fell rose stayed live work were go come think believe want agreed "
        "refused fled survived escaped failed"
    ),
    standing=phrases(
        "earlier this <span>|later this <span>|earlier today|later today|next <span>|earlier on <any>|"
        "later on <any>|earlier in <any>|later in <any>|in response to|as a result of|instead of|in exchange for|"
        "in return for|at the time of|at the same time as|at the same <any> as|the same <any> as|the same as|"
        "the reason for|the result of|the reasons for|one reason for|one result of|the consequence of|"
        "in reply to|the rest of|the majority of|both of the|neither of the|either of the|many of the|"
        "more than <number>|similarly to|the two <any> of|the other <any> of|later than|earlier than|"
        "previously unknown|then president|such as|click here|when it comes|here we|here <any> we"
    ),
    ordinals=words("second third fourth fifth sixth seventh eighth ninth tenth"),
    pronouns=phrases("now it|later it|soon it|once it|still it"),
    times=phrases(
        "ever since|"
        "the next <span>|the following <span>|the previous <span>|the preceding <span>|the same <span>|"
        "that <span>|that same <span>|the <span> before|the <span> after|a <span> before|"
        "<number> <span> before|<number> <span> after|then|later|afterwards|afterward|after that|before that|"
        "since then|until then|by then|from then on|meanwhile|in the meantime|at the same time|at that time|"
        "at the time|soon after|soon afterwards|shortly after|shortly afterwards|shortly before|earlier|"
        "previously|subsequently|thereafter|simultaneously|at that point|on that <span>|on the same <span>|"
        "in that <span>|in the same <span>|during that time|in the following <span>|in the next <span>|"
        "on the following <span>|a <span> earlier|<number> <span> earlier|an hour earlier|"
        "a few <span> earlier"
    ),
    later=phrases(
        "a <span> later|<number> <span> later|an hour later|a few <span> later|a couple of <span> later|"
        "half a <span> later|the <span> after that|the following <span>|the very next <span>|the same <span>|"
        "some time later|<number> <span> afterwards|much later|soon afterwards|shortly afterwards|"
        "soon after that"
    ),
    places=phrases("there|here|in that place|at that place|in the same place"),
    no_places=words(
        "is are was were be been being has have had will would may might can could should must seems seemed appears "
        "appeared remain remains remained exist exists existed came comes stood stands lived isn't aren't wasn't "
        "weren't won't"
    ),
    parts=phrases(
        "<number> <verb>|only <number> <verb>|another <number>|"
        "<number> of them|<number> of these|<number> of those|<number> of the two|<number> of which|of these|"
        "of those|of them|among them|among these|among those|others|the others|the other|the other <any>|"
        "the rest|the remaining|the remainder|another|another <any>|the latter|the former|the two|the three|"
        "the two <any>|both|both of them|neither|either|all of them|all three|all four|the last one|"
        "the first one|the only one|the other one|a few of them|a handful of them|a third of them|"
        "a quarter of them|the other half|two others|three others|<number> others|<number> other <any>|"
        "<number> more|all <verb>|each <verb>|half <verb>|some <verb>|most <verb>|many <verb>|few <verb>|"
        "several <verb>|none <verb>|one <verb>|a few <verb>|the <ordinal> <verb>|the <ordinal> one|"
        "the <ordinal> <any> <verb>|a <ordinal> <any>|a <ordinal> <verb>|the last <verb>|the first <verb>|"
        "half of them|the majority of them|the oldest <verb>|the largest <verb>|the smallest <verb>|"
        "the biggest <verb>|the youngest <verb>|"
        "the newest <verb>|the highest <verb>|the lowest <verb>|the best <verb>|the worst <verb>"
    ),
    clauses=phrases(
        "elsewhere|similar <any>|similar|the decision <verb>|"
        "the move <verb>|the incident <verb>|the announcement <verb>|the ruling <verb>|"
        "as a result|as a consequence|as a result of this|because of this|because of that|because of it|"
        "therefore|thus|hence|consequently|accordingly|for this reason|for that reason|for these reasons|"
        "in that case|in this case|in this way|that way|that is why|this is why|that's why|so did|so does|"
        "so do|so was|so is|so were|so are|so has|so had|so have|so will|so would|so can|so could|"
        "neither did|neither does|neither do|neither was|neither is|neither were|neither are|neither has|"
        "neither had|neither have|neither will|neither would|neither can|neither could|nor did|nor does|"
        "nor do|nor was|nor is|nor were|nor are|nor has|nor had|nor have|nor will|nor would|nor can|"
        "nor could|the same|the same <any>|the opposite|the reverse|the contrary|instead|otherwise|if so|"
        "if not|likewise|similarly|in response|in return|in exchange|in reply|in turn|to this end|"
        "to that end|despite this|despite that|even so|what is more|in doing so|by doing so|to do so|"
        "doing so|not so|with this|with that|as such|no one else|nobody else|nothing else|everyone else|"
        "everything else|besides that|apart from that|such a <any>|one reason|one result|the consequence|"
        "it follows|conversely|on the contrary|vice versa|that <verb>|such <any>|the reason <verb>|"
        "the result <verb>|the reasons <verb>|for this"
    ),
    ellipses=phrases(
        "did not|does not|do not|was not|is not|were not|are not|has not|have not|had not|will not|would not|"
        "could not|"
        "can not|cannot|may not|should not|didn't|doesn't|don't|wasn't|isn't|weren't|aren't|hasn't|haven't|hadn't|"
        "won't|wouldn't|couldn't|can't|did|does|did so|does so|do so|did too|does too|do too|was too|is too|were too|"
        "are too|has too|had too|have too|will too|would too|did as well|was as well|is as well|did the same|"
        "does the same|do the same|do likewise|did likewise|followed suit|did neither|did both|does also|did also|"
        "never did|never has|never had|has|has since|had|disagreed|agreed"
    ),
    references=phrases(
        "one of them <end>|among them <end>|"
        "this as|this <verb>|this means|this meant|this shows|this showed|"
        "the latter|the former|thereof|therein|such <noun>"
    ),
    definites=phrases("the <noun>|the <noun>'s"),
    additions=phrases("also|too <end>|as well <end>"),
    hanging=phrases(
        "it|them|him|he|she|they|of that <end>|for that <end>|in that <any>|of that <any>|at that <any>|"
        "to that <any>|from that <any>|by that <any>|with that <any>|of those|of these|those figures|the remainder|"
        "the rest <end>|the other half|the others|there <end>|then|the same <end>|also|voted against <end>|"
        "this to|this in|this as|this by|this for|this at|this from|this with|this <end>|that to|that <end>|"
        "are not <end>|is not <end>|was not <end>|were not <end>|do not <end>|does not <end>|did not <end>|"
        "on the other hand|however|for example|for instance|nevertheless|meanwhile|as a result <end>|"
        "voted against because|voted in favour <end>|voted in favor <end>"
    ),
    openers=words(
        "that which who whom whose because when while if where whether before after until since although "
        "though so said says say believes believe thinks think hopes hope fears fear knew know claimed "
        "claims warned warns argued argues added"
    ),
)
