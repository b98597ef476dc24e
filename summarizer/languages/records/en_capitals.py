"""English words with capitals: part of the record of English, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Capitals, groups, pairs, words

# The states of the United States as newspapers shorten them (AP style), folded, without their dots.
EN_STATES = {
    short: tuple(full.split("_"))
    for short, full in pairs(
        "ala:alabama ariz:arizona ark:arkansas calif:california colo:colorado conn:connecticut del:delaware "
        "dc:district_of_columbia fla:florida ga:georgia ill:illinois ind:indiana kan:kansas ky:kentucky la:louisiana "
        "md:maryland mass:massachusetts mich:michigan minn:minnesota miss:mississippi mo:missouri mont:montana "
        "neb:nebraska nev:nevada nh:new_hampshire nj:new_jersey nm:new_mexico ny:new_york nc:north_carolina "
        "nd:north_dakota okla:oklahoma ore:oregon pa:pennsylvania ri:rhode_island sc:south_carolina sd:south_dakota "
        "tenn:tennessee tex:texas vt:vermont va:virginia wash:washington wva:west_virginia wis:wisconsin wyo:wyoming"
    )
}
EN_CAPITALS = Capitals(
    no_names=words(
        "the a an i in on at of and or but for from by with he she it they we you his her its their this "
        "that these those there mr mrs ms dr sir lady lord prof president minister prime king queen prince "
        "princess pope chancellor governor mayor senator captain general chief director manager professor "
        "doctor judge justice secretary monday tuesday wednesday thursday friday saturday sunday january "
        "february march april may june july august september october november december christmas easter "
        "not no if when while after before however although as to also who what where why how is are was "
        "were has have had one two north south east west northern southern eastern western street road "
        "university city county state river lake former century q bachelor master coast "
        "park feb apr jun jul aug sep sept oct nov dec"
    ),
    demonyms=pairs(
        "british:britain british:uk british:kingdom briton:britain britons:britain english:england "
        "scottish:scotland scots:scotland welsh:wales irish:ireland french:france german:germany "
        "germans:germany dutch:netherlands dutch:holland spanish:spain portuguese:portugal greek:greece "
        "danish:denmark swedish:sweden finnish:finland norwegian:norway polish:poland turkish:turkey "
        "swiss:switzerland chinese:china american:america american:us americans:us american:usa "
        "american:states argentine:argentina argentinian:argentina filipino:philippines thai:thailand "
        "iraqi:iraq israeli:israel pakistani:pakistan afghan:afghanistan czech:republic peruvian:peru "
        "welshman:wales jewish:judaism jews:judaism islamic:islam muslim:islam muslims:islam"
    ),
    aliases=groups(
        "united:us,usa,uk,uae,un,america,american,americans,britain,british "
        "states:us,usa,america,american,americans us:usa,america,american,states "
        "usa:us,america,american,states america:us,usa,american kingdom:uk,britain,british "
        "uk:britain,british,kingdom britain:uk,british,kingdom british:uk,britain,kingdom nations:un "
        "un:nations eu:european european:eu,europe isil:isis,islamic isis:isil,islamic "
        "tv:television,televised rep:representative,congressman,congresswoman"
    ),
    short_titles=groups(
        "st:saint,street mt:mount sen:senator dr:doctor gov:governor gen:general prof:professor "
        "rep:representative pm:minister kyiv:kiev kiev:kyiv burma:myanmar myanmar:burma bob:robert "
        "bill:william mike:michael jim:james"
    ),
    cased_words=words(
        "us who it may march august polish turkey china aids bill will mark rose grace hope faith frank "
        "grant drew pat nick jack rich bush apple amazon shell target gap orange sun wed sat mars mercury "
        "earth job jobs gates ford banks brown black white green young long short rice stone wood woods "
        "bell cook baker butler carter mason potter smith wells hill field lake brooks rivers dean king "
        "prince duke pope nice reading bath cork lima java python rust ai or in ok me pa ma la al sad mad "
        "who's pin cars art arts rest past star stem swift crisp labour labor conservative democratic "
        "republican liberal green greens independent union state congress parliament cabinet house senate "
        "church crown guardian times independent finish danish swedish dutch scotch german welsh swiss "
        "slim sky meta uber visa square block chase general dick dolly guy hank harry herb iris ivy jay "
        "joy june ken lance lily melody miles norm olive patience pearl penny peter ray robin ruby rusty "
        "sandy scarlett skip sue summer ted terry tony victor violet wade warren worth"
    ),
    either_case=words(
        "president prime minister chancellor mayor governor senator chairman director professor government "
        "internet web percent"
    ),
    spelled_names=words("gray grays armor harbor mold molt savior denize honor arbor wooler"),
)
