"""What stands around an article on a Portuguese page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

PT_PAGE_WORDS = PageWords(
    contents=lines("índice|sumário|sumario|índice geral"),
    advertisement=lines(
        "publicidade|anúncio|anúncios|continua após a publicidade|continua depois da publicidade|"
        "conteúdo patrocinado|patrocinado|a notícia continua após a publicidade|continua após publicidade"
    ),
    navigation=lines(
        "início|página inicial|capa|notícias|últimas|política|economia|esportes|esporte|desporto|cultura|mundo|"
        "brasil|portugal|sociedade|opinião|ciência|saúde|tecnologia|vídeo|vídeos|fotos|tempo|emprego|buscar|"
        "pesquisar|menu|entrar|iniciar sessão|login|registar|cadastre-se|assine|assinar|minha conta|contato|contacto|"
        "contactos|fale conosco|quem somos|sobre nós|ir para o conteúdo|pular para o conteúdo|voltar ao topo|voltar|"
        "compartilhar|compartilhe|partilhar|partilhe|compartilhar no facebook|compartilhar no twitter|"
        "compartilhar no whatsapp|partilhar no facebook|partilhar no twitter|partilhar no whatsapp|"
        "enviar por e-mail|enviar por email|copiar link|copiar ligação|imprimir|salvar|guardar|ouvir|siga-nos|"
        "siga-nos no facebook|facebook|twitter|instagram|whatsapp|telegram|linkedin|ver no navegador|arquivo|ajuda|"
        "mapa do site|anterior|próximo|seguinte|fechar"
    ),
    legal_links=lines(
        "termos de uso|termos e condições|termos de utilização|termos de serviço|política de privacidade|"
        "privacidade|política de cookies|cookies|gerir cookies|definições de cookies|configurações de cookies|"
        "aviso legal|ficha técnica|estatuto editorial|acessibilidade|condições gerais|proteção de dados|"
        "princípios editoriais|livro de reclamações"
    ),
    legal=lines(
        "todos os direitos reservados|proibida a reprodução|reprodução proibida|"
        "é proibida a reprodução|todos os direitos estão reservados"
    ),
    related=lines(
        "leia também|leia mais|ler mais|ler também|leia ainda|saiba mais|veja também|veja mais|ver também|"
        "notícias relacionadas|artigos relacionados|artigo relacionado|conteúdo relacionado|matérias relacionadas|"
        "posts relacionados|relacionados|relacionadas|mais sobre o assunto|mais sobre este tema|mais notícias|"
        "mais artigos|mais lidas|mais lidos|as mais lidas|os mais lidos|mais vistos|últimas notícias|"
        "artigos recentes|posts recentes|você pode gostar|você também pode gostar|talvez você goste|"
        "pode gostar também|também pode interessar|pode interessar-lhe|recomendados|recomendados para você|"
        "recomendamos|destaques|não perca|outras notícias|outros artigos|continue a ler|em alta|tendências"
    ),
    comments=lines(
        "comentários|comentário|os comentários|seus comentários|comentários dos leitores|deixe um comentário|"
        "deixe o seu comentário|deixe seu comentário|deixe uma resposta|escreva um comentário|"
        "adicionar comentário|comentar|comente|participe da conversa|ver comentários|todos os comentários|"
        "últimos comentários|respostas|discussão|opiniões dos leitores|pensamentos|reações"
    ),
    comment_calls=lines(
        "deixe um comentário|deixe seu comentário|deixe o seu comentário|deixe uma resposta|"
        "seja o primeiro a comentar|nenhum comentário|sem comentários ainda|"
        "o seu endereço de e-mail não será publicado|o seu endereço de email não será publicado|"
        "campos obrigatórios são marcados|campos obrigatórios marcados|faça login para comentar|"
        "os comentários estão fechados|os comentários estão encerrados"
    ),
    buttons=lines(
        "responder|denunciar|curtir|gosto|não gosto|citar|compartilhar|partilhar|recomendar|ver respostas|ver mais|"
        "mais comentários|mais recentes|mais antigos|editar|excluir|apagar"
    ),
    says=lines("disse|diz|escreveu|escreve|comentou|respondeu|disse em"),
    stamp_words=lines(
        "às|as|à|em|de|há|h|segundo|segundos|minuto|minutos|min|hora|horas|dia|dias|semana|semanas|mês|meses|ano|"
        "anos|atrás|ontem|hoje|um|uma"
    ),
    ago=lines("há|atrás|ontem"),
    newsletter=lines(
        "assine|subscreva|subscreve|inscreva-se|inscreva|cadastre-se|registe-se|receba|não perca|"
        "gostou deste artigo|gostou da matéria|este artigo é exclusivo para assinantes|baixe o nosso|junte-se"
    ),
    newsletter_names=lines(
        "newsletter|newsletters|boletim|no seu e-mail|no seu email|na sua caixa|caixa de entrada|"
        "exclusivo para assinantes|canal do whatsapp|canal no whatsapp"
    ),
    mailing=lines("cancelar a subscrição|cancelar inscrição|está a receber este e-mail|você está recebendo este"),
    cookies=lines(
        "utilizamos cookies|usamos cookies|utiliza cookies|usa cookies|uso de cookies|utilização de cookies|"
        "aceitar cookies|nós e os nossos parceiros|nós e nossos parceiros"
    ),
    cookie_buttons=lines(
        "aceitar|aceitar tudo|aceitar todos|aceito|rejeitar|rejeitar tudo|recusar|configurar|configurações|"
        "personalizar|saiba mais|mais opções|prosseguir|concordo|entendi|ok"
    ),
    credits=lines(
        "foto|fotos|fotografia|fotografias|fotógrafo|fotógrafa|imagem|imagens|ilustração|crédito|créditos|"
        "foto de arquivo|crédito da foto|infografia|arte"
    ),
    captions=lines("legenda|legenda da foto|legenda da imagem"),
    wrote=lines(
        "por|texto|texto de|textos|reportagem|reportagem de|uma reportagem de|entrevista|entrevista de|escrito por|"
        "publicado por|autor|autora|redação|da redação|fotos|fotos de|fotografia de|fotografias de"
    ),
    reported=lines("sobre o autor|sobre a autora|com informações de|com agências"),
    unheard=lines("inaudível|ininteligível|incompreensível"),
    subtitlers=lines("legendas por|legendas de|legendado por|legendas:|traduzido por"),
)
