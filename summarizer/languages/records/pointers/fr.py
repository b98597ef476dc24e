"""What French points back with: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, cues, phrases, words

FR_POINTERS = Pointers(
    counts=words(
        "un une deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent certains certaines "
        "plusieurs beaucoup aucun aucune chacun chacune quelques-uns tous toutes"
    ),
    spans=words(
        "an ans année années mois semaine semaines jour jours heure heures minutes décennie décennies siècle "
        "soir "
        "matin nuit été hiver automne printemps saison lendemain lundi mardi mercredi jeudi vendredi samedi "
        "dimanche"
    ),
    nouns=words(
        "entreprise société compagnie firme banque groupe club parti équipe agence organisation association "
        "constructeur assureur éditeur homme femme garçon fille couple acteur actrice chanteur chanteuse joueur "
        "joueuse auteur autrice écrivain suspect victime accusé navire bateau film livre roman album chanson "
        "médicament vaccin appareil"
    ),
    verbs=words(
        "sont moururent survécurent vinrent "
        "sont étaient ont avaient est était seront furent sera fut disent vont viennent peuvent a avait sera"
    ),
    standing=phrases(
        "ainsi que|à la place de|en réponse à|en réponse au|en réponse aux|en échange de|en échange d'<any>|"
        "le reste de|le reste du|le reste des|la moitié de|la moitié des|la plupart des|le même <any> que|"
        "le premier <any>|la première <any>|depuis <number>|depuis le|depuis la|depuis les|depuis l'<any>|"
        "depuis <any> <span>|dès lors que|alors que|alors qu'<any>|en même temps que|au même moment que|"
        "par rapport"
    ),
    ordinals=words("deuxième second seconde troisième quatrième cinquième"),
    times=phrases(
        "l'<span> suivante|l'<span> suivant|l'<span> d'après|l'<span> précédente|l'<span> précédent|"
        "la <span> suivante|le <span> suivant|le <span> d'après|la <span> d'après|la <span> précédente|"
        "le <span> précédent|la même <span>|le même <span>|cette <span> là|ce <span> là|le lendemain|"
        "le surlendemain|la veille|l'avant veille|ce jour là|cette année là|à cette époque|à l'époque|"
        "à ce moment là|au même moment|en même temps|pendant ce temps|entre temps|depuis|depuis lors|dès lors|"
        "jusque là|jusqu'alors|jusque alors|puis|ensuite|alors|après cela|avant cela|plus tard|auparavant|"
        "par la suite|peu après|peu avant|quelque temps après|simultanément|aussitôt|un <span> après|"
        "une <span> après|<number> <span> après|<number> <span> avant"
    ),
    later=phrases(
        "<number> <span> plus tard|<number> <span> plus tôt|quelques <span> plus tard|quelques <span> plus tôt|"
        "<number> <span> auparavant|l'<span> suivante|l'<span> suivant|la <span> suivante|le <span> suivant|"
        "le lendemain|la même <span>|le même <span>|quelques <span> après|peu après|peu de temps après"
    ),
    places=phrases("là bas|sur place|au même endroit"),
    parts=phrases(
        "<number> <verb>|"
        "<number> d'entre eux|<number> d'entre elles|<number> des deux|<number> de ces <any>|parmi eux|"
        "parmi elles|d'autres|les autres|l'autre|un autre|une autre|un autre <any>|une autre <any>|"
        "d'autres <any>|les autres <any>|l'autre <any>|le reste|ce dernier|cette dernière|ces derniers|"
        "ces dernières|les deux|les deux <any>|les trois|tous les deux|toutes les deux|tous deux|toutes deux|"
        "la moitié d'entre eux|la plupart d'entre eux|quelques uns|quelques unes|ni l'un ni l'autre|l'un|"
        "l'une|l'un d'eux|l'une d'elles|l'un d'entre eux|l'une d'entre elles|<number> autres|"
        "<number> autres <any>|celui ci|celle ci|ceux ci|celles ci|celui là|celle là|tous <verb>|"
        "toutes <verb>|chacun <verb>|chacune <verb>|certains <verb>|certaines <verb>|plusieurs <verb>|"
        "beaucoup <verb>|la moitié <verb>|la plupart <verb>|le dernier <verb>|le premier <verb>|"
        "la première <verb>|le <ordinal> <verb>|la <ordinal> <verb>|aucun <verb>|aucun n'<any>|"
        "aucune n'<any>|aucun d'eux|un <ordinal> <any>|une <ordinal> <any>"
    ),
    clauses=phrases(
        "par conséquent|en conséquence|de ce fait|donc|ainsi|c'est pourquoi|c'est pour cela|pour cela|"
        "pour cette raison|à cause de cela|grâce à cela|dans ce cas|de cette façon|de cette manière|"
        "à la place|au lieu de cela|la même chose|il en est de même|il en va de même|il en fut de même|"
        "de même|non plus|le contraire|l'inverse|inversement|sinon|autrement|en réponse|en échange|en retour|"
        "à cet effet|malgré cela|ce faisant|d'où|tel|telle|tels|telles|une telle <any>|un tel <any>|"
        "de tels <any>|de telles <any>|de là|du coup|le même <any>|la même <any>|là"
    ),
    ellipses=phrases(
        "non|non plus|aussi|également|ne l'a pas fait|ne l'ont pas fait|ne le fit pas|ne le fait pas|l'a fait|"
        "l'a fait aussi|a fait de même|fit de même|ont fait de même|en a fait autant|lui non|elle non|pas|si|oui"
    ),
    references=phrases("ce dernier|cette dernière|ces derniers|ces dernières|celui ci|celle ci|ceux ci|celles ci"),
    definites=phrases("le <noun>|la <noun>|l'<noun>|les <noun>"),
    additions=cues("aussi également", "non plus"),
    hanging=phrases(
        "aussi|également|ils|elles|elle|l'ont|l'a|l'avait|l'avaient|les ont|les avait|les avaient|"
        "n'y|y <any>|n'en|en ont|en a|en avait|leur a|leur ont|leur avait"
    ),
    openers=words("qui que qu'il qu'elle qu'ils dont où si quand lorsque parce puisque comme dit a-t-il a-t-elle"),
)
