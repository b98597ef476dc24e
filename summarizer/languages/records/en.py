"""English, as far as the library knows it: `EN` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from summarizer.languages.record import (
    Anaphora,
    Calendar,
    Cues,
    Discourse,
    Language,
    Prose,
    Quantities,
    Vocabulary,
    cues,
    pairs,
    phrases,
    spellings,
    words,
)
from summarizer.languages.record_text import words_of
from summarizer.languages.records.en_capitals import EN_CAPITALS, EN_STATES
from summarizer.languages.records.en_turns import EN_TURNS
from summarizer.languages.records.en_unasserted import EN_UNASSERTED
from summarizer.languages.records.page_words.en import EN_PAGE_WORDS
from summarizer.languages.records.page_words.mail import EN_MAIL
from summarizer.languages.records.pointers.en import EN_POINTERS

EN = Language(
    code="en",
    names=("english", "anglais", "englisch", "inglés", "inglese", "inglês", "engels", "英语", "英文"),
    known=True,
    detection=words(
        "the of and to in that is was he for it with as his on be at by had not are but from or have an they "
        "which you were her she all this one said there been has would their its who will"
    ),
    calendar=Calendar(
        months=spellings(
            "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
            "september sep sept|october oct|november nov|december dec"
        ),
        weekdays=spellings(
            "monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun"
        ),
        month_first=True,
        day_links=words("of"),
        year_links=words("of"),
        month_leads=words("in since until till last next this early late mid"),
        day_leads=words("on last next this since until till every"),
        day_tails=words("morning afternoon evening night"),
        date_labels=phrases(
            "first published|first posted|first issued|published|posted|issued|date|dated|publication date"
        ),
        date_links=phrases("on|at"),
        bylines=words("by"),
        named_times=words("noon midday midnight"),
        day_words=words("today yesterday tomorrow"),
        period_words=words("year years day week month"),
        forms_of_address=words("mr mrs ms dr prof"),
        near_days=words("yesterday tomorrow overnight eve"),
    ),
    anaphora=Anaphora(
        persons=words("he she they him them his her hers their it its"),
        demonstratives=words("this these those such"),
        no_demonstratives=phrases("such as"),
        first_pronouns=words("both neither either theirs"),
        times=words(
            "year week month morning afternoon evening spring summer autumn fall winter article email page "
            "website blog newsletter"
        ),
        speech_words=words("said says say told called added asked dr mr mrs ms prof"),
        articles=words("the a an all"),
        somebody=words("he she they"),
        nameless=words(
            "however later yesterday today now instead then still once afterwards afterward meanwhile but and "
            "so also on in since until by two three four five several many some years year months month weeks "
            "week days day earlier after before the next that same monday tuesday wednesday thursday friday "
            "saturday sunday january february march april may june july august september october november "
            "december nevertheless moreover therefore eventually finally soon"
        ),
        before_places=words("in at from near"),
        place_prepositions=words("in at from near"),
        leaning=words(
            "he she it they we i you this that these those his her hers its their theirs such him them both "
            "neither either another others but and or nor so yet however moreover furthermore nevertheless "
            "nonetheless meanwhile instead therefore thus hence then still besides otherwise accordingly "
            "consequently similarly likewise conversely here also too because which who whose there's it's "
            "that's he's she's they're we're i'm you're what's afterwards afterward indeed additionally "
            "alternatively"
        ),
        leaning_phrases=phrases(
            "for example|for instance|in addition|as a result|in contrast|by contrast|on the other hand|"
            "in other words|after that|before that|at the same time|one of them|some of them|most of them|"
            "the latter|the former|the same|the two|the following|even so|that said|as such|in that|at that|"
            "with that|for that|despite that|since then|until then|by then|to do so|none of them|"
            "part of that|in that case"
        ),
        first_person=words("i we our us my me ours mine"),
        own_name=phrases("my name is|my name was|call me|called me|i am called|i was christened"),
    ),
    pointers=EN_POINTERS,
    page_words=EN_PAGE_WORDS,
    mail_words=EN_MAIL,
    discourse=Discourse(
        markers=phrases(
            "however|meanwhile|moreover|furthermore|in addition|additionally|besides|indeed|in fact|"
            "of course|nevertheless|nonetheless|therefore|thus|consequently|as a result|for example|"
            "for instance|in other words|that said|on the other hand|on the one hand|by contrast|in contrast|"
            "similarly|likewise|also|and|but|so|finally|after all|notably|to be sure|at the same time|"
            "even so|still|yet|well|in conclusion|to conclude|in summary|in the meantime|more importantly|"
            "importantly|interestingly|accordingly|hence"
        ),
        bare_markers=words("and but"),
        not_behind_bare=words("for not"),
        denying=words(
            "false falsely untrue wrong myth myths hoax hoaxes fake rumour rumours rumor rumors misconception "
            "misconceptions lie lies fiction novel disputed disputes dispute rejected rejects reject dismissed "
            "dismisses dismiss debunked debunks refuted refutes rebutted fear fears feared complain complains "
            "complained demand demands demanded scenario suppose imagine assume pretend"
        ),
        following_words=words("following"),
        that_words=words("that"),
        taken_back=(
            r"(?:that|this|it|these|those|none of (?:this|that|it|these)|all of (?:this|that)) "
            r"(?:is|was|are|were|has been|turned out to be)(?:(?: simply| just| all| completely| an?)* (?:false|untrue|"
            r"wrong|lies?|myths?|hoax|rumou?rs?|fiction|incorrect|invented|made up|nonsense)|(?:n't| not| never)"
            r"(?: simply| quite| at all| even)* true)|(?:or )?so (?:they|he|she|it is) (?:says?|claims?|said)|not\.|"
            r"none of it is true"
        ),
        supposed=(
            r"(?:suppose|imagine|assume|let(?: us|'s) (?:suppose|assume|imagine|pretend|say)|pretend|true or false)\b"
        ),
        fragment=(r"(?:if|unless|what if|assuming)\b[^,]{1,60}[.?…]$"),
        cut_denial=(r"(?:it is|it's|it was) (?:not true|false|untrue|a lie|a myth) that\b.{0,60}\.$"),
    ),
    unasserted=EN_UNASSERTED,
    quantities=Quantities(
        dozens=words("dozen"),
        amounts={
            "14 day": words("fortnight"),
            "2 week": words("fortnight"),
            "10 year": words("decade"),
            "100 year": words("century"),
            "50 percent": words("halved"),
            "100 percent": words("doubled doubling twice"),
            "200 percent": words("tripled trebled"),
        },
        shares={
            "25": phrases("quarter of"),
            "75": phrases("three quarters of|three-quarters of"),
            "33.333": phrases("third of"),
        },
        ordinal_endings=words("st nd rd th"),
        about=words("about around roughly approximately some close near circa ca"),
        almost=words("nearly almost under below"),
        over=words("over above exceeding exceeds topping topped"),
        minus=words("minus"),
        falling=words(
            "fell fall falls falling down drop dropped drops decline declined decrease decreased loss lost "
            "below minus cut shrank lower negative contracted slid slipped sank sink sinking"
        ),
        range_words=words("and to or"),
        relative_times=words("last next this ago previous past earlier later yesterday today tomorrow since annual"),
        no_plurals=words("this was has does its hers ours yours as is us"),
        money={
            "dollar": phrases("dollar|dollars"),
            "USD": phrases("us dollar|us dollars"),
            "AUD": phrases("australian dollars"),
            "CAD": phrases("canadian dollars"),
            "HKD": phrases("hong kong dollars"),
            "pound": phrases("pounds sterling|pound sterling"),
            "EUR": phrases("euro|euros"),
            "JPY": phrases("yen"),
            "CNY": phrases("yuan|renminbi"),
            "CHF": phrases("swiss francs"),
            "RUB": phrases("rouble|roubles|ruble|rubles"),
            "INR": phrases("indian rupees"),
        },
        percent=phrases("%|percent|per cent|pct"),
        percentage_points=phrases("percentage points|percentage point|per centage points"),
        units={
            "km": phrases("km|kilometre|kilometres|kilometer|kilometers"),
            "metre": phrases("metre|metres|meter|meters"),
            "cm": phrases("cm|centimetre|centimetres|centimeter|centimeters"),
            "mm": phrases("mm|millimetre|millimetres|millimeters"),
            "mile": phrases("mi|mile|miles"),
            "foot": phrases("ft|foot|feet"),
            "inch": phrases("inch|inches"),
            "yard": phrases("yd|yard|yards"),
            "km2": phrases("km²|km2|sq km|square kilometre|square kilometres|square kilometer|square kilometers"),
            "m2": phrases("m²|m2|sq m|square metre|square metres|square meter|square meters"),
            "m3": phrases("m³|m3|cubic metre|cubic metres|cubic meter|cubic meters"),
            "ft2": phrases("sq ft|square foot|square feet"),
            "mile2": phrases("sq mi|sq miles|square mile|square miles"),
            "hectare": phrases("ha|hectare|hectares"),
            "acre": phrases("acre|acres"),
            "kg": phrases("kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"),
            "gram": phrases("gram|grams|gramme|grammes"),
            "mg": phrases("mg|milligram|milligrams|milligrammes"),
            "tonne": phrases("tonne|tonnes|metric ton|metric tons"),
            "ton": phrases("ton|tons"),
            "lb": phrases("lb|lbs"),
            "ounce": phrases("oz|ounce|ounces"),
            "litre": phrases("litre|litres|liter|liters"),
            "ml": phrases("ml|millilitre|millilitres|milliliter|milliliters"),
            "kmh": phrases(
                "km/h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour"
            ),
            "mph": phrases("mph|miles per hour|miles an hour"),
            "celsius": phrases("°c|degrees celsius|degree celsius"),
            "fahrenheit": phrases("°f|degrees fahrenheit|degree fahrenheit"),
            "hour": phrases("hr|hrs|hour|hours"),
            "minute": phrases("min|mins|minute|minutes"),
            "pounds": phrases("pound|pounds"),
            "gallon": phrases("gallon|gallons"),
            "second": phrases("seconds|secs"),
            "day": phrases("day|days"),
            "week": phrases("week|weeks"),
            "month": phrases("month|months"),
            "year": phrases("yr|yrs|year|years"),
            "cent": phrases("¢|cent|cents"),
            "kwh": phrases("kwh|kilowatt hours|kilowatt-hours|kilowatt hour"),
            "kw": phrases("kilowatt|kilowatts"),
            "gwh": phrases("gigawatt hours|gigawatt-hours|gwh"),
            "mwh": phrases("megawatt hours|megawatt-hours"),
            "gw": phrases("gw|gigawatt|gigawatts"),
            "pence": phrases("pence"),
        },
    ),
    prose=Prose(
        text_names=words("article articles passage text story essay transcript interview author excerpt"),
        before_names=words("Ms Mx"),
        titles=words(
            "mr mrs ms dr gen sen rep gov lt col sgt capt rev hon maj cmdr adm vs st fig approx cllr ald coun "
            "amb cmdt chm atty ft vol ed phd ba ma md univ prof"
        ),
        abbreviations=words(
            "mr mrs ms dr prof st inc corp ltd co jr sr vs gen sen rep gov lt col sgt capt rev hon maj cmdr "
            "approx dept est fig eq vol pp al ca ave blvd mt ft jan feb mar apr jun jul aug sep sept oct nov "
            "dec mon tue tues wed thu thur thurs fri sat sun e.g i.e"
        ),
        short_forms={
            "yoy": words_of("year - over - year"),
            "qoq": words_of("quarter - over - quarter"),
        },
        short_places=EN_STATES,
        abbreviations_before_number=words(
            "eqs? figs? chs? chap vols? paras? approx est c circa pp? sect secs nos? fn cf jan feb mar apr jun "
            "jul aug sept? oct nov dec"
        ),
        part_headings=words("chapter part section book appendix"),
        summary_headings=phrases(
            "summary|abstract|key findings|key facts|key points|highlights|conclusion|conclusions|at a glance"
        ),
        verbs=words(
            "is are was were be been has have had do does did will would can could may might must shall should "
            "said says say make makes went go goes came come comes took take takes rose rise fell fall grew "
            "grow began begin became become met meet put cut let set kept keep held hold led lead left leave "
            "lost lose paid pay ran run sat sent sold saw see made spent stood told thought found find got get "
            "gave give knew know meant brought bought built caught chose drew drove felt fought hit hurt read "
            "spoke struck taught won wrote shut cost broke bore beat lay lies sank swam wore flew wasn't "
            "aren't weren't don't doesn't didn't won't can't couldn't wouldn't hasn't haven't hadn't remain "
            "depend showed isn't"
        ),
        imperatives=words(
            "add agree allow avoid build check choose close consider create decide define develop do ensure "
            "establish finish fix follow give improve increase keep let make move open plan prepare publish "
            "put reduce remove report require restore review set start stop take try use write mix stir pour chop "
            "fry boil cover cut peel cook bake preheat heat serve drain fold place press click tap select install "
            "connect turn switch wash rinse clean wait leave throw bring squeeze season please call send tell ask see "
            "visit read look return repeat contact"
        ),
    ),
    vocabulary=Vocabulary(
        function_words=words(
            "a about after again all also am an and any are as at be because been before being both but by can "
            "could did do does doing down during each either for from further had has have having he her here "
            "hers him himself his how i if in into is it its itself just may me might more most must my no nor "
            "not of off on once only or other our ours out over own same shall she should so some such than "
            "that the their theirs them then there these they this those through to too under until up upon us "
            "very was we were what when where which while who whom whose why will with would you your yours"
        ),
        bare_articles=words("a an the"),
        light_words=words(
            "a an the of to in on at for by with and that which who this these those it its his her their as "
            "from is are was were be been has have had"
        ),
        linking_prepositions=words("of"),
        conjunctions=words("and but"),
        denial_terms=words("no not never none neither nor nobody nothing without cannot"),
    ),
    cues=Cues(
        negation=cues(
            "not no never neither nor none nobody nothing nowhere without denied denies deny denying "
            "failed fails fail refused refuses refuse hardly scarcely barely unable lacks lacked lack "
            "unlikely",
            "no more than|no less than|no fewer than",
        ),
        modality=cues(
            "may might could would should can possibly perhaps maybe probably likely potentially apparently "
            "allegedly alleged reportedly supposedly seemingly suspected presumably appears appeared seem "
            "seems seemed expected expects believed thought plans planned plan intends aims hopes proposed "
            "suggests suggested will shall must if unless whether claims claimed estimated rumored considering "
            "expect"
        ),
        quantifier=cues(
            "all every each most many some few several both either any only half majority minority always "
            "often sometimes usually rarely nearly almost entire whole mostly partly mainly largely much "
            "enough fully completely partially exclusively solely just nobody everyone everybody"
        ),
        attribution=cues(
            "said says say told tells claims claimed claim reported reports report announced stated argued "
            "warned added believes believed thinks wrote insisted suggested alleged accused allegedly",
            "according to",
        ),
        direction=cues(
            "up down rise rises rose risen rising fall falls fell fallen falling increase increases increased "
            "increasing decrease decreases decreased decreasing grow grows grew grown growing shrink shrank "
            "shrunk gain gains gained lose loses lost losing win wins won winning beat beats beaten higher "
            "lower more less fewer greater smaller larger above below over under before after earlier later "
            "last best worst north south east west left right buy buys bought sell sells sold open opens "
            "opened close closes closed start starts started begin begins began end ends ended stop stops "
            "stopped accept accepted reject rejected approve approved support supports supported oppose "
            "opposes opposed allow allowed ban banned raise raised cut cuts improve improved worsen worsened "
            "profit loss positive negative success failure older younger male female highest lowest most least "
            "largest smallest longest shortest oldest youngest biggest fastest slowest"
        ),
        bound=cues(
            "least most under over above below about around nearly almost roughly approximately some exactly "
            "fewer less more maximum minimum",
            "up to|at least|at most|more than|less than|fewer than|no more than|no less than|no fewer than|"
            "at the earliest|at the latest",
        ),
        condition=cues(
            "if unless provided assuming when until once except while",
            "provided that|as long as|in case|on condition that",
        ),
        no_cues=phrases("without doubt|without a doubt|last but not least"),
    ),
    capitals=EN_CAPITALS,
    turns=EN_TURNS,
    antonyms=pairs(
        "up:down rise:fall rises:falls rose:fell risen:fallen rising:falling increase:decrease "
        "increases:decreases increased:decreased increasing:decreasing grow:shrink grew:shrank gain:loss "
        "gains:losses gained:lost win:lose wins:loses won:lost winning:losing higher:lower high:low more:less "
        "more:fewer greater:smaller larger:smaller above:below over:under before:after earlier:later "
        "first:last best:worst better:worse north:south east:west northern:southern eastern:western left:right "
        "buy:sell buys:sells bought:sold open:close opens:closes opened:closed start:end starts:ends "
        "started:ended began:ended begin:end accept:reject accepted:rejected approve:reject approved:rejected "
        "support:oppose supports:opposes supported:opposed allow:ban allowed:banned raise:cut raised:cut "
        "raises:cuts raise:lower raised:lowered improve:worsen improved:worsened profit:loss profits:losses "
        "positive:negative success:failure older:younger male:female man:woman men:women boy:girl boys:girls "
        "highest:lowest most:least largest:smallest longest:shortest oldest:youngest most:fewest "
        "biggest:smallest fastest:slowest maximum:minimum inside:outside with:without always:never all:none "
        "all:some everyone:nobody many:few most:few most:some all:most all:few both:neither increase:reduction "
        "include:exclude includes:excludes increased:reduced increases:reduces increase:reduce arrive:leave "
        "arrived:left guilty:innocent alive:dead son:daughter brother:sister father:mother husband:wife "
        "day:night morning:evening public:private majority:minority increase:decline increase:drop rise:drop "
        "gain:lose winner:loser victory:defeat succeed:fail often:rarely often:seldom usually:rarely big:small "
        "bigger:smaller large:small long:short longer:shorter old:new old:young early:late earliest:latest "
        "first:final start:stop opening:closing accept:refuse agree:disagree agree:refuse allow:forbid "
        "allow:prevent permit:prohibit confirm:deny admit:deny add:remove arrive:depart enter:leave enter:exit "
        "join:leave strong:weak stronger:weaker strengthen:weaken good:bad optimistic:pessimistic "
        "easy:difficult easy:hard simple:complex fast:slow quick:slow quickly:slowly rich:poor major:minor "
        "near:far hot:cold warm:cold wet:dry safe:dangerous convicted:acquitted survive:die born:died "
        "love:hate like:dislike remember:forget praise:criticize attack:defend friend:enemy ally:rival "
        "teacher:student employer:employee supply:demand import:export borrow:lend hire:fire promote:demote "
        "expand:contract expand:reduce extend:shorten delay:advance full:empty same:different "
        "similar:different yes:no true:false right:wrong possible:impossible likely:unlikely able:unable "
        "known:unknown legal:illegal happy:sad happy:unhappy satisfied:dissatisfied encourage:discourage "
        "appear:disappear connect:disconnect cheap:expensive temporary:permanent voluntary:mandatory "
        "optional:mandatory optional:required domestic:foreign local:global national:international "
        "internal:external offline:online ancient:modern active:passive formal:informal direct:indirect "
        "frequent:rare common:rare common:unusual wide:narrow deep:shallow thick:thin heavy:light dark:bright "
        "loud:quiet today:tomorrow yesterday:tomorrow past:future previous:next everything:nothing "
        "decrease:expand upgrade:downgrade upper:lower senior:junior surplus:deficit"
    ),
)
