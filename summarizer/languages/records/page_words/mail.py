"""What stands around the words of an e-mail, in each language with a record; few words each, so they share a file."""

from __future__ import annotations

from summarizer.languages.mail_words import MailWords
from summarizer.languages.page_words import lines

EN_MAIL = MailWords(
    wrote=lines("wrote|writes|said"),
    originals=lines(
        "original message|forwarded message|begin forwarded message|forwarded by|original appointment|"
        "reply message|forwarded mail|end forwarded message"
    ),
    fields=lines("from|sent|date|to|cc|bcc|subject|reply-to|importance|attachments|organization"),
    replies=lines("re|fwd|fw|f/up"),
    sent_from=lines(
        "sent from my|sent from mail for|sent from outlook|sent from yahoo|sent from proton|sent via|sent with|"
        "get outlook for|this email was sent from"
    ),
    sign_offs=lines(
        "best regards|kind regards|warm regards|regards|with kind regards|with best regards|best|best wishes|"
        "all the best|sincerely|yours sincerely|sincerely yours|yours truly|yours faithfully|yours|cheers|thanks|"
        "many thanks|thank you|thanks again|thanks in advance|thanks and regards|thanks & regards|respectfully|"
        "cordially|warmly|take care|love|talk soon|br|rgds"
    ),
    legal=lines(
        "intended recipient|intended only for|intended solely for|solely for the use of|confidentiality notice|"
        "is confidential and|are confidential and|may contain confidential|contains confidential|"
        "may be confidential|confidential and may be|legally privileged|privileged information|in error, please|"
        "received this message in error|received this email in error|received this e-mail in error|"
        "received this communication in error|consider the environment before printing|"
        "delete it from your system|unauthorized use|unauthorised use|virus-free|scanned for viruses|"
        "accepts no liability|does not accept liability|registered in england|registered office|"
        "you received this message because you are subscribed|to unsubscribe from this group|"
        "you are receiving this because|opt out of|no longer wish to receive|do not want to receive|"
        "don't want to receive|to stop receiving|unsubscribe"
    ),
)
DE_MAIL = MailWords(
    wrote=lines("schrieb|schrieben|schreibt"),
    originals=lines(
        "ursprüngliche nachricht|originalnachricht|original-nachricht|weitergeleitete nachricht|"
        "anfang der weitergeleiteten nachricht|weitergeleitete e-mail"
    ),
    fields=lines("von|gesendet|datum|an|cc|bcc|betreff|antwort an|priorität|anlagen"),
    replies=lines("aw|wg|antw"),
    sent_from=lines(
        "von meinem iphone gesendet|von meinem ipad gesendet|gesendet von|gesendet mit|diese nachricht wurde von"
    ),
    sign_offs=lines(
        "mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|viele grüße|beste grüße|liebe grüße|"
        "herzliche grüße|schöne grüße|mit besten grüßen|mit freundlichen grüssen|freundliche grüsse|gruß|grüße|"
        "hochachtungsvoll|mfg|lg|vg|danke|vielen dank|besten dank|herzlich"
    ),
    legal=lines(
        "vertrauliche und|vertrauliche informationen|rechtlich geschützte informationen|nicht der richtige adressat|"
        "nicht der beabsichtigte empfänger|irrtümlich erhalten|vernichten sie diese|unbefugte weitergabe|"
        "bevor sie diese e-mail ausdrucken|vor dem ausdrucken|sitz der gesellschaft|amtsgericht|geschäftsführer|"
        "handelsregister|auf viren|newsletter abbestellen|vom newsletter abmelden"
    ),
)
FR_MAIL = MailWords(
    wrote=lines("a écrit|écrit|ecrit|a ecrit"),
    originals=lines(
        "message d'origine|message original|message transféré|message réexpédié|début du message réexpédié"
    ),
    fields=lines("de|envoyé|date|à|cc|cci|objet|répondre à|importance|pièces jointes"),
    replies=lines("tr|rép|ré"),
    sent_from=lines("envoyé de mon|envoyé depuis|envoyé à partir|téléchargez outlook|obtenir outlook"),
    sign_offs=lines(
        "cordialement|bien cordialement|très cordialement|salutations|meilleures salutations|sincères salutations|"
        "bien à vous|amicalement|merci|merci d'avance|bonne journée|bonne réception|cdlt|amitiés"
    ),
    legal=lines(
        "strictement confidentiel|informations confidentielles|est confidentiel|sont confidentiels|"
        "destinataire prévu|le destinataire de ce message|reçu ce message par erreur|reçu par erreur|"
        "à l'attention exclusive|toute utilisation non autorisée|avant d'imprimer|n'imprimez ce|"
        "ne souhaitez plus recevoir|se désabonner|vous désabonner"
    ),
)
ES_MAIL = MailWords(
    wrote=lines("escribió|ha escrito"),
    originals=lines("mensaje original|mensaje reenviado|inicio del mensaje reenviado|mensaje enviado"),
    fields=lines("de|enviado|enviado el|fecha|para|cc|cco|asunto|responder a|datos adjuntos"),
    replies=lines("rv|rm"),
    sent_from=lines("enviado desde mi|enviado desde|enviado con|obtener outlook"),
    sign_offs=lines(
        "saludos|un saludo|saludos cordiales|un cordial saludo|cordialmente|atentamente|muy atentamente|"
        "un abrazo|gracias|muchas gracias|gracias de antemano|saluda atentamente"
    ),
    legal=lines(
        "es confidencial|información confidencial|son confidenciales|destinatario indicado|"
        "no es el destinatario|recibido este mensaje por error|ha recibido este correo por error|"
        "antes de imprimir|protección de datos|uso exclusivo del destinatario"
    ),
)
IT_MAIL = MailWords(
    wrote=lines("ha scritto|scrive"),
    originals=lines("messaggio originale|messaggio inoltrato|inizio messaggio inoltrato"),
    fields=lines("da|inviato|data|a|cc|ccn|oggetto|rispondi a|allegati"),
    replies=lines("i|r|rif"),
    sent_from=lines("inviato da|inviato dal mio|scarica outlook"),
    sign_offs=lines(
        "cordiali saluti|distinti saluti|saluti|un saluto|un caro saluto|cordialmente|grazie|grazie mille|"
        "tante grazie|a presto|cari saluti"
    ),
    legal=lines(
        "sono riservate|è riservato|informazioni riservate|ad uso esclusivo|uso esclusivo del destinatario|"
        "ricevuto questo messaggio per errore|per errore|prima di stampare|tutela della privacy"
    ),
)
PT_MAIL = MailWords(
    wrote=lines("escreveu|escreve"),
    originals=lines("mensagem original|mensagem encaminhada|início da mensagem encaminhada|mensagem reencaminhada"),
    fields=lines("de|enviado|enviada|enviada em|data|para|cc|cco|assunto|responder a|anexos"),
    replies=lines("enc|res"),
    sent_from=lines("enviado do meu|enviado de|enviado a partir|enviado através|obter o outlook"),
    sign_offs=lines(
        "atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|att|abraços|um abraço|"
        "obrigado|obrigada|muito obrigado|grato|saudações|cordialmente"
    ),
    legal=lines(
        "é confidencial|informação confidencial|informações confidenciais|são confidenciais|"
        "recebeu esta mensagem por engano|recebeu esta mensagem por erro|destinatário pretendido|antes de imprimir|"
        "uso exclusivo do destinatário"
    ),
)
NL_MAIL = MailWords(
    wrote=lines("schreef|heeft geschreven|het volgende geschreven"),
    originals=lines("oorspronkelijk bericht|doorgestuurd bericht|begin doorgestuurd bericht|origineel bericht"),
    fields=lines("van|verzonden|datum|aan|cc|bcc|onderwerp|antwoord aan|bijlagen"),
    replies=lines("antw|betr|doorst"),
    sent_from=lines("verzonden vanaf mijn|verstuurd vanaf mijn|verzonden met|verstuurd met|download outlook"),
    sign_offs=lines(
        "met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|vriendelijke groeten|groeten|groet|"
        "hartelijke groet|bedankt|dank|met dank|mvg"
    ),
    legal=lines(
        "is vertrouwelijk|vertrouwelijke informatie|uitsluitend bestemd voor|bestemd voor de geadresseerde|"
        "ten onrechte ontvangen|per abuis|denk aan het milieu"
    ),
)
ZH_MAIL = MailWords(
    wrote=lines("写道|寫道|写到|编写|來信"),
    originals=lines("原始邮件|转发邮件|转发的邮件|原始郵件|轉寄郵件|原邮件"),
    fields=lines("发件人|发送时间|日期|收件人|抄送|主题|寄件者|收件者|主旨|發件人|時間|附件"),
    replies=lines("回复|答复|转发|回覆|轉寄|轉發"),
    sent_from=lines("发自我的|发自|從我的|傳送自"),
    sign_offs=lines("此致|敬礼|谢谢|祝好|顺祝商祺|谢谢!|謝謝|敬上|致敬"),
    legal=lines("保密信息|本邮件及其附件|机密信息|如果您错收|收件人以外|本電子郵件"),
)
