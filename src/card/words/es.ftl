# The bot's own words in Spanish. Quotes are never translated.
close-lead = El pasaje más cercano; puede que no sea el que se busca.
about-lead = Sobre el artículo, no tomado de su texto
about-byline = Escrito por: { $value }
about-published = Fecha de publicación: { $value }
about-outlet = Publicado por: { $value }
about-title = Título: { $value }
about-address = Dirección: { $value }
about-unknown = El artículo no lo dice.
not-covered = Los artículos no tratan este tema.
not-covered-topics = Los artículos no tratan este tema. Temas más cercanos:
speaker = Quien habla: { $line }
facts-from = Fuente de los datos: { $name }
corrected = corregido el { $date }
version = versión { $number }
superseded = De una versión anterior; el artículo ha cambiado desde entonces.
rival = Encaja igual de bien: { $topic }
date = { $day } de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
lead-section = Comienzo
articles-title = Qué se puede citar aquí
articles-none = Aquí todavía no hay artículos.
articles-line = { $sections ->
    [one] { $sections } sección
    [many] { $sections } de secciones
   *[other] { $sections } secciones
}
how-to-ask = Basta una pregunta sobre los artículos, o unas palabras: respondo con una cita y su fuente, o digo que los artículos no tratan ese tema.
topics-title = Las claves de «{ $title }»
topics-choose = Elegir un tema
no-such-article = Ese artículo no está aquí. Con /{ command-articles-name } se ve lo que hay.
no-source = Ningún artículo de aquí dice lo que dice este mensaje.
topic-not-quoted = De esta sección no se puede citar nada: no dice de quién son las palabras.
topic-gone = Este tema ya no existe: su artículo se modificó o se eliminó.
button-too-old = Este botón es de una versión anterior y ya no funciona. Al preguntar de nuevo aparecerá otro.
command-gone = Este comando ha cambiado. Hay que recargar Discord e intentarlo de nuevo.
quote-too-long = Este pasaje es demasiado largo para citarlo; se puede leer en el enlace.
quote-too-long-alone = Este pasaje es demasiado largo para citarlo.
lines-more = { $lines ->
    [one] … y una línea más
   *[other] … y { $lines } líneas más
}
licence = Licencia: { $note }
apology = Algo ha fallado por nuestra parte. Conviene intentarlo de nuevo; si el fallo persiste, basta con dar a quien gestiona este bot la referencia { $reference }.
too-many = Han sido muchas preguntas. Se puede volver a preguntar dentro de { $seconds ->
    [one] { $seconds } segundo
    [many] { $seconds } de segundos
   *[other] { $seconds } segundos
}.
page = página { $page } de { $all }
page-before = Anterior
page-after = Siguiente
help-title = Preguntar a los artículos
help-mention = También es posible mencionarme, responderme o escribirme un mensaje directo.
help-quoted = { $articles ->
    [0] Todavía no cito nada: aquí no hay artículos
    [one] Cito un artículo, que se ve con /{ command-articles-name }
    [many] Cito { $articles } de artículos; la lista está en /{ command-articles-name }
   *[other] Cito { $articles } artículos; la lista está en /{ command-articles-name }
}. Una cita son siempre las palabras del propio artículo, con su fuente; no añado ninguna mía.
help-run-by = Este bot lo gestiona { $name }, responsable de lo que se cita.
help-run-by-nobody = No consta quién gestiona este bot; se puede preguntar a la administración de este servidor.

# Below a quote.
button-context = Contexto
button-next = Siguiente pasaje
button-present = Versión actual
button-source = Fuente
button-share = Compartir
button-delete = Eliminar
quote-gone = Esta cita ya no existe: su artículo se eliminó.
context-none = Alrededor no hay nada más que se pueda mostrar aquí.
present-gone = La versión actual ya no dice esto. Sus temas:
share-not-yours = Solo quien preguntó puede compartir la respuesta.
delete-not-yours = Solo quien preguntó, o quien gestiona los mensajes aquí, puede eliminar esta ficha.
shared-by = Lo comparte { $who }
vote-up = ¡Gracias! Queda anotado que esta cita sirvió.
vote-down = ¡Gracias! Queda anotado que esta cita no sirvió.
vote-withdrawn = ¡Gracias! El voto queda retirado.
card-withdrawn = El artículo que se citaba aquí se eliminó.
card-withdrawn-named = Un artículo que se nombraba aquí se eliminó.

# What is kept of a person.
privacy-title = Qué guardo de ti
privacy-questions = Respondo a las preguntas y no las guardo con tu nombre.
privacy-votes = Votos sobre citas: { $votes }. El último se borra el { $date }.
privacy-votes-none = Votos sobre citas: ninguno. Un voto se borra al cabo de medio año.
privacy-cards = Fichas que pediste: { $cards }. Tu vínculo con ellas se olvida el { $date } a más tardar.
privacy-cards-none = Fichas que pediste: ninguna. Tu vínculo con ellas se olvida a los 30 días.
privacy-previews = Vistas previas sin confirmar ni cancelar: { $previews }. La última se borra el { $date }.
privacy-admins = Lo que cambias al administrar, como artículos y ajustes, se guarda un año con tu número de Discord.
privacy-how-to-delete = /{ command-privacy-name } { command-privacy-delete-name } borra enseguida tus votos y tu vínculo con esas fichas.
privacy-deleted = Votos borrados: { $votes }; fichas que ya no están vinculadas a ti: { $cards }.

# Commands and options. `command-ask` is what `/ask` does; `command-ask-name` what it is called, in small letters.
command-ask = Citar la frase que responde a la pregunta
command-ask-name = preguntar
command-takeaway = Citar lo que dice un artículo sobre un tema
command-takeaway-name = claves
command-articles = Ver qué se puede citar aquí
command-articles-name = artículos
command-find-source = Citar la frase más cercana a un mensaje
command-help = Cómo preguntar, qué se cita y quién gestiona este bot
command-help-name = ayuda
option-question = Una pregunta, o unas palabras
option-question-name = pregunta
option-topic = Una sección de un artículo, o unas palabras
option-topic-name = tema
option-article = Solo este artículo
option-article-name = artículo
option-private = Nadie más verá la respuesta
option-private-name = privado
command-privacy = Qué se guarda de ti
command-privacy-name = privacidad
command-privacy-show = Mostrar qué se guarda de ti y hasta cuándo
command-privacy-show-name = mostrar
command-privacy-delete = Borrar tus votos y tu vínculo con las fichas que pediste
command-privacy-delete-name = borrar
