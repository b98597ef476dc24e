"""Changes of Chinese sentences, those that change what they say and those that change only how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corruptions.harmful import digit, foreign, quotation
from corruptions.harmless import wide, without_final_stop
from corruptions.material import Change, everywhere, next_of, substituted

_HAN = "\u4e00-\u9fff"
_FIGURES = "一二三四五六七八九"
_HEDGE = "据称|可能|或许|也许|大概|疑似|涉嫌|据悉|预计|有望|或将|将"
_BOUND = "超过|不到|近|约|至少|最多|逾|大约"


def _turned(pairs: str) -> Change:
    """One of each pair for the other, words of a script without spaces."""
    table = dict(pair.split(":") for pair in pairs.split())
    table |= {other: one for one, other in table.items()}
    return substituted("|".join(sorted(table, key=len, reverse=True)), lambda match: table[match[0]])


def _figures(match: re.Match[str]) -> str:
    return "".join(_FIGURES[int(figure) - 1] if figure != "0" else "〇" for figure in match[0])


def _next_figure(match: re.Match[str]) -> str:
    return next_of(list(_FIGURES))[match[0]]


CHINESE_HARMFUL: Mapping[str, Change] = {
    "number": substituted(rf"(?<![\d.])\d+(?=[{_HAN}%])", digit),
    "number in characters": substituted(rf"[{_FIGURES}](?=[个名人年月日次位家天万亿种条])", _next_figure),
    "decimal moved": substituted(r"(?<=\d)\.(?=\d)", lambda _: ""),
    "scale": substituted(r"(?<=\d)[万亿]", lambda m: {"万": "亿", "亿": "万"}[m[0]]),
    "scale dropped": substituted(r"(?<=\d)[万亿]", lambda _: ""),
    "date": substituted(r"\d+(?=[年月日])", lambda m: str(int(m[0]) + 1)),
    "date year": substituted(r"(?:19|20)\d\d(?=年)", lambda m: str(int(m[0]) - 2)),
    "clock time": substituted(r"\d{1,2}(?=时|点|:\d\d)", lambda m: str(int(m[0]) % 12 + 1)),
    "unit of time": substituted(r"(?<=\d)(?:小时|分钟|天|个月|年)(?!代)", lambda m: "周" if m[0] != "周" else "天"),
    "negation": substituted(rf"[不没未](?=[{_HAN}])", lambda _: ""),
    "negation added": substituted(rf"(?:已经|已|将|会|能|是)(?=[{_HAN}])", lambda m: f"没有{m[0]}"),
    "bound dropped": substituted(rf"(?:{_BOUND})(?=\d)", lambda _: ""),
    "bound added": substituted(
        rf"(?<![{_FIGURES}\d.第年月至约近超过—-])\d+(?=[个名人次位家万亿元])", lambda m: f"超过{m[0]}"
    ),
    "bound turned": _turned("超过:不到 至少:最多 以上:以下 多于:少于"),
    "hedge dropped": substituted(rf"(?:{_HEDGE})(?=[{_HAN}]{{3}})", lambda _: ""),
    "direction": _turned(
        "增长:下降 上升:下跌 上涨:回落 增加:减少 提高:降低 扩大:缩小 最高:最低 首次:末次 之前:之后 买入:卖出 东部:西部"
    ),
    "quantifier": _turned("全部:部分 所有:少数 多数:少数 每个:有的 大部分:小部分"),
    "quotation": quotation(rf"“([^“”]*[{_HAN}]{{4}}[^“”]*)”", "真", separator=""),
    "quotation marks dropped": substituted(r"“([^“”]{3,60})”", lambda m: m[1]),
    "percent to points": substituted(r"(?<=\d)%", lambda _: "个百分点"),
    "percent dropped": substituted(r"(?<=\d)%", lambda _: ""),
    "currency": substituted(r"美元|欧元|港元|(?<=[\d万亿])元|人民币", lambda m: "日元" if m[0] != "日元" else "美元"),
    "spliced": substituted(rf"^[^，]+，(?=[{_HAN}]{{6}})", lambda _: "与此相反，"),
    "sentence of another document": foreign,
    "question made of it": substituted("。$", lambda _: "？"),
}

CHINESE_HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda material, _: material.sentence,
    "full-width digits": substituted(rf"\d+(?=[{_HAN}])", wide),
    "figures and scale": substituted(rf"(?<![\d.])(\d+)万(?=[{_HAN}])(?!亿)", lambda m: m[1] + "0000"),
    "percent in characters": substituted(r"(?<![\d.-])\d+(?:\.\d+)?%", lambda m: f"百分之{m[0][:-1]}"),
    "corner quotes": everywhere("[“”]", lambda m: "「" if m[0] == "“" else "」"),
    "straight quotes": everywhere("[“”]", lambda _: '"'),
    "half-width comma": everywhere("，", lambda _: ","),
    "year in characters": substituted(r"(?<!\d)(?:19|20)\d\d(?=年\d{1,2}月)", _figures),
    "final stop dropped": without_final_stop,
    "zero-width space": everywhere(rf"(?<=[{_HAN}])，", lambda _: "\u200b，"),
}
