"""What stands around an article on an Italian page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

IT_PAGE_WORDS = PageWords(
    contents=lines("indice|sommario|indice generale"),
    advertisement=lines(
        "pubblicità|annuncio|annunci|annuncio pubblicitario|contenuto sponsorizzato|sponsorizzato|"
        "l'articolo continua dopo la pubblicità|continua dopo la pubblicità|l'articolo prosegue dopo la pubblicità"
    ),
    navigation=lines(
        "home|homepage|notizie|ultime notizie|cronaca|politica|economia|esteri|sport|cultura|spettacoli|scienze|"
        "salute|tecnologia|opinioni|video|foto|meteo|lavoro|cerca|menu|menù|accedi|entra|login|registrati|abbonati|"
        "il mio account|contatti|contattaci|chi siamo|vai al contenuto|vai al contenuto principal|torna su|"
        "torna indietro|torna alla home|condividi|condividi su facebook|condividi su twitter|condividi su x|"
        "condividi su whatsapp|condividi su linkedin|invia per email|invia per e-mail|copia link|copia il link|stampa|"
        "salva|salva articolo|ascolta|ascolta l'articolo|seguici|seguici su|facebook|twitter|instagram|whatsapp|"
        "telegram|linkedin|visualizza nel browser|archivio|aiuto|mappa del sito|precedente|successivo|chiudi"
    ),
    legal_links=lines(
        "note legali|privacy|privacy policy|informativa sulla privacy|informativa privacy|cookie policy|cookie|"
        "preferenze cookie|impostazioni cookie|gestisci i cookie|termini e condizioni|condizioni d'uso|"
        "condizioni generali|termini di utilizzo|dichiarazione di accessibilità|accessibilità|disclaimer"
    ),
    legal=lines(
        "riproduzione riservata|tutti i diritti riservati|tutti i diritti sono riservati|riproduzione vietata|"
        "è vietata la riproduzione|diritti riservati"
    ),
    related=lines(
        "leggi anche|leggi pure|leggi di più|leggi tutto|leggi ancora|per approfondire|approfondisci|"
        "approfondimenti|articoli correlati|articolo correlato|contenuti correlati|notizie correlate|correlati|"
        "potrebbe interessarti|potrebbe interessarti anche|potrebbero interessarti|ti potrebbe interessare|"
        "ti potrebbe interessare anche|ti potrebbero interessare|vedi anche|guarda anche|altri articoli|"
        "altre notizie|i più letti|le più lette|più letti|più lette|articoli più letti|articoli recenti|"
        "ultimi articoli|da leggere|consigliati|consigliati per te|in evidenza|sullo stesso argomento|"
        "sullo stesso tema|articoli simili|scopri di più|tendenze"
    ),
    comments=lines(
        "commenti|commento|i commenti|i vostri commenti|commenti dei lettori|lascia un commento|"
        "scrivi un commento|aggiungi un commento|inserisci un commento|commenta|discussione|di' la tua|"
        "tutti i commenti|vedi i commenti|mostra commenti|risposte|ultimi commenti|opinioni dei lettori|pensieri"
    ),
    comment_calls=lines(
        "lascia un commento|scrivi un commento|aggiungi un commento|commenta per primo|nessun commento|"
        "il tuo indirizzo email non sarà pubblicato|i campi obbligatori sono contrassegnati|"
        "accedi per commentare|i commenti sono chiusi|devi essere connesso per"
    ),
    buttons=lines(
        "rispondi|segnala|mi piace|cita|condividi|consiglia|mostra risposte|mostra altri|altri commenti|"
        "più recenti|meno recenti|modifica|elimina"
    ),
    says=lines("dice|ha detto|ha scritto|scrive|ha commentato|commenta|ha risposto"),
    stamp_words=lines(
        "alle|ore|il|fa|secondo|secondi|minuto|minuti|min|ora|giorno|giorni|settimana|settimane|mese|mesi|anno|"
        "anni|ieri|oggi|un|una|un'ora"
    ),
    ago=lines("fa|ieri"),
    newsletter=lines(
        "iscriviti|iscrivetevi|abbonati|abbonatevi|ricevi|ricevere|registrati|non perdere|resta aggiornato|"
        "ti è piaciuto questo articolo|questo articolo è riservato agli abbonati|scarica la nostra"
    ),
    newsletter_names=lines(
        "newsletter|nella tua casella|casella di posta|mailing list|riservato agli abbonati|"
        "canale whatsapp|canale telegram"
    ),
    mailing=lines("annulla l'iscrizione a|cancellati dalla newsletter|ricevi questa email"),
    cookies=lines(
        "utilizziamo i cookie|utilizziamo cookie|usiamo i cookie|usiamo cookie|utilizza i cookie|utilizza cookie|"
        "usa i cookie|uso dei cookie|utilizzo dei cookie|accetta i cookie|noi e i nostri partner"
    ),
    cookie_buttons=lines(
        "accetta|accetta tutto|accetta tutti|accetto|rifiuta|rifiuta tutto|rifiuta tutti|personalizza|gestisci|"
        "impostazioni|maggiori informazioni|scopri di più|continua senza accettare|ok"
    ),
    credits=lines(
        "foto|foto di|fotografia|fotografie|fotografo|fotografa|immagine|immagini|illustrazione|illustrazione di|"
        "crediti|credits|foto d'archivio|credito|fonte immagine|infografica"
    ),
    captions=lines("didascalia"),
    wrote=lines(
        "di|testo|testo di|testi di|a cura di|intervista di|intervista|un articolo di|scritto da|pubblicato da|"
        "autore|autrice|dal nostro inviato|dalla nostra inviata|foto|foto di|fotografie di"
    ),
    reported=lines("sull'autore|con il contributo di"),
    unheard=lines("incomprensibile|non udibile|inintelligibile"),
    subtitlers=lines("sottotitoli di|sottotitoli a cura|sottotitoli:|tradotto da"),
)
