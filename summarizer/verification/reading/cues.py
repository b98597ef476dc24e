"""Words that turn or bound a statement: negation, hedges, quantifiers, bounds, attribution, conditions, directions.

Lists for English, German, French, Spanish and Chinese. They say what a difference is; nothing is accepted because a
word is missing from them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Literal

from summarizer.text.fold import folded

CueKind = Literal["negation", "modality", "quantifier", "attribution", "direction", "bound", "condition"]

_EN: Final[Mapping[CueKind, str]] = {
    "negation": "not no never neither nor none nobody nothing nowhere without cannot denied denies deny denying "
    "failed fails fail refused refuses refuse hardly scarcely barely unable lacks lacked lack isn't wasn't "
    "unlikely",
    "modality": "may might could would should can possibly perhaps maybe probably likely potentially apparently "
    "allegedly alleged reportedly supposedly seemingly suspected presumably appears appeared seem seems seemed "
    "expected expects believed thought plans planned plan intends aims hopes proposed suggests suggested will "
    "shall must if unless whether claims claimed estimated rumored considering expect",
    "quantifier": "all every each most many some few several both either any only half majority minority always "
    "often sometimes usually rarely nearly almost entire whole mostly partly mainly largely much enough fully "
    "completely partially exclusively solely just nobody everyone everybody",
    "attribution": "said says say according told tells claims claimed claim reported reports report announced "
    "stated argued warned added believes believed thinks wrote insisted suggested alleged accused allegedly",
    "direction": "up down rise rises rose risen rising fall falls fell fallen falling increase increases increased "
    "increasing decrease decreases decreased decreasing grow grows grew grown growing shrink shrank shrunk gain "
    "gains gained lose loses lost losing win wins won winning beat beats beaten higher lower more less fewer "
    "greater smaller larger above below over under before after earlier later first last best worst north south "
    "east west left right buy buys bought sell sells sold open opens opened close closes closed start starts "
    "started begin begins began end ends ended stop stops stopped accept accepted reject rejected approve approved "
    "support supports supported oppose opposes opposed allow allowed ban banned raise raised cut cuts improve "
    "improved worsen worsened profit loss positive negative success failure win older younger male female highest "
    "lowest most least largest smallest longest shortest oldest youngest biggest fastest slowest",
    "bound": "least most than up to under over above below about around nearly almost roughly approximately some "
    "exactly between until by fewer less more maximum minimum",
    "condition": "if unless provided assuming when until once except while",
}
_DE: Final[Mapping[CueKind, str]] = {
    "negation": "nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder ohne nirgends "
    "bestritt bestreitet verweigerte kaum",
    "modality": "kann könnte könnten dürfte dürften soll sollen sollte sollten möglicherweise vielleicht "
    "wahrscheinlich vermutlich angeblich mutmaßlich mutmasslich offenbar wohl wird werden würde würden will wollen "
    "muss müssen falls wenn ob",
    "quantifier": "alle allen aller alles jeder jede jedes viele einige wenige manche mehrere beide nur meisten "
    "immer oft manchmal selten fast ganze lediglich ausschließlich ausschliesslich",
    "attribution": "sagte sagt zufolge laut erklärte teilte berichtete behauptet behauptete meinte warnte kündigte "
    "nach",
    "direction": "stieg steigt gestiegen sank sinkt gesunken fiel fällt gefallen wuchs wächst schrumpfte mehr "
    "weniger höher niedriger über unter vor nach gewann verlor gewonnen verloren erhöhte senkte kaufte verkaufte "
    "erste letzte größer kleiner",
    "bound": "mindestens höchstens etwa rund fast knapp über unter bis maximal minimal ungefähr circa ca mehr "
    "weniger als",
    "condition": "wenn falls sofern außer es sei denn",
}
_FR: Final[Mapping[CueKind, str]] = {
    "negation": "ne pas n' non jamais rien aucun aucune personne ni sans nul nulle nie démenti refusé",
    "modality": "peut pourrait pourraient peuvent devrait devraient doit peut-être probablement sans doute "
    "apparemment prétendument présumé si aurait serait auraient seraient va vont",
    "quantifier": "tous toutes tout toute chaque plupart plusieurs quelques certains certaines peu beaucoup "
    "seulement seul seule uniquement toujours souvent parfois rarement presque deux",
    "attribution": "selon dit déclaré affirme affirmé annoncé indiqué expliqué d'après estime rapporté",
    "direction": "hausse baisse augmenté diminué monté tombé plus moins avant après supérieur inférieur gagné "
    "perdu croissance recul progressé reculé acheté vendu premier dernier",
    "bound": "moins plus environ près presque jusqu' au maximum minimum au-delà quelque",
    "condition": "si sauf lorsque quand à condition",
}
_ES: Final[Mapping[CueKind, str]] = {
    "negation": "no nunca jamás nada nadie ningún ninguna ninguno ni sin tampoco negó niega rechazó",
    "modality": "puede podría podrían pueden debería deberían debe quizás quizá tal vez probablemente posiblemente "
    "supuestamente presuntamente presunto aparentemente si habría sería va van",
    "quantifier": "todos todas todo toda cada mayoría muchos muchas algunos algunas pocos pocas varios varias "
    "ambos solo sólo solamente únicamente siempre frecuentemente raramente casi",
    "attribution": "según dijo afirma afirmó declaró anunció indicó explicó aseguró informó",
    "direction": "subió bajó aumentó disminuyó creció cayó más menos antes después superior inferior ganó perdió "
    "aumento descenso compró vendió primero último mayor menor",
    "bound": "menos más casi unos unas alrededor aproximadamente cerca hasta máximo mínimo",
    "condition": "si salvo cuando excepto siempre que",
}
_ZH: Final[Mapping[CueKind, str]] = {
    "negation": "不 没 无 非 未 否 莫 勿 沒 無 拒",
    "modality": "可 能 或 许 将 應 应 會 会 据 若 如 疑",
    "quantifier": "全 都 每 各 所 部 只 仅 僅 均 多 少 些",
    "attribution": "称 說 说 表 认 據 据 稱",
    "direction": "升 降 涨 跌 增 减 減 上 下 前 后 後 高 低 胜 负 赢 输 买 卖 大 小 超",
    "bound": "超 近 约 約 至 多 少 余 餘 逾 过",
    "condition": "若 如 除 当",
}
_LISTS: Final = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES, "zh": _ZH}
_OPPOSITES: Final = (
    "up:down rise:fall rises:falls rose:fell risen:fallen rising:falling increase:decrease increases:decreases "
    "increased:decreased increasing:decreasing grow:shrink grew:shrank gain:loss gains:losses gained:lost win:lose "
    "wins:loses won:lost winning:losing higher:lower high:low more:less more:fewer greater:smaller larger:smaller "
    "above:below over:under before:after earlier:later first:last best:worst better:worse north:south east:west "
    "northern:southern eastern:western left:right buy:sell buys:sells bought:sold open:close opens:closes "
    "opened:closed start:end starts:ends started:ended began:ended begin:end accept:reject accepted:rejected "
    "approve:reject approved:rejected support:oppose supports:opposes supported:opposed allow:ban allowed:banned "
    "raise:cut raised:cut raises:cuts raise:lower raised:lowered improve:worsen improved:worsened profit:loss "
    "profits:losses positive:negative success:failure older:younger male:female man:woman men:women boy:girl "
    "boys:girls highest:lowest most:least largest:smallest longest:shortest oldest:youngest most:fewest "
    "biggest:smallest fastest:slowest maximum:minimum inside:outside with:without always:never all:none all:some "
    "everyone:nobody many:few most:few most:some all:most all:few both:neither increase:reduction include:exclude "
    "includes:excludes increased:reduced increases:reduces increase:reduce arrive:leave arrived:left "
    "guilty:innocent alive:dead son:daughter brother:sister father:mother husband:wife day:night morning:evening "
    "public:private majority:minority stieg:sank steigt:sinkt gestiegen:gesunken gewann:verlor mehr:weniger "
    "höher:niedriger über:unter vor:nach kaufte:verkaufte größer:kleiner fiel:stieg gefallen:gestiegen fällt:steigt "
    "mindestens:höchstens erste:letzte ersten:letzten norden:süden osten:westen nördlich:südlich östlich:westlich "
    "mit:ohne immer:nie alle:keine viele:wenige größte:kleinste höchste:niedrigste beginnt:endet früher:später "
    "gewinnt:verliert gewonnen:verloren kauft:verkauft gekauft:verkauft erhöht:gesenkt erhöhte:senkte gewinn:verlust "
    "mehrheit:minderheit jemand:niemand alles:nichts zunahme:abnahme maximal:minimal oft:selten links:rechts "
    "hausse:baisse augmenté:diminué plus:moins "
    "avant:après gagné:perdu subió:bajó aumentó:disminuyó más:menos antes:después ganó:perdió creció:cayó 升:降 涨:跌 "
    "增:减 上:下 前:后 高:低 胜:负 赢:输 买:卖 大:小 多:少"
).split()


@cache
def _roles(language: str) -> Mapping[str, frozenset[CueKind]]:
    table: dict[str, set[CueKind]] = {}
    for role, words in _LISTS.get(language or "en", {}).items():
        for word in folded(words).split():
            table.setdefault(word, set()).add(role)
    return {word: frozenset(roles) for word, roles in table.items()}


def cues_of(key: str, language: str) -> frozenset[CueKind]:
    """What a token's key may turn or bound in a statement; empty for plain words and unknown languages."""
    return _roles(language).get(key, frozenset())


@cache
def _opposites() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in _OPPOSITES:
        one, other = folded(pair).split(":")
        table.setdefault(one, set()).add(other)
        table.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}


def opposite(one: str, other: str) -> bool:
    """True for words that say the contrary of each other: `opposite("rose", "fell")`."""
    return other in _opposites().get(one, frozenset())


def negations(keys: Iterable[str], language: str) -> int:
    """How many words of negation there are."""
    return sum("negation" in cues_of(key, language) for key in keys)
