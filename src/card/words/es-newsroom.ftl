# The bot's own words in Spanish, for those who answer for a library. Quotes are never translated.
library-everyone = biblioteca común
library-guild = biblioteca de este servidor
library-none = Esta biblioteca aún no tiene artículos.
articles-counted = { $articles ->
    [one] { $articles } artículo
   *[other] { $articles } artículos
}
sentences-counted = { $sentences ->
    [one] { $sentences } frase
   *[other] { $sentences } frases
}
known-language = Idioma: { $value }
rights-own = Derechos: texto propio; se pueden mostrar secciones enteras
rights-licensed = Derechos: con licencia; se pueden mostrar secciones enteras
rights-public = Derechos: dominio público; se pueden mostrar secciones enteras
rights-quote = Derechos: solo citas breves
origin-bundled = incluido con el programa
origin-folder = del archivo { $source } de la carpeta
origin-upload = subido como { $source }
origin-address = de { $source }
origin-feed = de un feed, { $source }
origin-import = importado como { $source }

# Adding
add-one-of = Hace falta una dirección web o un archivo: Markdown (.md), HTML (.html) o texto (.txt).
preview-title = Vista previa: { $title }
preview-new = Todavía no se ha guardado nada. «Confirmar» añade el artículo. Destino: { $library }.
preview-changes = Todavía no se ha cambiado nada. «Confirmar» lo convierte en una nueva versión de { $id }.
preview-more-sections = … y { $sections ->
    [one] una sección más
   *[other] { $sections } secciones más
}
preview-findings = Qué fue del resto y qué falta:
preview-no-findings = No se omitió nada y no falta nada.
preview-more-findings = … y { $findings } más
preview-questions = Preguntas que responde el artículo:
preview-no-questions = Sus títulos y números no dieron ninguna pregunta que el artículo responda.
finding-byline = pasó a ser la firma
finding-date-line = pasó a ser la fecha
finding-original-address = pasó a ser la dirección
finding-correction = pasó a ser el aviso de corrección
finding-photo-credit = omitido, un crédito de foto
finding-caption = omitido, un pie de foto
finding-related-article = omitido, un artículo relacionado
finding-sign-up = omitido, una invitación a suscribirse
finding-cookie-notice = omitido, un aviso de cookies
finding-share-bar = omitido, una barra para compartir
finding-credits = omitido, créditos
finding-embed = omitido, una tabla, una imagen o código
finding-struck-out = omitido, tachado
finding-no-outlet = no se indica el medio
finding-no-byline = no se indica la firma
finding-no-date = no se indica la fecha
finding-no-address = no se indica la dirección
finding-language-detected = no se indica el idioma; se ha detectado
confirm = Confirmar
cancel = Cancelar
cancelled = Cancelado. No se ha cambiado nada.
kept-added = «{ $title }» se ha añadido como { $id }. Ya se puede preguntar por él.
kept-updated = «{ $title }» es una nueva versión de { $id }.
kept-unchanged = { $id } sigue igual.
removed = { $id } ya no se cita; sus versiones se conservan.
purge-title = ¿Borrar { $id } para siempre?
purge-asks = Se borra el texto de todas sus versiones y no vuelve con este identificador ni con esta dirección.
purged = { $id } se ha borrado para siempre.
purged-held = { $id } ya no se cita, pero otro proceso aún lee la biblioteca tal como era, así que el texto sigue en el disco. Quien gestiona el bot puede detener ese proceso; después hay que borrar { $id } otra vez.

# Looking
versions-title = Versiones de { $id }
article-removed = Ya no se cita; esta es su última versión.
versions-more = … y { $sentences ->
    [one] una frase cambiada más
   *[other] { $sentences } frases cambiadas más
}
log-title = Quién cambió qué
log-none = Todavía no se ha cambiado nada.
log-kept = se conserva un año
log-operator = quien gestiona el bot
log-person = miembro { $person }
log-added = añadió { $subject }
log-updated = cambió { $subject }
log-removed = retiró { $subject }
log-purged = borró { $subject } para siempre
log-reindexed = reconstruyó el índice
log-imported = importó { $subject }
log-feed-added = empezó a seguir { $subject }
log-feed-removed = dejó de seguir { $subject }
log-feed-refreshed = leyó { $subject }
log-set = cambió los ajustes

