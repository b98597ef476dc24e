"""Chinese, as far as the library knows it: `ZH` is its record; `record.py` says what each field is for."""

from __future__ import annotations

from summarizer.languages.record import (
    Calendar,
    Cues,
    Discourse,
    Language,
    Prose,
    Quantities,
    Unasserted,
    Vocabulary,
    cues,
    pairs,
    phrases,
    spellings,
    words,
)
from summarizer.languages.records.page_words.mail import ZH_MAIL
from summarizer.languages.records.page_words.zh import ZH_PAGE_WORDS
from summarizer.languages.records.pointers.zh import ZH_POINTERS
from summarizer.languages.records.zh_words import NO_CUES
from summarizer.languages.turns import Turns, contrast

ZH = Language(
    code="zh",
    names=(
        "chinese",
        "mandarin",
        "中文",
        "汉语",
        "漢語",
        "chinesisch",
        "chinois",
        "chino",
        "cinese",
        "chinês",
        "chinees",
    ),
    known=True,
    script="han",
    calendar=Calendar(
        hour_marks=words("点 點 时 時"),
        minute_marks=words("分"),
        weekdays=spellings(
            "星期一 周一 礼拜一|星期二 周二 礼拜二|星期三 周三 礼拜三|星期四 周四 礼拜四|星期五 周五 礼拜五|"
            "星期六 周六 礼拜六|星期日 周日 星期天 礼拜天"
        ),
        near_days=words("昨天 今天 明天 前天 后天 昨日 今日 明日 次日 翌日 当天 当日 隔天"),
    ),
    pointers=ZH_POINTERS,
    page_words=ZH_PAGE_WORDS,
    mail_words=ZH_MAIL,
    discourse=Discourse(
        markers=phrases("然而|此外|同时|另外|不过|因此|但是|但|与此同时|而且|并且"),
        bare_markers=words("但"),
        not_behind_bare=words("是 愿 凡 不 无"),
        denying=words("谣 假 谎 誤 嘘"),
        taken_back=(
            r"(?:这|那|此|上述)\S{0,4}(?:不是|并不是|并非|并不)(?:真的|真实的|事实|属实|真)"
            r"|(?:这|那|此|上述)\S{0,4}(?:是|都是|全是|纯属|完全是)(?:假的|假消息|谣言|虚假的|谎言|捏造的|误传|虚构)"
            r"|(?:但)?(?:事实)?并非如此|并无此事"
        ),
        supposed=r"(?:假设|想象一下|试想)",
    ),
    unasserted=Unasserted(
        topics=(
            r"(?:常见|主要|网络|流行|最新|一些|各种|不实|虚假|有关|关于.{0,12}的?|针对.{0,12}的?)*"
            r"(?:指控|指责|谣言|传言|流言|传闻|谎言|误区|误解|迷思|虚假信息|不实信息|错误信息|假新闻|假消息|网传(?:内容|说法|消息|信息)?|说法|"
            r"情节|剧情|故事情节|剧情简介|剧情梗概|内容梗概|假设|设想|推测|猜测|阴谋论|判断题|传说|虚构)(?:一|二|三|四|五|\d+)?"
            r"|(?:有人|网上|网友|网络上?)?(?:声称|宣称|流传|传播|称)(?:的内容|的说法|什么|了什么)?|(?:讨论中|备选|可能|候选|待定)的?(?:方案|选项|提议|建议)"
        ),
        suppositions=r"(?:如果|假如|若是?|万一|倘若|要是|假设).*",
        settled=r"(?:我们的)?(?:结论|事实|真相|核查结果|核实结果|判定|裁定|查证结果|实际情况)",
        lead_ins=(
            r"(?:以下|这|下面)(?:就)?是.{0,20}(?:说|信|称|写|讲|起诉书|描述|传言|谣言|内容|说法).{0,10}"
            r"|.{0,30}(?:这样|如此|是这么|这么)(?:说|写|讲|描述|叙述|声称|称)(?:的|道)?"
            r"|.{0,30}(?:小说|电影|故事|剧本|童话|戏剧|电视剧)(?:讲述|描写|讲的是|说的是|是?(?:这样|如此|这么)).*"
        ),
        own_lead_ins=r"原因|理由|因为|例如|比如|包括",
        doubting=r"方案|选项|提议|建议|传言|谣言|指控|讨论中|备选|考虑中|假设|误区|判断对错",
        tasks=(
            r"(?:请)?(?:判断|指出|选出|选择|标出|找出).*(?:正误|对错|真假|正确|错误|是否)|(?:下列|以下)(?:哪|各|句子|说法|陈述).*"
            r"|判断(?:正误|对错|题)|(?:对|是)还是(?:错|非)|是真是假|真的还是假的"
        ),
        taken_back=(
            r"(?:不是真的|并不属实|不属实|不实|假的|错误|谣言|纯属虚构|纯属谣言|这不是真的|事实并非如此)[。.!！，,]?"
            r"|(?:该|这一|这个|这种|上述|此|这些|那)?(?:说法|消息|报道|声明|指控|言论|传言|文章|信件|指责|主张|信息|帖子)"
            r".{0,8}(?:已|被|已被|后来|随后|现已|证实|是|为|遭)*.{0,4}(?:撤回|收回|否认|辟谣|澄清|更正|推翻|不实|虚假|虚构|假的|捏造|驳斥|否定)"
            r"|(?:至少|起码)?(?:这是|这只是|至少这是|据)?.{1,12}(?:是这么说的|这样声称|如此声称|这么说|的说法|的一面之词)[。.]?$"
            r"|(?:至少|起码)(?:据|按照?|依).{1,12}|(?:这|此事)?从(?:未|来没有)发生|.{0,12}(?:说法|消息|报道|传言)是(?:错误|不对|假)的?"
            r"|(?:更正|勘误|订正|澄清)[:：]|(?:事实上正好相反|事实恰恰相反|实际上并非|真相是)"
            r"|.{1,10}(?:否认了?|驳斥了?|反驳了?)(?:这|该|此|上述).{0,6}(?:说法|指控|消息|传言|报道|一切|点)?[。.]?$"
        ),
        all_taken_back=r"(?:以上|上述|这些)(?:内容|说法|消息|传言)?(?:都|均|全)(?:是|为|不)?(?:假|虚|谣|不实|不是真)",
        no_speakers=words("注 注释 来源 图 图片 摄影 作者 编辑 记者 时间 地点 日期 标题 价格 问 答 时刻 具体时刻"),
    ),
    quantities=Quantities(
        about=words("约 約"),
        almost=words("近"),
        over=words("超 逾"),
        open_ended=words("多 余 餘 几 幾 数 數 来"),
        counters=words(
            "个 個 名 艘 人 位 家 次 年 月 天 日 周 週 小 座 条 條 辆 輛 台 架 件 项 項 种 種 场 場 支 只 隻 所 "
            "间 間 层 層 岁 歲 倍 届 屆 轮 輪 篇 部 本 张 張 份 起 枚 颗 顆 头 頭 匹 棵 套 批 户 戶 万 亿 百 千"
        ),
        money={
            "EUR": phrases("欧元|歐元"),
            "USD": phrases("美元"),
            "JPY": phrases("日元"),
            "CNY": phrases("人民币|元"),
            "pound": phrases("英镑"),
            "HKD": phrases("港元"),
        },
        percentage_points=phrases("个百分点|個百分點"),
        units={
            "day": phrases("天"),
            "week": phrases("个星期|周"),
            "month": phrases("个月|個月"),
            "km": phrases("千米|公里"),
            "metre": phrases("米"),
            "cm": phrases("厘米"),
            "mm": phrases("毫米"),
            "mile": phrases("英里"),
            "foot": phrases("英尺"),
            "inch": phrases("英寸"),
            "km2": phrases("平方公里"),
            "m2": phrases("平方米"),
            "m3": phrases("立方米"),
            "hectare": phrases("公顷|公頃"),
            "kg": phrases("公斤|千克"),
            "gram": phrases("克"),
            "mg": phrases("毫克"),
            "tonne": phrases("吨|噸"),
            "litre": phrases("升"),
            "ml": phrases("毫升"),
            "hour": phrases("小时|小時"),
            "minute": phrases("分钟|分鐘"),
            "celsius": phrases("摄氏度|攝氏度"),
        },
    ),
    vocabulary=Vocabulary(
        denial_terms=words("不 没 無 无 未"),
    ),
    cues=Cues(
        negation=cues("不 没 无 非 未 否 勿 沒 無 拒 没有 沒有 并非 拒绝 切莫 莫要 莫让"),
        modality=cues(
            "将 將 会 會 应 應 若 疑 可能 可以 或许 也许 应该 应当 据称 据说 如果 假如 疑似 涉嫌 有望 预计 估计 能够 "
            "能 说不定 不得不"
        ),
        quantifier=cues(
            "都 每 各 只 仅 僅 均 些 全部 全体 所有 多数 大多数 大部分 少数 部分 许多 很多 不少 若干 几乎 只不过 "
            "半数 绝大多数 一切"
        ),
        attribution=cues("称 說 说 稱 表示 认为 据称 据说 据报道 指出 宣布 透露 强调 声称 宣称 告诉"),
        direction=cues(
            "升 降 涨 跌 增 减 減 胜 负 赢 输 买 卖 上升 下降 上涨 下跌 增加 减少 增长 "
            "提高 降低 提升 下滑 扩大 缩小 战胜 负于 买入 卖出"
        ),
        bound=cues("超 近 约 約 余 餘 逾 超过 最多 至多 至少 最少 不到 不足 以上 以下 左右 大约 将近 接近 差不多"),
        condition=cues("若 如果 假如 除非 除了 当 只要"),
        no_cues=NO_CUES,
    ),
    antonyms=pairs("升:降 涨:跌 增:减 上:下 前:后 高:低 胜:负 赢:输 买:卖 大:小 多:少"),
    prose=Prose(text_names=words("文章 本文 该文 作者 报道 全文")),
    turns=Turns(
        contrasts=(
            contrast("unit", "秒|分 分钟|时 小时|日 天|周 星期|月 个月|年|世纪"),
            contrast("unit", "千|万|亿|百|兆"),
            contrast("unit", "公里 千米|米|厘米|英里|里"),
            contrast("modality", "可能 或 或许 也许 可|将 会 必将 将会|必须 应 应当 应该 须|能 能够"),
            contrast("person", "他|她|它"),
            contrast(
                "quantifier",
                "都 全部 所有 全 全体 均|多数 大多数|许多 很多 不少 多|一些 部分 有些 些|少数 少|没有 无 没",
            ),
            contrast("bound", "超过 超 逾 以上 至少 最少|不到 不足 以下 至多 最多|近 将近 接近|约 大约 左右"),
            contrast("direction", "前 之前|后 之后"),
            contrast(
                "direction",
                "上升 升 上涨 涨 增加 增 增长 提高 提升 扩大 增至 走高 回升 上扬 攀升"
                "|回落 走低 下挫 下降 降 下跌 跌 减少 减 降低 下滑 缩小 减至",
            ),
            contrast("direction", "首 第一|末 最后"),
            contrast("direction", "高 最高|低 最低"),
            contrast("direction", "升至|降至"),
            contrast("direction", "支持|反对"),
            contrast("direction", "大 最大|小 最小"),
        ),
        reversals=phrases("与此相反|相反|恰恰相反"),
        conditions=phrases("如果|若|假如|要是|除非|只要|倘若|一旦"),
        hedges=phrases("可能|或许|也许|据称|疑似|涉嫌|似乎|大概|恐怕|几乎|有望|预计|将|会"),
        qualifiers=phrases("前|副|代|原|时任|候任|名誉|所谓"),
        limits=phrases("只|仅|仅仅|只有|部分|多数|大多数|一些|少数|许多|都|全部|全|所有|均|大部分"),
    ),
)
