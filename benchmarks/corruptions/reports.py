"""Writes news reports for the benchmark, German ones if no frames are given: what is in braces is drawn."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

MONTHS: Final = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
WEEKDAYS: Final = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_PEOPLE: Final = (
    "Anke Brandis|Jonas Wiegand|Leyla Demir|Friedrich Maurer|Svenja Petersen|Karl Öztürk|Birgit Hölzl|Tomasz Nowak|"
    "Ute Lindemann|Rainer Voß|Hanna Grüner|Matthias Streit"
).split("|")
_TOWNS: Final = "Hallbronn Weidenau Großfeld Lindrath Ostermark Seeburg Altenrode Brückheim Kirchstetten Moorau".split()
_FIRMS: Final = "Nordwerk Talbahn Elbkraft Solvia Brennhag Weserstahl Lichtgut Kornmann".split()

_SENTENCES: Final = 52
_IN_PARAGRAPH: Final = 4

_FRAMES: Final = """
Der Stadtrat von {town} hat am {weekday} den Bau einer {decimal} Kilometer langen Straßenbahnlinie beschlossen.
Das Unternehmen {firm} hat im vergangenen Jahr {decimal} Milliarden Euro umgesetzt.
Der Gewinn von {firm} stieg um {decimal} Prozent auf {small} Millionen Euro.
Der Umsatz sank im dritten Quartal um {small} Prozent auf {decimal} Mrd. Euro.
Nach Angaben der Polizei kamen mindestens {number} Menschen zu der Kundgebung in {town}.
Bei dem Unfall auf der Autobahn bei {town} wurden höchstens {small} Fahrzeuge beschädigt.
Rund {number} Haushalte waren am {weekday} mehrere Stunden ohne Strom.
Der neue Tunnel soll bis zu {small} Millionen Euro kosten.
„Wir haben in {town} keine andere Wahl, als die Preise zu erhöhen“, sagte {person} am {weekday}.
„Der Vertrag mit {firm} ist für beide Seiten ein großer Gewinn“, erklärte {person}.
{person} nannte den Entwurf „einen mutigen Schritt in die richtige Richtung“.
Am {date} eröffnete {person} in {town} das neue Museum für Stadtgeschichte.
Die Frist für den Antrag endet am {date} um {clock} Uhr.
Der Zug nach {town} fährt am {weekday} erst um {clock} Uhr ab.
Das Gericht in {town} hat den Angeklagten am {date} nicht verurteilt.
{firm} hat die Vorwürfe bislang nicht bestätigt.
Die Gewerkschaft will dem Angebot von {firm} nicht zustimmen.
Kein Mitglied des Rates von {town} stimmte am {weekday} gegen den Plan.
Der Fahrer hatte die Strecke nach {town} nie zuvor befahren.
{person} soll angeblich {number} Euro aus der Kasse des Vereins entnommen haben.
Laut einer Studie leben in {town} heute {number} Menschen in {small} Stadtteilen.
Die Ursache des Brandes in {town} war vermutlich ein technischer Fehler.
Der Täter hatte offenbar einen Schlüssel zu dem Lager von {firm}.
Der Vorstand könnte den Standort {town} im kommenden Jahr schließen.
{person} dürfte das Amt am {date} übernehmen.
Die Zahl der Arbeitslosen in {town} fiel um {number} auf {number}.
Die Mieten sind seit {month} {year} um {decimal} Prozent gestiegen.
Im {month} {year} wurden in {town} {number} Autos zugelassen, {small} mehr als im Monat davor.
Der Pegel des Flusses lag am {weekday} bei {decimal} Metern.
Die Brücke ist {small} Meter hoch und {number} Meter lang.
Auf einer Fläche von {number} Quadratmetern entstehen in {town} {small} Wohnungen.
Die Ernte brachte {number} Tonnen Weizen ein, weniger als im Jahr {year}.
Der Wagen fuhr mit {small} Stundenkilometern durch die Stadt.
In der Nacht zum {weekday} sank die Temperatur auf minus {small} Grad Celsius.
{person} gewann die Wahl in {town} mit {decimal} Prozent der Stimmen.
{person} verlor das Finale am {weekday} gegen {person}.
{firm} kaufte im {month} {year} alle Anteile an {firm}.
{firm} verkaufte das Werk in {town} für {decimal} Millionen Euro an {firm}.
Der Preis für eine Fahrkarte steigt am {date} von {euros} auf {euros} Euro.
Die Stadt zahlt {small} Mio. Euro, den Rest übernimmt das Land.
Etwa {number} Besucher kamen am {date} auf das Fest in {town}.
Die Reparatur dauerte knapp {small} Stunden und kostete {number} Euro.
Mehr als {number} Beschäftigte von {firm} legten am {weekday} die Arbeit nieder.
Weniger als {small} Prozent der Schüler in {town} besuchen eine Ganztagsschule.
Die Kommission prüft, ob {firm} gegen das Gesetz verstoßen hat.
Der Bau beginnt im {month} {year}, falls der Rat zustimmt.
{firm} zahlt eine Prämie, wenn das Werk bis {month} {year} fertig wird.
Nur {small} der {number} Anträge wurden bis zum {date} bearbeitet.
Alle Schulen in {town} bleiben am {weekday} geschlossen.
Viele Händler in {town} mussten ihre Läden ohne Entschädigung räumen.
Einige Anwohner der Bahnhofstraße haben am {date} Klage eingereicht.
Beide Parteien haben dem Haushalt für das Jahr {year} zugestimmt.
Die Sitzung beginnt am {weekday}, {date}, um {clock} Uhr im Rathaus.
Der Zins stieg um {decimal} Prozentpunkte auf {decimal} Prozent.
Vor dem Umbau hatte das Stadion in {town} {number} Plätze.
Nach dem Umbau fasst die Halle von {firm} bis zu {number} Besucher.
{person} lehnte den Vorschlag von {person} am {date} ab.
Der Sprecher sagte, die Anlage von {firm} laufe seit {clock} Uhr wieder.
Der Rat von {town} hat den Plan mit {small} zu {small} Stimmen angenommen.
Im Norden der Stadt sollen {small} neue Windräder mit {decimal} Megawatt Leistung entstehen.
Die Firma {firm} will {word} ihrer {small} Filialen schließen.
In {town} wurden {word} Männer und {word} Frauen festgenommen.
Der Verein feierte am {date} sein {small}-jähriges Bestehen.
Das Paket wiegt {decimal} Kilogramm und kostet {euros} Euro.
Die Polizei in {town} sucht seit {weekday} nach {word} Zeugen des Unfalls.
{person} wurde am {date} in {town} geboren.
Der größte Arbeitgeber der Region ist {firm} mit {number} Mitarbeitern.
Zwischen {town} und {town} fallen bis {date} alle Züge aus.
Das Wasser in {town} ist laut Behörde möglicherweise belastet.
„Ich trete im Jahr {year} nicht noch einmal an“, sagte {person} in {town}.
„{firm} wird den Standort {town} in jedem Fall erhalten“, versprach {person}.
Der Bürgermeister sprach von „einem schwarzen Tag für ganz {town}“.
{person} widersprach am {weekday}: „Von einer Krise kann bei {firm} keine Rede sein.“
Der Umbau kostet nach ersten Schätzungen zwischen {small} und {small} Millionen Euro.
Je nach Strecke sind die Karten {small} bis {small} Prozent teurer als im Jahr {year}.
Die Züge fahren täglich von {hour} bis {hour} Uhr im Takt von {small} Minuten.
Am Morgen wurden in {town} minus {decimal} Grad Celsius gemessen.
Der Leitzins sank im {month} {year} um {decimal} Prozentpunkte.
Die Quote lag mit {small} Prozent um {decimal} Prozentpunkte über der von {year}.
Der Staat nahm im Jahr {year} insgesamt {decimal} Milliarden Euro ein.
Das Museum öffnet am {weekday} um {hour} Uhr, z. B. für Schulklassen.
Die Bußen für Falschparker bringen {town} jährlich {number} Euro ein.
Die Maße der Halle von {firm} wurden am {date} neu bestimmt.
Die Preise sind in {town} nur in Maßen gestiegen.
{firm} teilte am {weekday} mit, der Schaden betrage {decimal} Millionen Euro.
Den Angaben zufolge entstand in {town} ein Schaden von {number} Euro.
„Ihr Antrag ist am {date} bei uns eingegangen“, schrieb {person} der Firma {firm}.
Die Ärzte rieten {person}, ihre Reise nach {town} auf {weekday} zu verschieben.
Gegen {person} wird wegen des Verdachts auf Betrug in {small} Fällen ermittelt.
""".strip().split("\n")


Slots = Mapping[str, Callable[[random.Random], str]]


def write_reports(
    count: int, rng: random.Random, *, frames: Sequence[str] | None = None, slots: Slots | None = None
) -> list[str]:
    """As many reports of up to 6 thousand characters, each with every sentence at most once, in paragraphs of four.

    Args:
        count: How many.
        rng: Draws sentences, figures, days and people.
        frames: The sentences, with a name in braces where something is drawn; the German ones of this file by default.
        slots: What is drawn under each name.
    """
    return [_write_report(rng, frames or _FRAMES, slots or _SLOTS) for _ in range(count)]


def _write_report(rng: random.Random, frames: Sequence[str], slots: Slots) -> str:
    chosen = rng.sample(frames, min(_SENTENCES, len(frames)))
    written = [re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]](rng), frame) for frame in chosen]
    paragraphs = [written[first : first + _IN_PARAGRAPH] for first in range(0, len(written), _IN_PARAGRAPH)]
    return "\n\n".join(map(" ".join, paragraphs))


def slots_of(
    *,
    towns: Sequence[str],
    firms: Sequence[str],
    people: Sequence[str],
    weekdays: Sequence[str],
    months: Sequence[str],
    words: Sequence[str],
    date: Callable[[random.Random], str],
    thousands: str,
) -> Slots:
    """What is drawn for frames in a language with a decimal comma; `thousands` parts the groups of a figure."""
    return {
        "town": lambda rng: rng.choice(towns),
        "firm": lambda rng: rng.choice(firms),
        "person": lambda rng: rng.choice(people),
        "weekday": lambda rng: rng.choice(weekdays),
        "month": lambda rng: rng.choice(months),
        "year": lambda rng: str(rng.randrange(1995, 2026)),
        "date": date,
        "number": lambda rng: f"{rng.randrange(11_000, 98_000, 10):,}".replace(",", thousands),
        "small": lambda rng: str(rng.randrange(13, 99)),
        "decimal": lambda rng: f"{rng.randrange(1, 60)},{rng.randrange(1, 10)}",
        "word": lambda rng: rng.choice(words),
    }


def _draw_thousands(rng: random.Random) -> str:
    return f"{rng.randrange(1_100, 98_000, 10):,}".replace(",", ".")


_SLOTS: Final[Slots] = {
    "town": lambda rng: rng.choice(_TOWNS),
    "firm": lambda rng: rng.choice(_FIRMS),
    "person": lambda rng: rng.choice(_PEOPLE),
    "weekday": lambda rng: rng.choice(WEEKDAYS),
    "month": lambda rng: rng.choice(MONTHS),
    "year": lambda rng: str(rng.randrange(1995, 2026)),
    "date": lambda rng: f"{rng.randrange(1, 29)}. {rng.choice(MONTHS)} {rng.randrange(1995, 2026)}",
    "clock": lambda rng: f"{rng.randrange(7, 23)}.{rng.randrange(10, 60, 5)}",
    "hour": lambda rng: str(rng.randrange(5, 24)),
    "number": _draw_thousands,
    "small": lambda rng: str(rng.randrange(13, 99)),
    "decimal": lambda rng: f"{rng.randrange(1, 60)},{rng.randrange(1, 10)}",
    "euros": lambda rng: f"{rng.randrange(2, 60)},{rng.randrange(11, 99)}",
    "word": lambda rng: rng.choice("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()),
}