# Index and feeds
reindex-title = Construcción del índice
reindex-begins = Empieza.
reindex-progress = { $done } de { $all }
reindex-folder = Carpeta de artículos: { $added ->
    [one] { $added } añadido
   *[other] { $added } añadidos
}, { $updated ->
    [one] { $updated } cambiado
   *[other] { $updated } cambiados
}, { $retired ->
    [one] { $retired } retirado
   *[other] { $retired } retirados
}, { $unchanged } sin cambios.
reindex-failed = No se pudieron leer; sus artículos siguen como estaban: { $files }
reindex-written = Hecho: { $articles } en { $seconds } s.
feeds-title = Fuentes
feeds-none = No se sigue ninguna fuente.
feed-read = { $articles } · leída el { $time }
feed-failing = { $times ->
    [one] La última lectura falló; sus artículos se quedan.
   *[other] Las últimas { $times } lecturas fallaron; sus artículos se quedan.
}
feed-added = Ahora se sigue { $address }.
feed-removed = Ya no se sigue { $address }; sus artículos se quedan.
feed-refreshed = Se ha leído { $address }.
feeds-refreshed = Se han leído las fuentes.
feed-brought = { $added ->
    [one] { $added } añadido
   *[other] { $added } añadidos
}, { $updated ->
    [one] { $updated } cambiado
   *[other] { $updated } cambiados
}.
feed-pages-failed = { $pages ->
    [one] Una página no dio ningún artículo.
   *[other] { $pages } páginas no dieron ningún artículo.
}

# Settings and advice
settings-title = Ajustes de este servidor
settings-language = Idioma: { $language }
settings-private = Los comandos se responden en privado, salvo que alguien pida otra cosa.
settings-public = Los comandos se responden en público, salvo que alguien pida otra cosa.
settings-everywhere = Las menciones se responden en todos los canales.
settings-channels = Las menciones se responden solo en { $channels ->
    [one] un canal
   *[other] { $channels } canales
}.
settings-choose-language = Idioma del bot
settings-choose-channels = Canales donde se responden las menciones
settings-go-private = Responder en privado
settings-go-public = Responder en público
language-own = el de cada persona
language-en = English
language-ru = Русский
language-fr = Français
language-de = Deutsch
language-es = Español
language-pt = Português
doctor-title = Lo que falta aquí
doctor-well = No falta nada: aquí puedo leer, responder y mostrar todo.
doctor-permission = Me falta el permiso «{ $permission }» en este canal; se da en los ajustes del canal.
doctor-channel = Debo responder a las menciones en el canal { $channel }, pero allí me falta el permiso «{ $permission }»; se da en los ajustes de ese canal.
doctor-channel-gone = Debo responder a las menciones en el canal { $channel }, que ya no existe o no puedo ver; conviene elegir otro con /{ command-settings-name }.
doctor-not-member = No soy miembro de este servidor; con una invitación hay menciones y una biblioteca propia.
doctor-not-heard = No veo los canales de este servidor; hay que invitarme de nuevo con «bot» y «applications.commands».
doctor-no-articles = No hay ningún artículo que citar aquí; se añade uno con /{ command-article-name } { command-article-add-name }.
doctor-full = La biblioteca de este servidor está llena; se retira un artículo con /{ command-article-name } { command-article-remove-name }.
doctor-feed = La fuente { $address } falla; se puede ver con /{ command-feed-name } { command-feed-list-name }.
doctor-run-by = No se indica quién gestiona este bot; falta discord.run_by.
permission-view-channel = Ver canal
permission-send-messages = Enviar mensajes
permission-embed-links = Insertar enlaces
permission-read-message-history = Leer el historial de mensajes
permission-send-in-threads = Enviar mensajes en hilos

