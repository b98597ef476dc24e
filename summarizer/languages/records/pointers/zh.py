"""What Chinese points back with: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, phrases, words

ZH_POINTERS = Pointers(
    counts=words("一 二 两 三 四 五 六 七 八 九 十 百 千 几 数 半"),
    spans=words("年 月 周 天 日 时 号"),
    nouns=words(
        "公司 企业 集团 银行 俱乐部 球队 政党 机构 组织 学校 大学 医院 男子 女子 男孩 女孩 嫌疑人 受害者 被告 "
        "作者 球员 演员 歌手 船 电影 影片 书 小说 药物 疫苗 设备 行 厂 店 校 院 国 市 县 省 村 队 党 片 剧 "
        "案 项目 "
        "男 女 人 企 司 地 岛 州 镇 区 社 所 部 局 报 站 馆"
    ),
    standing=phrases("其实|此前不久发布|这场|那不勒斯|这次选举|同时代"),
    pronouns=phrases(
        "他|她|它|他们|她们|它们|其|此|这|那|此人|此事|后者|前者|对方|彼|这里|那里|其中|此次|此举|这是|这个|"
        "那个|这位|那位|这名|那名|這|該|这些|那些"
    ),
    times=phrases(
        "第二 年|第三 年|第二天|第三天|次年|翌年|次日|翌日|次月|当天|当日|当年|当月|当时|当晚|同年|同月|同日|"
        "同一天|同一年|同时|與此同時|与此同时|此后|此前|其后|之后|之前|随后|后来|然后|接着|从此|至此|届时|"
        "那时|那年|那天|这时|这年|这一年|这一天|那一年|那一天|前一年|前一天|后一年|隔年|隔天|翌晨|不久|"
        "不久后|此时|一年后|一天后|一周后|次周|同期|同時|之後|此後|隨後"
    ),
    later=phrases(
        "<number> <span> 后|<number> <span> 之后|<number> <span> 以后|<number> <span> 前|<number> 个 <span> 后|"
        "<number> 个 <span> 之后|<number> 个 <span> 前|<number> 小时 后|<number> 分钟 后|<number> 星期 后|"
        "<number> 个 星期 后|<number> <span> 後|<number> 個 <span> 後"
    ),
    places=phrases("那里|那儿|在此地|那裡"),
    parts=phrases(
        "两者|二者|双方|其中|其他人|其他|其余|其它|另一|另外|另有|别的|别人|他人|前者|后者|两人|两国|两队|"
        "两家|三者|各自|每人|第二 个|第三 个|其二|又一|再一"
    ),
    clauses=phrases(
        "因此|因而|所以|于是|从而|结果|由此|为此|对此|这样|那样|同样|相反|反之|否则|不然|如此|据此|"
        "作为回应|作为交换|也是如此|亦然|为了这|有鉴于此|鉴于此|这意味着|由於此"
    ),
    ellipses=phrases(
        "没有|则没有|并没有|也没有|却没有|也是|也一样|也是如此|亦然|亦如此|也不例外|则不然|则相反|不是|"
        "则不是|没|則沒有|"
        "同样如此|也如此|没有这样做|也这样做了"
    ),
    references=phrases("后者|前者"),
    definites=phrases(
        "该 <noun>|這家 <noun>|这家 <noun>|那家 <noun>|本 公司|公司|該 <noun>|这名 <noun>|这位 <noun>|这艘 <noun>"
    ),
)
