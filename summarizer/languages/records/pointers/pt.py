"""What Portuguese points back with: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.record import Pointers, cues, phrases, words

PT_POINTERS = Pointers(
    counts=words(
        "um uma dois duas três quatro cinco seis sete oito nove dez onze doze vinte trinta cem alguns algumas "
        "vários várias muitos muitas nenhum nenhuma todos todas poucos cada ambos ambas"
    ),
    spans=words(
        "ano anos mês meses semana semanas dia dias hora horas minutos década décadas século noite tarde manhã "
        "verão inverno outono primavera temporada segunda terça quarta quinta sexta sábado domingo"
    ),
    nouns=words(
        "empresa companhia firma banco grupo clube partido equipe equipa agência organização associação "
        "fabricante "
        "seguradora editora homem mulher menino menina casal ator atriz cantor cantora jogador autor autora "
        "escritor suspeito vítima acusado navio barco filme livro romance álbum canção medicamento vacina "
        "aparelho"
    ),
    verbs=words("é são era eram foi foram está estão estava estavam tem têm tinha tinham será serão disseram morreram"),
    standing=phrases(
        "depois de <any>|depois do|depois da|antes de|antes do|antes da|assim como|em resposta a|"
        "em resposta ao|em troca de|em vez de|o resto de|o resto do|metade dos|a maioria dos|a maioria das|"
        "o mesmo <any> que|um dos|uma das|todos os|todas as|ao mesmo tempo que|logo após|o que <any>"
    ),
    ordinals=words("segundo segunda terceiro terceira quarto quarta"),
    times=phrases(
        "o <span> seguinte|a <span> seguinte|no <span> seguinte|na <span> seguinte|no <span> anterior|"
        "na <span> anterior|o <span> anterior|no mesmo <span>|na mesma <span>|o mesmo <span>|naquele <span>|"
        "naquela <span>|nesse <span>|nessa <span>|esse <span>|essa <span>|então|depois|em seguida|logo depois|"
        "desde então|até então|entretanto|enquanto isso|ao mesmo tempo|naquele momento|na época|mais tarde|"
        "pouco depois|pouco antes|antes|anteriormente|posteriormente|depois disso|antes disso|na véspera|"
        "um <span> depois|uma <span> depois|<number> <span> depois|<number> <span> antes|um <span> antes"
    ),
    later=phrases(
        "<number> <span> depois|um <span> depois|uma <span> depois|<number> <span> mais tarde|"
        "um <span> mais tarde|"
        "uma <span> mais tarde|no <span> seguinte|na <span> seguinte|o <span> seguinte|<number> <span> antes|"
        "pouco depois|no mesmo <span>|na mesma <span>"
    ),
    places=cues("lá ali aí", "no local|no mesmo lugar"),
    parts=phrases(
        "<number> <verb>|"
        "<number> deles|<number> delas|<number> dos dois|<number> desses|<number> destes|entre eles|"
        "entre elas|outros|outras|os outros|as outras|os demais|as demais|outro|outra|outro <any>|"
        "outra <any>|outros <any>|outras <any>|o outro|a outra|o resto|o restante|este último|esta última|"
        "estes últimos|estas últimas|os dois|as duas|ambos|ambas|os três|as três|todos eles|cada um|cada uma|"
        "nenhum deles|metade deles|a maioria deles|um dos dois|<number> outros|todos <verb>|todas <verb>|"
        "nenhum <verb>|nenhuma <verb>|alguns <verb>|algumas <verb>|vários <verb>|várias <verb>|muitos <verb>|"
        "muitas <verb>|um <verb>|uma <verb>|metade <verb>|a maioria <verb>|o <ordinal> <verb>|"
        "um <ordinal> <any>|uma <ordinal> <any>"
    ),
    clauses=phrases(
        "por isso|portanto|por conseguinte|em consequência|como resultado|como consequência|consequentemente|"
        "assim|desse modo|dessa forma|desta forma|deste modo|por essa razão|por esse motivo|por este motivo|"
        "devido a isso|graças a isso|nesse caso|neste caso|em vez disso|em seu lugar|o mesmo|a mesma coisa|"
        "o contrário|tampouco|caso contrário|do contrário|em resposta|em troca|para isso|apesar disso|tal|"
        "tais|tal <any>|daí|logo|do mesmo modo|da mesma forma|o que|isso <verb>"
    ),
    ellipses=phrases(
        "não|sim|também|também não|não o fez|não fez|não fizeram|o fez|fez o mesmo|fizeram o mesmo|tampouco|"
        "já não|nem por isso"
    ),
    references=phrases("este último|esta última|estes últimos|estas últimas"),
    definites=phrases("o <noun>|a <noun>|os <noun>|as <noun>"),
    additions=cues("também tampouco"),
    hanging=phrases("também|ele|ela|eles|elas|dele|dela|deles|delas|nele|nela|disso|nisso|para isso|por isso"),
    openers=words("que quem cujo onde se quando porque como enquanto embora disse"),
)