# Refusals
refused-permission = Para eso hace falta aquí el permiso «Gestionar servidor». No se ha cambiado nada.
refused-only-on-servers = Esto es para servidores de los que soy miembro, con el permiso «Gestionar servidor». No se ha cambiado nada.
refused-only-for-owners = En mensajes directos, esto es para quien gestiona este bot. En un servidor hace falta el permiso «Gestionar servidor». No se ha cambiado nada.
refused-settings-elsewhere = Los ajustes son de un servidor: esto se usa en un servidor del que soy miembro. No se ha cambiado nada.
refused-not-yours = Este botón es de otra persona. No se ha cambiado nada.
refused-gone = Esta vista previa ya no existe; hay que hacerla de nuevo.
refused-changed = { $id } cambió o se retiró después de esta vista previa. No se ha cambiado nada; hace falta otra vista previa.
refused-no-article = Esta biblioteca no tiene el artículo { $id }. La lista está en /{ command-article-name } { command-article-list-name }.
refused-everyones = { $id } está en la biblioteca común; solo puede cambiarlo quien gestiona este bot.
refused-other-origin = { $id } solo se puede cambiar por la vía por la que llegó: { $origin }. No se ha cambiado nada.
refused-purged = { $id } se borró para siempre y no vuelve.
refused-too-many = Esta biblioteca está llena: { $most ->
    [one] cabe { $most } artículo
   *[other] caben { $most } artículos
}. Antes hay que retirar uno.
refused-too-much = Esta biblioteca está llena: caben { $most } bytes de texto, versiones antiguas incluidas. Antes hay que borrar un artículo para siempre.
refused-too-slow = Leer el texto lleva más de { $seconds } segundos; ningún artículo tarda tanto. Conviene acortar el texto o intentarlo más tarde.
refused-most-gone = Faltan { $gone } de { $known } artículos en la carpeta de artículos. No se ha cambiado nada; si es lo que se quiere, sirve takeaway reindex --force en el terminal.
refused-no-feed = No se sigue { $address }. La lista está en /{ command-feed-name } { command-feed-list-name }.
refused-too-many-feeds = Esta biblioteca puede seguir { $most ->
    [one] { $most } fuente
   *[other] { $most } fuentes
}. Antes hay que dejar una.
refused-file-kind = Un archivo .{ $ending } no se puede leer; hace falta Markdown (.md), HTML (.html) o texto (.txt).
refused-no-id = El nombre del archivo no tiene letras ni cifras; hay que cambiarlo.
read-empty = El archivo está vacío; hacen falta un título y algo de texto.
read-no-text = No hay texto aparte de títulos y metadatos; faltan párrafos.
read-no-title = No hay título; hay que empezar con uno.
read-not-utf8 = La línea { $line } no está en UTF-8; hay que guardar el archivo en UTF-8.
read-too-large = Tiene { $found } bytes; se pueden leer { $limit }. Hay que dividirlo.
read-record = Eso no es un artículo en JSON.
read-front-matter = Línea { $line } de la cabecera: { $fault }
front-matter-unclosed = { $fence } no se cierra con otro { $fence }.
front-matter-syntax = esto no se lee como { $format }; conviene revisar comillas, dos puntos y sangrías.
front-matter-unknown-field = el campo { $field } no existe; hay id, title, outlet, byline, published, corrected, url, language, rights, based_on y correction.
front-matter-language = language es «{ $found }»; hace falta un código como es.
front-matter-address = { $field } es «{ $found }»; hace falta una dirección que empiece por https://, o ninguna.
front-matter-day = { $field } es «{ $found }»; hace falta un día como 2025-03-19.
read-not-an-article = Ahí no se puede leer ningún artículo. { $reason }
no-article-too-short = { $words ->
    [one] Solo hay { $words } palabra de texto;
   *[other] Solo hay { $words } palabras de texto;
} quizá la página necesita un script o una cuenta. El texto se puede añadir como archivo.
no-article-untitled = Hay texto, pero ni título ni subtítulo. El texto se puede añadir como archivo.
no-article-paid = { $words ->
    [one] Solo { $words } palabra es gratuita;
   *[other] Solo { $words } palabras son gratuitas;
} el resto es para suscriptores. El texto entero se puede añadir como archivo, si se puede citar.
no-article-listing = Es una lista de artículos: hace falta la dirección de uno de ellos, o seguir su feed.
no-article-too-much = La página tiene más elementos que ningún artículo. El texto se puede añadir como archivo.
no-article-unreadable = No se pudo leer la página. El texto se puede añadir como archivo.
fetch-no-address = { $address } no es una dirección web; hace falta una que empiece por https://
fetch-refused = { $address } no es una dirección web pública; hace falta la dirección pública de un artículo.
fetch-robots = El sitio pide a los bots que no lean { $address }; conviene preguntar al medio o añadir el texto como archivo si se puede citar.
fetch-robots-unknown = No se pudo leer el robots.txt de { $address }; conviene intentarlo más tarde.
fetch-status = { $address } respondió { $status }; conviene comprobar la dirección o intentarlo más tarde.
fetch-redirects = { $address } redirige sin fin; conviene abrirla en un navegador y dar la dirección final.
fetch-timeout = { $address } tarda demasiado; conviene intentarlo más tarde o añadir el texto como archivo.
fetch-too-large = { $address } tiene más de { $most } bytes; conviene añadir el texto como archivo.
fetch-content-type = { $address } es { $found }, y no lo que se esperaba; conviene comprobar la dirección.
fetch-not-a-feed = { $address } no es una fuente legible; hace falta la dirección de una fuente RSS, Atom o JSON.
fetch-connection = No se puede llegar a { $address }; conviene comprobar la dirección o intentarlo más tarde.
fetch-settings = Los ajustes del bot le impiden leer direcciones; hay que decírselo a quien lo gestiona.

