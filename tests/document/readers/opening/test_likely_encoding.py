"""The likely encoding of bytes that are no UTF-8, for messages."""

from __future__ import annotations

import os

import pytest

from summarizer.document.readers.opening.likely_encoding import likely_encoding

TEXTS = {
    "windows-1252": (
        "Die Brücke über die Wörnitz ist für größere Lastwagen gesperrt.",
        "L’église était fermée à midi – « déjà », dit-elle.",
        "It cost £40 – “a lot”, said Mr. O’Brien. He didn’t pay.",
        "São Paulo não é a capital; Brasília é.",
    ),
    "windows-1250": (
        "Zażółć gęślą jaźń w mieście Łódź, powiedział strażak.",
        "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    ),
    "windows-1251": ("Мост через реку закрыт до весны, сказал мэр города.",),
    "koi8-r": ("Мост через реку закрыт до весны, сказал мэр города.",),
    "windows-1253": ("Η γέφυρα έκλεισε μέχρι την άνοιξη, είπε ο δήμαρχος.",),
    "windows-1255": ("הגשר נסגר עד האביב, אמר ראש העיר.",),
    "shift_jis": ("橋は春まで閉鎖されると市長は述べた。修理に三年かかる。",),
    "euc-jp": ("橋は春まで閉鎖されると市長は述べた。修理に三年かかる。",),
    "gb18030": ("市长说,这座桥关闭到春天,因为有人发现了裂缝。我们不知道要多少时间。",),
    "big5": ("市長說,這座橋關閉到春天,因為有人發現了裂縫。我們不知道要多少時間。",),
    "euc-kr": ("시장은 다리가 봄까지 폐쇄된다고 말했다.",),
    "utf-16-le": ("The bridge is shut.",),
    "utf-16-be": ("The bridge is shut.",),
}


@pytest.mark.parametrize(("encoding", "text"), [(name, text) for name, texts in TEXTS.items() for text in texts])
def test_a_text_is_told_by_its_bytes(encoding: str, text: str) -> None:
    """In the encodings that texts of the web come in; the name can be given to `decode`."""
    data = text.encode(encoding)
    assert likely_encoding(data) == encoding
    assert data.decode(encoding) == text


@pytest.mark.parametrize("data", [os.urandom(3000), bytes(range(128, 256)) * 9, b"\xff\xd8\xff" + bytes(99), b""])
def test_what_is_no_text_has_none(data: bytes) -> None:
    """Random bytes and pictures are told no story of."""
    assert likely_encoding(data) is None
