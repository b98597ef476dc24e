"""What stands around an article on a Dutch page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

NL_PAGE_WORDS = PageWords(
    contents=lines("inhoud|inhoudsopgave"),
    advertisement=lines(
        "advertentie|advertenties|reclame|gesponsord|gesponsorde inhoud|tekst gaat verder onder de advertentie|"
        "artikel gaat verder onder de advertentie|tekst gaat door onder de advertentie|"
        "het artikel gaat verder na de advertentie|tekst loopt door onder de foto|tekst gaat verder onder de foto|"
        "tekst gaat verder onder de video"
    ),
    navigation=lines(
        "home|nieuws|binnenland|buitenland|politiek|economie|sport|regio|cultuur|opinie|wetenschap|gezondheid|tech|"
        "video|video's|podcasts|weer|vacatures|zoeken|menu|inloggen|aanmelden|registreren|abonneren|abonnement|"
        "mijn account|contact|over ons|naar de inhoud|ga naar de inhoud|ga naar inhoud|direct naar de inhoud|"
        "naar boven|terug|terug naar boven|terug naar home|delen|deel dit artikel|deel dit bericht|"
        "deel op facebook|deel op twitter|deel op x|deel via whatsapp|deel via e-mail|delen op facebook|"
        "delen via whatsapp|kopieer link|link kopiëren|printen|afdrukken|bewaren|opslaan|luister|"
        "luister naar dit artikel|volg ons|volg ons op facebook|"
        "facebook|twitter|instagram|whatsapp|linkedin|bekijk in browser|archief|hulp|"
        "sitemap|vorige|volgende|sluiten"
    ),
    legal_links=lines(
        "privacy|privacyverklaring|privacybeleid|privacy statement|privacystatement|cookies|cookiebeleid|"
        "cookieverklaring|cookie-instellingen|cookieinstellingen|algemene voorwaarden|gebruiksvoorwaarden|"
        "voorwaarden|disclaimer|colofon|toegankelijkheid|toegankelijkheidsverklaring|auteursrecht|huisregels"
    ),
    legal=lines(
        "alle rechten voorbehouden|niets uit deze uitgave mag worden|overname zonder toestemming|"
        "overname van artikelen|verboden zonder toestemming"
    ),
    related=lines(
        "lees ook|lees ook deze|lees meer|lees verder|lees hier|lees hier meer|meer lezen|meer over dit onderwerp|"
        "meer over|meer nieuws|meer artikelen|meer berichten|gerelateerd|gerelateerde artikelen|"
        "gerelateerd nieuws|gerelateerde berichten|verwante artikelen|bekijk ook|zie ook|kijk ook|"
        "meest gelezen|meest bekeken|best gelezen|populair|populaire artikelen|laatste nieuws|net binnen|"
        "recente berichten|recente artikelen|nieuwste berichten|aanbevolen|aanbevolen voor jou|aanraders|"
        "misschien vind je dit ook leuk|misschien ook interessant|ook interessant|dit vind je misschien ook leuk|"
        "vergelijkbare artikelen|andere artikelen|ander nieuws|niet te missen|uitgelicht|trending"
    ),
    comments=lines(
        "reacties|reactie|uw reacties|jouw reacties|reacties van lezers|lezersreacties|opmerkingen|commentaar|"
        "plaats een reactie|geef een reactie|laat een reactie achter|reageer|reageren|discussie|praat mee|"
        "doe mee aan de discussie|bekijk reacties|alle reacties|laatste reacties|antwoorden|gedachten"
    ),
    comment_calls=lines(
        "plaats een reactie|geef een reactie|laat een reactie achter|wees de eerste die reageert|nog geen reacties|"
        "je e-mailadres wordt niet gepubliceerd|het e-mailadres wordt niet gepubliceerd|"
        "vereiste velden zijn gemarkeerd|log in om te reageren|reacties zijn gesloten|reageren is niet meer mogelijk|"
        "je moet ingelogd zijn"
    ),
    buttons=lines(
        "beantwoorden|antwoord|antwoorden|rapporteer|rapporteren|melden|vind ik leuk|citeer|citeren|delen|"
        "toon reacties|meer reacties|meer tonen|nieuwste|oudste|nieuwste eerst|bewerken|verwijderen"
    ),
    says=lines("zegt|zei|schreef|schrijft|reageerde|schreef op|zegt op"),
    stamp_words=lines(
        "om|op|uur|geleden|seconde|seconden|minuut|minuten|min|uren|dag|dagen|week|weken|maand|maanden|jaar|jaren|"
        "gisteren|vandaag|zojuist|een"
    ),
    ago=lines("geleden|gisteren|zojuist"),
    newsletter=lines(
        "schrijf je in|schrijf u in|meld je aan|meld u aan|abonneer je|abonneer u|abonneer|ontvang|"
        "krijg|mis niets|niets missen|elke ochtend het|vond je dit artikel|dit artikel is alleen voor abonnees|"
        "word abonnee|download onze"
    ),
    newsletter_names=lines(
        "nieuwsbrief|nieuwsbrieven|in je inbox|in uw inbox|in je mailbox|in uw mailbox|"
        "alleen voor abonnees|whatsapp-kanaal"
    ),
    mailing=lines("afmelden voor deze nieuwsbrief|uitschrijven voor|je ontvangt deze e-mail|u ontvangt deze e-mail"),
    cookies=lines(
        "wij gebruiken cookies|we gebruiken cookies|maakt gebruik van cookies|gebruikt cookies|"
        "gebruik van cookies|cookies accepteren|wij en onze partners|plaatsen cookies|plaatst cookies"
    ),
    cookie_buttons=lines(
        "accepteren|alles accepteren|alle cookies accepteren|akkoord|weigeren|alles weigeren|instellingen|"
        "instellen|aanpassen|meer informatie|meer weten|begrepen|ik ga akkoord|oké|ok"
    ),
    credits=lines(
        "foto|foto's|fotografie|fotograaf|beeld|afbeelding|illustratie|illustraties|archieffoto|beeldbron|"
        "bron foto|infographic|foto ter illustratie|tekening"
    ),
    captions=lines("bijschrift|fotobijschrift|beeldbeschrijving"),
    wrote=lines(
        "door|tekst|tekst en foto's|tekst door|een artikel van|een verhaal van|een reportage van|interview|"
        "interview door|geschreven door|geplaatst door|gepubliceerd door|auteur|redactie|van onze redactie|foto's|"
        "fotografie|van onze verslaggever|van onze verslaggeefster"
    ),
    reported=lines("over de auteur|met medewerking van"),
    unheard=lines("onverstaanbaar|niet te verstaan|onduidelijk"),
    subtitlers=lines("ondertiteling|ondertiteld door|vertaling:|vertaald door"),
)
