"""One short article in each language that has a record, and in each the same statements changed by a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """An article of one language: `changed` are sentences of it, each with its value and another in its place."""

    sentences: tuple[str, ...]
    changed: tuple[tuple[int, str, str], ...]

    @property
    def article(self) -> str:
        """The sentences as one text."""
        return " ".join(self.sentences)

    def false_claims(self) -> list[str]:
        """A number, month, weekday, currency, share and small number changed, in this order."""
        claims = [self.sentences[place].replace(value, other) for place, value, other in self.changed]
        assert not set(claims) & set(self.sentences)
        return claims


TRANSLATIONS = {
    "en": Translation(
        sentences=(
            "The road agency ordered its 32,000 staff to remove the app Veloro from company phones by 15 March.",
            "Sales of the Norda group rose by 10 percent to 4.2 billion euros in 2025.",
            "The boat fair in Halden opened on Monday and closes in June.",
            "The tunnel below Brenta is 12.5 kilometres long and cost 640 million euros.",
            "Three of the ferries were sold to a firm in Vellmar.",
        ),
        changed=(
            (0, "32,000", "35,000"),
            (0, "March", "April"),
            (2, "Monday", "Tuesday"),
            (3, "euros", "dollars"),
            (1, "10 percent", "12 percent"),
            (4, "Three", "Four"),
        ),
    ),
    "de": Translation(
        sentences=(
            (
                "Die Straßenbehörde wies ihre 32.000 Mitarbeiter an, die App Veloro bis zum 15. März von "
                "den Diensthandys zu "
                "entfernen."
            ),
            "Der Umsatz der Norda-Gruppe stieg 2025 um 10 Prozent auf 4,2 Mrd. Euro.",
            "Die Bootsmesse in Halden wurde am Montag eröffnet und schließt im Juni.",
            "Der Tunnel unter Brenta ist 12,5 Kilometer lang und kostete 640 Millionen Euro.",
            "Drei der Fähren wurden an eine Firma in Vellmar verkauft.",
        ),
        changed=(
            (0, "32.000", "35.000"),
            (0, "März", "April"),
            (2, "Montag", "Dienstag"),
            (3, "Euro", "Dollar"),
            (1, "10 Prozent", "12 Prozent"),
            (4, "Drei", "Vier"),
        ),
    ),
    "fr": Translation(
        sentences=(
            (
                "L'agence routière a ordonné à ses 32 000 employés de supprimer l'application Veloro des téléphones de "
                "service avant le 15 mars."
            ),
            "Le chiffre d'affaires du groupe Norda a augmenté de 10 % à 4,2 milliards d'euros en 2025.",
            "Le salon nautique de Halden a ouvert lundi et ferme en juin.",
            "Le tunnel sous Brenta mesure 12,5 kilomètres et a coûté 640 millions d'euros.",
            "Trois des ferries ont été vendus à une entreprise de Vellmar.",
        ),
        changed=(
            (0, "32 000", "35 000"),
            (0, "mars", "avril"),
            (2, "lundi", "mardi"),
            (3, "d'euros", "de dollars"),
            (1, "10 %", "12 %"),
            (4, "Trois", "Quatre"),
        ),
    ),
    "es": Translation(
        sentences=(
            (
                "La agencia de carreteras ordenó a sus 32.000 empleados eliminar la aplicación Veloro de "
                "los teléfonos de "
                "la empresa antes del 15 de marzo."
            ),
            "Las ventas del grupo Norda subieron un 10 por ciento hasta 4.200 millones de euros en 2025.",
            "La feria náutica de Halden abrió el lunes y cierra en junio.",
            "El túnel bajo Brenta mide 12,5 kilómetros y costó 640 millones de euros.",
            "Tres de los transbordadores fueron vendidos a una empresa de Vellmar.",
        ),
        changed=(
            (0, "32.000", "35.000"),
            (0, "marzo", "abril"),
            (2, "lunes", "martes"),
            (3, "de euros", "de dólares"),
            (1, "10 por ciento", "12 por ciento"),
            (4, "Tres", "Cuatro"),
        ),
    ),
    "it": Translation(
        sentences=(
            (
                "L'agenzia stradale ha ordinato ai suoi 32.000 dipendenti di rimuovere l'app Veloro dai "
                "telefoni aziendali "
                "entro il 15 marzo."
            ),
            "Le vendite del gruppo Norda sono aumentate del 10 per cento a 4,2 miliardi di euro nel 2025.",
            "Il salone nautico di Halden ha aperto lunedì e chiude a giugno.",
            "Il tunnel sotto Brenta è lungo 12,5 chilometri ed è costato 640 milioni di euro.",
            "Tre dei traghetti sono stati venduti a una ditta di Vellmar.",
        ),
        changed=(
            (0, "32.000", "35.000"),
            (0, "marzo", "aprile"),
            (2, "lunedì", "martedì"),
            (3, "di euro", "di dollari"),
            (1, "10 per cento", "12 per cento"),
            (4, "Tre", "Quattro"),
        ),
    ),
    "pt": Translation(
        sentences=(
            (
                "A agência rodoviária ordenou aos seus 32.000 funcionários que removessem a aplicação "
                "Veloro dos telefones "
                "da empresa até 15 de março."
            ),
            "As vendas do grupo Norda subiram 10 por cento para 4,2 mil milhões de euros em 2025.",
            "A feira náutica de Halden abriu na segunda-feira e fecha em junho.",
            "O túnel sob Brenta tem 12,5 quilómetros e custou 640 milhões de euros.",
            "Três dos ferries foram vendidos a uma empresa de Vellmar.",
        ),
        changed=(
            (0, "32.000", "35.000"),
            (0, "março", "abril"),
            (2, "segunda-feira", "terça-feira"),
            (3, "de euros", "de dólares"),
            (1, "10 por cento", "12 por cento"),
            (4, "Três", "Quatro"),
        ),
    ),
    "nl": Translation(
        sentences=(
            (
                "Het wegenbureau droeg zijn 32.000 medewerkers op de app Veloro vóór 15 maart van de "
                "diensttelefoons te verwijderen."
            ),
            "De omzet van de Norda-groep steeg in 2025 met 10 procent tot 4,2 miljard euro.",
            "De bootbeurs in Halden opende op maandag en sluit in juni.",
            "De tunnel onder Brenta is 12,5 kilometer lang en kostte 640 miljoen euro.",
            "Drie van de veerboten zijn verkocht aan een bedrijf in Vellmar.",
        ),
        changed=(
            (0, "32.000", "35.000"),
            (0, "maart", "april"),
            (2, "maandag", "dinsdag"),
            (3, "euro", "dollar"),
            (1, "10 procent", "12 procent"),
            (4, "Drie", "Vier"),
        ),
    ),
    "zh": Translation(
        sentences=(
            "道路局命令其三万两千名员工在3月15日前从公司手机上删除Veloro应用。",
            "诺尔达集团2025年的销售额增长百分之十，达到42亿欧元。",
            "哈尔登船展于星期一开幕，将在6月闭幕。",
            "布伦塔地下的隧道长12.5公里，耗资6.4亿欧元。",
            "其中三艘渡轮已卖给维尔马的一家公司。",
        ),
        changed=(
            (0, "三万两千", "三万五千"),
            (0, "3月", "4月"),
            (2, "星期一", "星期二"),
            (3, "欧元", "美元"),
            (1, "百分之十", "百分之十二"),
            (4, "三艘", "四艘"),
        ),
    ),
}
