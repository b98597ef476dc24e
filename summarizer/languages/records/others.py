"""Languages of which little more is known than words or a script that tell them: what else is asked is read by form."""

from __future__ import annotations

from typing import Final

from summarizer.languages.record import Language, Pointers, phrases, words

_BY_WORDS: Final = (
    Language(
        code="sv",
        names=("swedish", "svenska"),
        detection=words(
            "och i att det som en på är av för med den till inte han har de ett om var jag men sig från vi så "
            "kan när nu också"
        ),
    ),
    Language(
        code="da",
        names=("danish", "dansk"),
        detection=words(
            "og i at det en på er af for med den til ikke han har de et om var jeg men sig fra vi så kan der "
            "som blev efter også"
        ),
    ),
    Language(
        code="no",
        names=("norwegian", "norsk"),
        detection=words(
            "og i at det en på er av for med den til ikke han har de et om var jeg men seg fra vi så kan som "
            "ble etter også"
        ),
    ),
    Language(
        code="fi",
        names=("finnish", "suomi"),
        detection=words(
            "ja on ei se hän että oli joka kun mutta myös ovat kuin niin sen tai ole mukaan jos hänen sekä vain nyt voi"
        ),
    ),
    Language(
        code="pl",
        names=("polish", "polski"),
        detection=words(
            "i w na z do nie się że to jest o jak po co ale za od przez jego był dla tym oraz są już być który ze"
        ),
    ),
    Language(
        code="cs",
        names=("czech", "čeština"),
        detection=words(
            "a v na se je že s z do o to i ve k pro za by jako ale po jeho byl od jsou které však také není"
        ),
    ),
    Language(
        code="tr",
        names=("turkish", "türkçe"),
        detection=words(
            "ve bir bu da de için ile çok olarak daha ne o gibi olan sonra kadar en var ama mi değil ise her"
        ),
    ),
    Language(
        code="ro",
        names=("romanian", "română"),
        detection=words(
            "și în de la cu a nu pe un o că din este se mai să pentru au care fost sunt ce sau al prin dar"
        ),
    ),
    Language(
        code="hu",
        names=("hungarian", "magyar"),
        detection=words("a az és hogy nem is egy ez volt meg de csak már el ha mint még azt van vagy ki"),
    ),
    Language(
        code="id",
        names=("indonesian",),
        detection=words(
            "yang dan di dengan untuk dari ini itu dalam tidak pada akan adalah ke oleh juga telah ada karena"
        ),
    ),
    Language(
        code="vi",
        names=("vietnamese",),
        detection=words("và của là có các cho không được một những trong với đã này người để từ khi"),
    ),
    Language(
        code="ru",
        names=("russian", "русский"),
        script="cyrillic",
        detection=words("и в не на я что с по как это он но к из у за от его она то а был для"),
    ),
    Language(
        code="uk",
        names=("ukrainian", "українська"),
        script="cyrillic",
        detection=words("і в не на що з та до як це він але за від його вона є й у був для про"),
    ),
    Language(
        code="bg",
        names=("bulgarian", "български"),
        script="cyrillic",
        detection=words("и на да се в за от не са по с който това че като е при му но ще"),
    ),
    Language(
        code="sr",
        names=("serbian", "српски"),
        script="cyrillic",
        detection=words("и у је да се на за од са не су као који то али био"),
    ),
    Language(
        code="ar",
        names=("arabic", "العربية"),
        script="arabic",
        detection=words("في من على إلى أن التي الذي هذا هذه عن ما لا كان مع قال و"),
    ),
    Language(
        code="fa",
        names=("persian", "farsi", "فارسی"),
        script="arabic",
        detection=words("و در به از که این را با است برای آن یک می خود های شد"),
    ),
    Language(
        code="ur",
        names=("urdu", "اردو"),
        script="arabic",
        detection=words("کے میں کی ہے اور سے کا کو نے کہ پر یہ ہیں اس"),
    ),
    Language(
        code="hi",
        names=("hindi", "हिन्दी"),
        script="devanagari",
        detection=words("है के में की को से का और ने पर यह हैं कि था एक"),
    ),
    Language(
        code="mr",
        names=("marathi", "मराठी"),
        script="devanagari",
        detection=words("आहे आणि या च्या मध्ये हे ते आहेत होते एक"),
    ),
    Language(
        code="ne",
        names=("nepali", "नेपाली"),
        script="devanagari",
        detection=words("छ र को मा छन् यो पनि भएको थियो"),
    ),
)
# Languages that most texts in their script are in, with that script and their name.
_BY_SCRIPT: Final = {
    "el": ("greek", "greek"),
    "hy": ("armenian", "armenian"),
    "he": ("hebrew", "hebrew"),
    "bn": ("bengali", "bengali"),
    "pa": ("gurmukhi", "punjabi"),
    "gu": ("gujarati", "gujarati"),
    "ta": ("tamil", "tamil"),
    "te": ("telugu", "telugu"),
    "kn": ("kannada", "kannada"),
    "ml": ("malayalam", "malayalam"),
    "th": ("thai", "thai"),
    "ka": ("georgian", "georgian"),
    "ko": ("hangul", "korean"),
    "am": ("ethiopic", "amharic"),
    "km": ("khmer", "khmer"),
}
_JAPANESE: Final = Language(
    code="ja",
    names=("japanese",),
    script="kana",
    pointers=Pointers(
        counts=words("一 二 三 四 五 六 七 八 九 十 百 千 数"),
        spans=words("年 月 日 週 間"),
        nouns=words("会社 企業 銀行 団体 男性 女性 人物 容疑者 被害者 被告 作者 選手 船 映画 本 薬"),
        pronouns=phrases(
            "彼は|彼が|彼の|彼も|彼女は|彼女が|彼女の|彼女も|彼らは|彼らが|彼らの|それ|これ|あれ|その|この|あの|"
            "同氏|同社|同行|同校|同国|"
            "同市|同県|同団体|同年代|本人|前者|後者|ここ|そこ|あそこ"
        ),
        times=phrases(
            "翌年|翌日|翌月|翌週|翌朝|同年|同日|同月|当時|当日|その後|その前|その年|その日|その翌年|その翌日|"
            "この年|この日|前年|"
            "前日|やがて|それから|それ以来|以来|同時に|まもなく|後に|のちに|次の年|次の日"
        ),
        later=phrases(
            "<number> 年 後|<number> 日 後|<number> か月 後|<number> ヶ月 後|<number> カ月 後|<number> 週間 後|"
            "<number> 時間 後"
        ),
        places=phrases("そこで|そこに|そこへ|現地で|同地で|同地に"),
        parts=phrases(
            "そのうち|両者|双方|両方|どちらも|いずれも|他の|ほかの|もう一|残り|二人|三人|それぞれ|後者|前者|一部は|半数"
        ),
        clauses=phrases(
            "そのため|このため|したがって|よって|その結果|この結果|そこで|だから|それゆえ|同様に|逆に|代わりに|"
            "こうして|これに対し|これを受け|ゆえに"
        ),
        definites=phrases("同 <noun>|当該 <noun>|その <noun>|この <noun>"),
    ),
)
OTHERS = (
    *_BY_WORDS,
    _JAPANESE,
    *(Language(code=code, names=(name,), script=script) for code, (script, name) in _BY_SCRIPT.items()),
)
