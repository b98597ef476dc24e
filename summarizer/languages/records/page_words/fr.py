"""What stands around an article on a French page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

FR_PAGE_WORDS = PageWords(
    contents=lines("sommaire|table des matières"),
    advertisement=lines(
        "publicité|annonce|annonces|sponsorisé|contenu sponsorisé|contenu de marque|publi-rédactionnel|"
        "la suite après la publicité|la suite après cette publicité|l'article continue après la publicité|"
        "publicité, votre contenu continue ci-dessous"
    ),
    navigation=lines(
        "accueil|actualités|actualité|actu|politique|international|monde|société|économie|sport|sports|culture|"
        "sciences|santé|régions|région|opinions|débats|vidéo|vidéos|podcasts|météo|emploi|s'abonner|abonnement|"
        "abonnez-vous|se connecter|connexion|s'identifier|s'inscrire|mon compte|recherche|rechercher|menu|contact|"
        "contactez-nous|qui sommes-nous|à propos|aller au contenu|aller au contenu principal|haut de page|"
        "retour en haut|retour|retour à l'accueil|partager|partager l'article|partager cet article|"
        "partager sur facebook|partager sur twitter|partager sur x|partager sur whatsapp|partager sur linkedin|"
        "envoyer par e-mail|envoyer par mail|copier le lien|imprimer|enregistrer|ajouter à mes favoris|"
        "ajouter à vos favoris|lire plus tard|écouter l'article|écouter|offrir l'article|suivez-nous|facebook|"
        "twitter|instagram|whatsapp|linkedin|messenger|voir dans le navigateur|newsletters|archives|aide|plan du site|"
        "suivant|précédent|fermer"
    ),
    legal_links=lines(
        "mentions légales|politique de confidentialité|confidentialité|données personnelles|vie privée|"
        "charte de confidentialité|conditions générales|conditions générales d'utilisation|"
        "conditions générales de vente|conditions d'utilisation|cgu|cgv|gérer les cookies|gestion des cookies|"
        "gestion cookies|paramétrer les cookies|paramètres des cookies|cookies|politique de cookies|accessibilité|"
        "charte de modération|charte d'utilisation|préférences cookies|droits de reproduction"
    ),
    legal=lines(
        "tous droits réservés|tous droits de reproduction réservés|reproduction interdite|"
        "reproduction sans autorisation|toute reproduction est interdite|toute reproduction interdite"
    ),
    related=lines(
        "à lire aussi|lire aussi|à lire également|lire également|à lire|à voir aussi|voir aussi|à découvrir aussi|"
        "lire la suite|lire plus|en savoir plus|sur le même sujet|sur le même thème|dans la même rubrique|"
        "à ne pas manquer|les plus lus|les plus lues|articles les plus lus|le plus lu|articles liés|"
        "articles similaires|articles connexes|articles associés|articles récents|derniers articles|"
        "dernières actualités|dernières nouvelles|vous aimerez aussi|vous pourriez aussi aimer|"
        "vous aimerez peut-être|ceci peut vous intéresser|cela pourrait vous intéresser|"
        "ces articles pourraient vous intéresser|ces articles peuvent vous intéresser|recommandé pour vous|"
        "nos recommandations|recommandations|autres articles|plus d'articles|plus d'infos|pour aller plus loin|"
        "notre sélection|la sélection de la rédaction|tendances|populaires|dans l'actualité|à relire|relire"
    ),
    comments=lines(
        "commentaires|commentaire|les commentaires|vos commentaires|commentaires des lecteurs|réactions|réaction|"
        "vos réactions|réagir|réagissez|réagir à cet article|laisser un commentaire|laissez un commentaire|"
        "ajouter un commentaire|poster un commentaire|écrire un commentaire|commenter|discussion|"
        "tous les commentaires|voir les commentaires|derniers commentaires|réponses|contributions|pensées"
    ),
    comment_calls=lines(
        "laisser un commentaire|laissez un commentaire|ajouter un commentaire|poster un commentaire|"
        "soyez le premier à commenter|soyez le premier à réagir|aucun commentaire|pas encore de commentaire|"
        "votre adresse e-mail ne sera pas publiée|votre adresse de messagerie ne sera pas publiée|"
        "les champs obligatoires sont indiqués|connectez-vous pour commenter|les commentaires sont fermés|"
        "vous devez être connecté pour"
    ),
    buttons=lines(
        "répondre|signaler|j'aime|citer|partager|recommander|alerter|modérer|voir les réponses|voir plus|"
        "plus de commentaires|les plus récents|les plus anciens|modifier|supprimer"
    ),
    says=lines("dit|a dit|a écrit|écrit|dit le|a écrit le|a commenté|répond|posté par|par"),
    stamp_words=lines(
        "le|à|h|il|y|a|seconde|secondes|minute|minutes|min|heure|heures|jour|jours|semaine|semaines|mois|an|ans|"
        "hier|aujourd'hui|aujourd|hui|environ|une|un"
    ),
    ago=lines("il y a|hier"),
    newsletter=lines(
        "abonnez-vous|abonne-toi|inscrivez-vous|inscris-toi|recevez|recevoir|s'abonner|s'inscrire|"
        "ne manquez|ne ratez|pour ne rien manquer|chaque matin, recevez|chaque semaine, recevez|"
        "chaque jour, recevez|"
        "vous avez aimé cet article|la suite est réservée aux abonnés|cet article est réservé aux abonnés"
    ),
    newsletter_names=lines(
        "newsletter|newsletters|lettre d'information|lettre d'info|infolettre|boîte mail|"
        "réservé aux abonnés|réservée aux abonnés"
    ),
    mailing=lines("se désabonner de|se désinscrire de|vous recevez cet e-mail|vous recevez ce mail"),
    cookies=lines(
        "nous utilisons des cookies|utilise des cookies|l'utilisation de cookies|utilisation des cookies|"
        "accepter les cookies|nous et nos partenaires|des cookies pour"
    ),
    cookie_buttons=lines(
        "accepter|tout accepter|accepter et continuer|refuser|tout refuser|continuer sans accepter|paramétrer|"
        "personnaliser|j'accepte|en savoir plus|gérer mes choix"
    ),
    credits=lines(
        "photo|photos|crédit photo|crédits photo|crédit|crédits|photographie|photographies|photographe|image|images|"
        "illustration|photo d'illustration|photo d'archives|infographie|dessin|légende|crédit image"
    ),
    captions=lines("légende|légende de l'image|légende de la photo"),
    wrote=lines(
        "par|texte|texte de|textes|propos recueillis par|recueilli par|un article de|une enquête de|"
        "un reportage de|écrit par|rédigé par|publié par|auteur|autrice|photos|photos de|photographies de|"
        "entretien|interview|avec"
    ),
    reported=lines("à propos de l'auteur|avec afp|la rédaction avec"),
    unheard=lines("inaudible|incompréhensible|indistinct|mot inaudible"),
    subtitlers=lines("sous-titres par|sous-titrage|sous-titres:|sous-titré par|traduit par|adaptation:"),
)
