"""What stands around an article on a German page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

DE_PAGE_WORDS = PageWords(
    contents=lines("inhalt|inhaltsverzeichnis|inhaltsübersicht"),
    advertisement=lines(
        "anzeige|anzeigen|werbung|sponsored|gesponsert|advertorial|bezahlter inhalt|artikel geht unten weiter|"
        "nach der anzeige weiterlesen|weiter nach der anzeige|hier endet die anzeige|ende der anzeige"
    ),
    navigation=lines(
        "startseite|home|nachrichten|politik|wirtschaft|sport|kultur|wissen|wissenschaft|lokales|regional|panorama|"
        "meinung|video|videos|podcast|podcasts|wetter|reise|gesundheit|digital|leben|abo|abonnement|abonnieren|"
        "anmelden|abmelden|registrieren|einloggen|login|mein konto|suche|menü|menu|kontakt|über uns|e-paper|epaper|"
        "zum inhalt springen|zum inhalt|zur navigation|zur startseite|nach oben|zurück|weiter|teilen|artikel teilen|"
        "beitrag teilen|auf facebook teilen|auf twitter teilen|auf x teilen|per mail teilen|per whatsapp teilen|"
        "per e-mail teilen|link kopieren|drucken|artikel drucken|merken|artikel merken|speichern|vorlesen|anhören|"
        "artikel anhören|folgen sie uns|folgen|facebook|twitter|instagram|whatsapp|xing|linkedin|im browser ansehen|"
        "im browser öffnen|newsletter|hilfe|karriere|stellenmarkt|archiv|themen|rss|sitemap|mediadaten|ressorts"
    ),
    legal_links=lines(
        "impressum|datenschutz|datenschutzerklärung|datenschutzhinweise|agb|nutzungsbedingungen|nutzungsrechte|"
        "allgemeine geschäftsbedingungen|cookie-einstellungen|cookies|cookie-richtlinie|privatsphäre|"
        "privatsphäre-einstellungen|barrierefreiheit|erklärung zur barrierefreiheit|widerruf|widerrufsrecht|"
        "utiq verwalten|verträge hier kündigen|vertrag kündigen|jugendschutz|haftungsausschluss|netiquette"
    ),
    legal=lines(
        "alle rechte vorbehalten|alle rechte sind vorbehalten|nachdruck nur mit genehmigung|nachdruck verboten|"
        "vervielfältigung nur mit genehmigung|keine haftung für die inhalte externer"
    ),
    related=lines(
        "mehr zum thema|mehr zu diesem thema|zum thema|lesen sie auch|lesen sie mehr|lesen sie dazu|"
        "lesen sie hier|lies auch|auch interessant|auch lesenswert|das könnte sie auch interessieren|"
        "das könnte sie interessieren|das könnte dich auch interessieren|das könnte dir auch gefallen|"
        "das könnte ihnen auch gefallen|weitere artikel|weitere beiträge|weitere meldungen|weitere nachrichten|"
        "weitere themen|weiterlesen|mehr lesen|mehr dazu|mehr artikel|ähnliche artikel|ähnliche beiträge|"
        "verwandte artikel|verwandte themen|verwandte beiträge|meistgelesen|meistgelesene artikel|meist gelesen|"
        "am meisten gelesen|neueste artikel|neueste beiträge|letzte beiträge|aktuelle nachrichten|empfehlungen|"
        "empfohlen|unsere empfehlungen|empfohlene artikel|leseempfehlung|leseempfehlungen|top-themen|"
        "siehe auch|nicht verpassen|beliebte artikel|beliebteste artikel|aus dem archiv|passend zum thema|"
        "lesetipp|lesetipps|mehr aus dem ressort|themen in diesem artikel|schlagworte"
    ),
    comments=lines(
        "kommentare|kommentar|leserkommentare|leserkommentar|alle kommentare|neueste kommentare|"
        "kommentare anzeigen|kommentare zum artikel|kommentare zu diesem artikel|diskutieren sie mit|"
        "diskutieren sie über diesen artikel|diskussion|mitdiskutieren|ihre meinung|schreiben sie einen kommentar|"
        "schreibe einen kommentar|kommentar schreiben|kommentar verfassen|kommentar hinterlassen|antworten|"
        "hinterlasse einen kommentar|gedanken|meinungen|zuschriften|lesermeinungen|forum|beiträge der leser"
    ),
    comment_calls=lines(
        "schreibe einen kommentar|schreiben sie einen kommentar|schreiben sie den ersten kommentar|"
        "hinterlasse einen kommentar|hinterlassen sie einen kommentar|kommentar verfassen|kommentar schreiben|"
        "noch keine kommentare|deine e-mail-adresse wird nicht veröffentlicht|"
        "ihre e-mail-adresse wird nicht veröffentlicht|erforderliche felder sind|"
        "melden sie sich an, um zu kommentieren|um zu kommentieren|kommentare sind geschlossen|"
        "die kommentarfunktion ist"
    ),
    buttons=lines(
        "antworten|antwort|melden|kommentar melden|beitrag melden|zitieren|gefällt mir|empfehlen|teilen|"
        "antworten anzeigen|weitere kommentare|mehr kommentare|mehr anzeigen|neueste|älteste|neueste zuerst|"
        "älteste zuerst|beste|bearbeiten|löschen|positiv bewerten|negativ bewerten"
    ),
    says=lines("sagt|sagte|schrieb|schreibt|kommentiert|meint|antwortete|schrieb am|schreibt am|sagt am"),
    stamp_words=lines(
        "am|um|uhr|vor|den|sekunde|sekunden|minute|minuten|min|stunde|stunden|std|tag|tagen|tage|woche|wochen|"
        "monat|monaten|monate|jahr|jahren|jahre|gestern|heute|gerade|eben|einer|einem"
    ),
    ago=lines("vor|gestern|gerade eben"),
    newsletter=lines(
        "jetzt den|jetzt unseren|jetzt kostenlos|jetzt newsletter|jetzt zum newsletter|jetzt für|zum newsletter|"
        "abonnieren|abonnieren sie|abonniere|melden sie sich|melde dich|bestellen sie|registrieren sie sich|"
        "erhalten sie|nichts mehr verpassen|nichts verpassen|verpassen sie|unser newsletter|"
        "mit unserem newsletter|hier können sie|hat ihnen der artikel gefallen|hat dir der artikel gefallen|"
        "tragen sie sich|trage dich"
    ),
    newsletter_names=lines("newsletter|newslettern|rundbrief|ins postfach|push-nachrichten"),
    mailing=lines("sie erhalten diese e-mail|newsletter abbestellen|vom newsletter abmelden"),
    cookies=lines(
        "wir verwenden cookies|wir nutzen cookies|wir setzen cookies|verwendet cookies|nutzt cookies|"
        "verwendung von cookies|cookies akzeptieren|setzt cookies ein|cookies und ähnliche"
    ),
    cookie_buttons=lines(
        "akzeptieren|alle akzeptieren|alles akzeptieren|ablehnen|alle ablehnen|einstellungen|zustimmen|"
        "einverstanden|verstanden|mehr erfahren|auswahl speichern|nur notwendige|cookie-einstellungen"
    ),
    credits=lines(
        "foto|fotos|bild|bilder|bildquelle|bildnachweis|fotograf|fotografin|fotografie|symbolbild|symbolfoto|"
        "archivbild|archivfoto|illustration|grafik|copyright|bildrechte|fotoquelle"
    ),
    captions=lines("bildunterschrift|bildlegende"),
    wrote=lines(
        "von|text|text von|ein bericht von|ein beitrag von|eine reportage von|ein kommentar von|eine analyse von|"
        "ein gastbeitrag von|aufgezeichnet von|interview|interview von|das gespräch führte|das interview führte|"
        "autor|autorin|geschrieben von|fotos|fotos von|veröffentlicht von|protokoll|aus dem englischen von"
    ),
    reported=lines("über den autor|über die autorin|zur person des autors|mit material von|quelle: dpa|redaktion"),
    unheard=lines("unverständlich|unklar|nicht zu verstehen"),
    subtitlers=lines("untertitel von|untertitel:|untertitelung|untertitel im auftrag|übersetzung von|übersetzt von"),
)
