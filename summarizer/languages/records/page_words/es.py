"""What stands around an article on a Spanish page: part of its record, in a file of its own for its length."""

from __future__ import annotations

from summarizer.languages.page_words import PageWords, lines

ES_PAGE_WORDS = PageWords(
    contents=lines("índice|indice|índice general"),
    advertisement=lines(
        "publicidad|anuncio|anuncios|contenido patrocinado|patrocinado|espacio publicitario|"
        "la noticia continúa después de la publicidad|continúa después de la publicidad|"
        "el artículo continúa tras la publicidad"
    ),
    navigation=lines(
        "inicio|portada|noticias|actualidad|política|economía|deportes|cultura|sociedad|internacional|nacional|"
        "opinión|ciencia|salud|tecnología|vídeo|vídeos|video|videos|el tiempo|empleo|buscar|menú|menu|"
        "iniciar sesión|inicia sesión|regístrate|registrarse|suscríbete|suscribirse|suscripción|mi cuenta|contacto|"
        "quiénes somos|sobre nosotros|ir al contenido|saltar al contenido|ir al contenido principal|volver arriba|"
        "volver|compartir|comparte|compartir en facebook|compartir en twitter|compartir en x|compartir en whatsapp|"
        "compartir en linkedin|enviar por correo|enviar por email|copiar enlace|copiar el enlace|imprimir|guardar|"
        "guardar artículo|escuchar|síguenos|síguenos en|facebook|twitter|instagram|whatsapp|telegram|linkedin|"
        "ver en el navegador|hemeroteca|boletines|ayuda|mapa del sitio|mapa web|anterior|siguiente|cerrar"
    ),
    legal_links=lines(
        "aviso legal|política de privacidad|privacidad|política de cookies|cookies|configuración de cookies|"
        "configurar cookies|términos y condiciones|términos de uso|condiciones de uso|condiciones generales|"
        "protección de datos|accesibilidad|condiciones legales|términos del servicio|licencias"
    ),
    legal=lines(
        "todos los derechos reservados|reservados todos los derechos|prohibida la reproducción|"
        "prohibida su reproducción|queda prohibida la reproducción"
    ),
    related=lines(
        "noticias relacionadas|noticia relacionada|artículos relacionados|artículo relacionado|"
        "contenido relacionado|contenidos relacionados|temas relacionados|relacionado|relacionados|"
        "entradas relacionadas|información relacionada|más información|más noticias|más sobre este tema|"
        "más en esta sección|más artículos|leer más|lee más|lea más|lee también|lea también|leer también|"
        "te puede interesar|te podría interesar|también te puede interesar|le puede interesar|"
        "quizás te interese|puede interesarle|ver también|vea también|ver más|lo más leído|lo más visto|"
        "las más leídas|más leídas|más leído|lo último|últimas noticias|últimas entradas|entradas recientes|"
        "destacados|destacadas|recomendados|recomendado para ti|recomendamos|te recomendamos|"
        "no te pierdas|otras noticias|otros artículos|sigue leyendo|siga leyendo|tendencias|archivado en"
    ),
    comments=lines(
        "comentarios|comentario|los comentarios|tus comentarios|comentarios de los lectores|deja un comentario|"
        "deja tu comentario|dejar un comentario|deja una respuesta|escribe un comentario|añadir comentario|"
        "agregar comentario|comentar|opiniones|opina|participa|únete a la conversación|ver comentarios|"
        "todos los comentarios|últimos comentarios|respuestas|debate|reacciones|pensamientos"
    ),
    comment_calls=lines(
        "deja un comentario|deja tu comentario|deje un comentario|deja una respuesta|sé el primero en comentar|"
        "no hay comentarios|sin comentarios todavía|tu dirección de correo electrónico no será publicada|"
        "su dirección de correo electrónico no será publicada|los campos obligatorios están marcados|"
        "inicia sesión para comentar|los comentarios están cerrados|debes iniciar sesión para"
    ),
    buttons=lines(
        "responder|denunciar|reportar|me gusta|no me gusta|citar|compartir|recomendar|ver respuestas|ver más|"
        "más comentarios|más recientes|más antiguos|editar|eliminar|mejor valorados"
    ),
    says=lines("dice|dijo|escribió|escribe|comentó|respondió|publicado por|dice el"),
    stamp_words=lines(
        "a|las|la|el|de|hace|h|hs|hrs|segundo|segundos|minuto|minutos|min|hora|horas|día|días|semana|semanas|mes|"
        "meses|año|años|ayer|hoy|un|una"
    ),
    ago=lines("hace|ayer"),
    newsletter=lines(
        "suscríbete|suscríbase|suscribirse|apúntate|apúntese|regístrate|regístrese|recibe|reciba|"
        "no te pierdas|si te ha gustado|te ha gustado este artículo|"
        "este artículo es exclusivo para suscriptores|únete a nuestro"
    ),
    newsletter_names=lines(
        "newsletter|boletín|boletines|en tu correo|en su correo|tu bandeja|su bandeja|"
        "lista de correo|canal de whatsapp|exclusivo para suscriptores"
    ),
    mailing=lines("darse de baja de|darte de baja de|recibes este correo|ha recibido este correo"),
    cookies=lines(
        "utilizamos cookies|usamos cookies|utiliza cookies|usa cookies|uso de cookies|aceptar cookies|"
        "aceptar las cookies|cookies propias y de terceros|nosotros y nuestros socios"
    ),
    cookie_buttons=lines(
        "aceptar|aceptar todo|aceptar todas|aceptar y continuar|rechazar|rechazar todo|rechazar todas|configurar|"
        "configuración|acepto|más información|de acuerdo|entendido"
    ),
    credits=lines(
        "foto|fotos|fotografía|fotografías|fotógrafo|fotógrafa|imagen|imágenes|ilustración|crédito|créditos|"
        "foto de archivo|imagen de archivo|infografía|foto cortesía de|cortesía de|fuente de la imagen"
    ),
    captions=lines("pie de foto|pie de imagen|leyenda"),
    wrote=lines(
        "por|texto|texto de|textos|un reportaje de|una entrevista de|entrevista|escrito por|publicado por|autor|"
        "autora|redacción|fotos|fotos de|fotografías de|informa"
    ),
    reported=lines("sobre el autor|sobre la autora|con información de"),
    unheard=lines("inaudible|ininteligible|incomprensible"),
    subtitlers=lines("subtítulos por|subtítulos de|subtitulado por|subtítulos:|traducido por"),
)