# Commands and options. `command-article-add` is what `/article add` does; `command-article-add-name` what it is called.
command-article = Los artículos de una biblioteca
command-article-name = artículo
command-article-add = Añadir un artículo de una dirección web o de un archivo
command-article-add-name = añadir
command-article-list = Listar los artículos de esta biblioteca
command-article-list-name = lista
command-article-show = Mostrar lo que se sabe de un artículo
command-article-show-name = mostrar
command-article-remove = Dejar de citar un artículo; sus versiones se conservan
command-article-remove-name = retirar
command-article-versions = Mostrar las versiones de un artículo y sus cambios
command-article-versions-name = versiones
command-article-log = Mostrar quién cambió qué y cuándo
command-article-log-name = registro
command-article-purge = Borrar para siempre el texto de un artículo
command-article-purge-name = borrar
command-reindex = Reconstruir el índice de esta biblioteca
command-reindex-name = reindexar
command-feed = Las fuentes (feeds) que sigue una biblioteca
command-feed-name = fuente
command-feed-add = Seguir una fuente y añadir sus artículos cuando salgan
command-feed-add-name = añadir
command-feed-list = Listar las fuentes que se siguen
command-feed-list-name = lista
command-feed-remove = Dejar de seguir una fuente; sus artículos se quedan
command-feed-remove-name = retirar
command-feed-refresh = Leer ahora una fuente, o todas
command-feed-refresh-name = leer
command-settings = Ajustar el idioma, los canales de menciones y quién ve las respuestas
command-settings-name = ajustes
command-doctor = Decir qué falta aquí y qué hacer
command-doctor-name = diagnóstico
option-url = Una dirección web
option-url-name = url
option-file = Un archivo Markdown, HTML o de texto
option-file-name = archivo
option-id = Un artículo de esta biblioteca, por su identificador
option-id-name = identificador
