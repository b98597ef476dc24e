"""Changes of Chinese sentences: those that change what they say, and those that change only how it is written.

`CHINESE_HARMFUL["scale"]` makes "3亿人" of "3万人"; `CHINESE_HARMLESS["full-width digits"]` makes "３万人" of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corruptions.harmful import change_digit, edit_quotation, take_foreign
from corruptions.harmless import drop_final_stop, widen_digits
from corruptions.material import Change, cycle, drop_one, replace_all, replace_one

_HAN = "\u4e00-\u9fff"
_FIGURES = "一二三四五六七八九"
_HEDGE = "据称|可能|或许|也许|大概|疑似|涉嫌|据悉|预计|有望|或将|将"
_BOUND = "超过|不到|近|约|至少|最多|逾|大约"


def _turn_pairs(pairs: str) -> Change:
    """One of each pair for the other, words of a script without spaces."""
    table = dict(pair.split(":") for pair in pairs.split())
    table |= {other: one for one, other in table.items()}
    longest_first = sorted(table, key=len, reverse=True)
    return replace_one("|".join(longest_first), lambda match: table[match[0]])


def _write_characters(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("0123456789", f"〇{_FIGURES}"))


def _next_character(match: re.Match[str]) -> str:
    return cycle(list(_FIGURES))[match[0]]


CHINESE_HARMFUL: Mapping[str, Change] = {
    "number": replace_one(rf"(?<![\d.])\d+(?=[{_HAN}%])", change_digit),
    "number in characters": replace_one(rf"[{_FIGURES}](?=[个名人年月日次位家天万亿种条])", _next_character),
    "decimal moved": drop_one(r"(?<=\d)\.(?=\d)"),
    "scale": replace_one(r"(?<=\d)[万亿]", lambda m: {"万": "亿", "亿": "万"}[m[0]]),
    "scale dropped": drop_one(r"(?<=\d)[万亿]"),
    "date": replace_one(r"\d+(?=[年月日])", lambda m: str(int(m[0]) + 1)),
    "date year": replace_one(r"(?:19|20)\d\d(?=年)", lambda m: str(int(m[0]) - 2)),
    "clock time": replace_one(r"\d{1,2}(?=时|点|:\d\d)", lambda m: str(int(m[0]) % 12 + 1)),
    "unit of time": replace_one(r"(?<=\d)(?:小时|分钟|天|个月|年)(?!代)", lambda m: "周" if m[0] != "周" else "天"),
    "negation": drop_one(rf"[不没未](?=[{_HAN}])"),
    "negation added": replace_one(rf"(?:已经|已|将|会|能|是)(?=[{_HAN}])", lambda m: f"没有{m[0]}"),
    "bound dropped": drop_one(rf"(?:{_BOUND})(?=\d)"),
    "bound added": replace_one(
        rf"(?<![{_FIGURES}\d.第年月至约近超过—-])\d+(?=[个名人次位家万亿元])", lambda m: f"超过{m[0]}"
    ),
    "bound turned": _turn_pairs("超过:不到 至少:最多 以上:以下 多于:少于"),
    "hedge dropped": drop_one(rf"(?:{_HEDGE})(?=[{_HAN}]{{3}})"),
    "direction": _turn_pairs(
        "增长:下降 上升:下跌 上涨:回落 增加:减少 提高:降低 扩大:缩小 最高:最低 首次:末次 之前:之后 买入:卖出 东部:西部"
    ),
    "quantifier": _turn_pairs("全部:部分 所有:少数 多数:少数 每个:有的 大部分:小部分"),
    "quotation": edit_quotation(rf"“([^“”]*[{_HAN}]{{4}}[^“”]*)”", "真", separator=""),
    "quotation marks dropped": replace_one(r"“([^“”]{3,60})”", lambda m: m[1]),
    "percent to points": replace_one(r"(?<=\d)%", lambda _: "个百分点"),
    "percent dropped": drop_one(r"(?<=\d)%"),
    "currency": replace_one(r"美元|欧元|港元|(?<=[\d万亿])元|人民币", lambda m: "日元" if m[0] != "日元" else "美元"),
    "spliced": replace_one(rf"^[^，]+，(?=[{_HAN}]{{6}})", lambda _: "与此相反，"),
    "sentence of another document": take_foreign,
    "question made of it": replace_one("。$", lambda _: "？"),
}

CHINESE_HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda material, _: material.sentence,
    "full-width digits": replace_one(rf"\d+(?=[{_HAN}])", widen_digits),
    "figures and scale": replace_one(rf"(?<![\d.])(\d+)万(?=[{_HAN}])(?!亿)", lambda m: m[1] + "0000"),
    "percent in characters": replace_one(r"(?<![\d.-])\d+(?:\.\d+)?%", lambda m: f"百分之{m[0][:-1]}"),
    "corner quotes": replace_all("[“”]", lambda m: "「" if m[0] == "“" else "」"),
    "straight quotes": replace_all("[“”]", lambda _: '"'),
    "half-width comma": replace_all("，", lambda _: ","),
    "year in characters": replace_one(r"(?<!\d)(?:19|20)\d\d(?=年\d{1,2}月)", _write_characters),
    "final stop dropped": drop_final_stop,
    "zero-width space": replace_all(rf"(?<=[{_HAN}])，", lambda _: "\u200b，"),
}
