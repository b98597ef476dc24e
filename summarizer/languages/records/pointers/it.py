"""What Italian points back with: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, cues, phrases, words

IT_POINTERS = Pointers(
    counts=words(
        "uno una due tre quattro cinque sei sette otto nove dieci dodici venti trenta cento alcuni alcune molti "
        "molte parecchi pochi nessuno nessuna ciascuno ciascuna tutti tutte"
    ),
    spans=words(
        "anno anni mese mesi settimana settimane giorno giorni ora ore minuti decennio decenni secolo sera "
        "mattina "
        "notte estate inverno autunno primavera stagione lunedì martedì mercoledì giovedì venerdì sabato domenica"
    ),
    nouns=words(
        "azienda società compagnia ditta impresa banca gruppo club partito squadra agenzia organizzazione "
        "associazione uomo donna ragazzo ragazza coppia attore attrice cantante giocatore autore autrice "
        "scrittore "
        "sospettato vittima imputato nave film libro romanzo album canzone farmaco vaccino apparecchio"
    ),
    verbs=words("è sono era erano fu furono ha hanno aveva avevano sarà saranno dissero morirono"),
    standing=phrases(
        "dopo <any>|dopo il|prima di|prima del|così come|in risposta a|in risposta al|in cambio di|invece di|"
        "il resto di|il resto del|la metà di|la metà dei|la maggior parte dei|la maggior parte delle|"
        "lo stesso <any> che|uno dei|una delle|tutti i|tutte le|anche se|allo stesso tempo che"
    ),
    ordinals=words("secondo seconda terzo terza quarto quarta"),
    times=phrases(
        "l'<span> dopo|l'<span> successivo|l'<span> seguente|l'<span> prima|l'<span> precedente|il <span> dopo|"
        "il <span> successivo|il <span> seguente|la <span> dopo|la <span> successiva|la <span> seguente|"
        "il <span> prima|la <span> prima|il <span> precedente|la <span> precedente|lo stesso <span>|"
        "la stessa <span>|nello stesso <span>|nella stessa <span>|quell'<span>|quel <span>|quella <span>|poi|"
        "allora|dopo|in seguito|successivamente|da allora|fino ad allora|nel frattempo|intanto|allo stesso tempo|"
        "in quel momento|all'epoca|a quel tempo|più tardi|poco dopo|poco prima|prima|in precedenza|"
        "il giorno dopo|"
        "l'indomani|quindi|un <span> dopo|una <span> dopo|<number> <span> dopo|<number> <span> prima|"
        "un <span> prima|una <span> prima"
    ),
    later=phrases(
        "<number> <span> dopo|un <span> dopo|una <span> dopo|<number> <span> più tardi|un <span> più tardi|"
        "una <span> più tardi|l'<span> dopo|l'<span> successivo|l'<span> seguente|il <span> dopo|"
        "il <span> successivo|il <span> seguente|la <span> successiva|la <span> seguente|<number> <span> prima|"
        "poco dopo|lo stesso <span>"
    ),
    places=phrases("lì|laggiù|sul posto|nello stesso luogo"),
    parts=phrases(
        "<number> <verb>|"
        "<number> di loro|<number> di essi|<number> di esse|<number> dei due|tra loro|fra loro|tra questi|"
        "altri|altre|gli altri|le altre|un altro|un'altra|l'altro|l'altra|altri <any>|altre <any>|il resto|"
        "quest'ultimo|quest'ultima|questi ultimi|queste ultime|i due|le due|entrambi|entrambe|tutti e due|"
        "tutte e due|nessuno dei due|metà di loro|la metà di loro|la maggior parte di loro|uno dei due|"
        "<number> altri|<number> altre|tutti <verb>|tutte <verb>|ciascuno <verb>|ciascuna <verb>|"
        "nessuno <verb>|alcuni <verb>|alcune <verb>|molti <verb>|molte <verb>|uno <verb>|una <verb>|"
        "la metà <verb>|la maggior parte <verb>|il <ordinal> <verb>|la <ordinal> <verb>|un <ordinal> <any>|"
        "una <ordinal> <any>"
    ),
    clauses=phrases(
        "di conseguenza|per questo|perciò|pertanto|così|per questo motivo|per questa ragione|per tale motivo|"
        "a causa di ciò|in questo caso|in quel caso|in questo modo|invece|al suo posto|lo stesso vale|"
        "il contrario|viceversa|altrimenti|in risposta|in cambio|a tal fine|nonostante ciò|tale|tali|"
        "allo stesso modo|ne consegue|ciò <verb>|neanche|nemmeno|neppure"
    ),
    ellipses=phrases(
        "no|sì|anche|nemmeno|neanche|neppure|non lo fece|non lo ha fatto|non l'ha fatto|lo fece|l'ha fatto|"
        "fece lo stesso|ha fatto lo stesso|invece no|lo ha fatto"
    ),
    references=phrases("quest'ultimo|quest'ultima|questi ultimi|queste ultime"),
    definites=phrases("il <noun>|lo <noun>|la <noun>|l'<noun>|i <noun>|le <noun>|gli <noun>"),
    additions=cues("anche neanche nemmeno neppure"),
    hanging=phrases("anche|essi|esse|egli|l'ha|l'hanno|li ha|le ha|li hanno|ne ha|ne hanno|vi ha|ci sono <end>"),
    openers=words("che chi cui dove se quando perché come mentre dopo prima"),
)
