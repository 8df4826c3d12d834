# The bot's own words in Portuguese, for those who answer for a library. Quotes are never translated.
library-everyone = biblioteca comum
library-guild = biblioteca deste servidor
library-none = Esta biblioteca ainda não tem artigos.
articles-counted = { $articles ->
    [one] { $articles } artigo
   *[other] { $articles } artigos
}
sentences-counted = { $sentences ->
    [one] { $sentences } frase
   *[other] { $sentences } frases
}
known-language = Idioma: { $value }
rights-own = Direitos: texto próprio; seções inteiras podem ser mostradas
rights-licensed = Direitos: sob licença; seções inteiras podem ser mostradas
rights-public = Direitos: domínio público; seções inteiras podem ser mostradas
rights-quote = Direitos: só citações curtas
origin-bundled = incluído no programa
origin-folder = do arquivo { $source } da pasta
origin-upload = enviado como { $source }
origin-address = de { $source }
origin-feed = de um feed, { $source }
origin-import = importado como { $source }

# Adding
add-one-of = Indique ou um endereço web, ou um arquivo: Markdown (.md), HTML (.html) ou texto (.txt).
preview-title = Pré-visualização: { $title }
preview-new = Nada foi guardado ainda. “Confirmar” adiciona o artigo. Destino: { $library }.
preview-changes = Nada foi alterado ainda. “Confirmar” faz disto uma nova versão de { $id }.
preview-more-sections = … e mais { $sections ->
    [one] uma seção
   *[other] { $sections } seções
}
preview-findings = O que foi feito do resto e o que falta:
preview-no-findings = Nada foi omitido e nada falta.
preview-more-findings = … e mais { $findings }
preview-questions = Perguntas a que o artigo responde:
preview-no-questions = Os títulos e os números não deram nenhuma pergunta a que o artigo responda.
finding-byline = passou a ser a assinatura
finding-date-line = passou a ser a data
finding-original-address = passou a ser o endereço
finding-correction = passou a ser o aviso de correção
finding-photo-credit = omitido, um crédito de foto
finding-caption = omitido, uma legenda
finding-related-article = omitido, um artigo relacionado
finding-sign-up = omitido, um convite para se inscrever
finding-cookie-notice = omitido, um aviso de cookies
finding-share-bar = omitido, uma barra de compartilhamento
finding-credits = omitido, créditos
finding-embed = omitido, uma tabela, uma imagem ou código
finding-struck-out = omitido, riscado
finding-no-outlet = o meio de comunicação não está indicado
finding-no-byline = a assinatura não está indicada
finding-no-date = a data não está indicada
finding-no-address = o endereço não está indicado
finding-language-detected = o idioma não está indicado; foi reconhecido pelo texto
confirm = Confirmar
cancel = Cancelar
cancelled = Cancelado. Nada foi alterado.
kept-added = “{ $title }” foi adicionado como { $id }. Já é possível perguntar sobre ele.
kept-updated = “{ $title }” é uma nova versão de { $id }.
kept-unchanged = { $id } continua igual.
removed = { $id } já não é citado; as suas versões ficam guardadas.
purge-title = Apagar { $id } definitivamente?
purge-asks = O texto de todas as versões é apagado e não volta com este identificador nem com este endereço.
purged = { $id } foi apagado definitivamente.
purged-held = { $id } já não é citado, mas outro processo ainda lê a biblioteca como ela era, e por isso o texto continua no disco. Quem mantém este bot pode encerrar esse processo; depois, apague { $id } de novo.

# Looking
versions-title = Versões de { $id }
article-removed = Não é mais citado; esta é a última versão.
versions-more = … e mais { $sentences ->
    [one] uma frase alterada
   *[other] { $sentences } frases alteradas
}
log-title = Quem alterou o quê
log-none = Nada foi alterado ainda.
log-kept = guardado por um ano
log-operator = quem mantém o bot
log-person = membro { $person }
log-added = adicionou { $subject }
log-updated = alterou { $subject }
log-removed = removeu { $subject }
log-purged = apagou { $subject } definitivamente
log-reindexed = reconstruiu o índice
log-imported = importou { $subject }
log-feed-added = começou a seguir { $subject }
log-feed-removed = deixou de seguir { $subject }
log-feed-refreshed = leu { $subject }
log-set = alterou as configurações

# Index and feeds
reindex-title = Construção do índice
reindex-begins = Começou.
reindex-progress = { $done } de { $all }
reindex-folder = Pasta de artigos: { $added ->
    [one] { $added } adicionado
   *[other] { $added } adicionados
}, { $updated ->
    [one] { $updated } alterado
   *[other] { $updated } alterados
}, { $retired ->
    [one] { $retired } removido
   *[other] { $retired } removidos
}, { $unchanged } sem alterações.
reindex-failed = Não foi possível ler; os artigos ficam como estavam: { $files }
reindex-written = Pronto: { $articles } em { $seconds } s.
feeds-title = Feeds
feeds-none = Nenhum feed é seguido.
feed-read = { $articles } · lido em { $time }
feed-failing = { $times ->
    [one] A última leitura falhou; os artigos ficam.
   *[other] As últimas { $times } leituras falharam; os artigos ficam.
}
feed-added = { $address } agora é seguido.
feed-removed = { $address } já não é seguido; os artigos ficam.
feed-refreshed = { $address } foi lido.
feeds-refreshed = Os feeds foram lidos.
feed-brought = { $added ->
    [one] { $added } adicionado
   *[other] { $added } adicionados
}, { $updated ->
    [one] { $updated } alterado
   *[other] { $updated } alterados
}.
feed-pages-failed = { $pages ->
    [one] Uma página não deu nenhum artigo.
   *[other] { $pages } páginas não deram nenhum artigo.
}

# Settings and advice
settings-title = Configurações deste servidor
settings-language = Idioma: { $language }
settings-private = Os comandos são respondidos em privado, a menos que alguém peça outra coisa.
settings-public = Os comandos são respondidos em público, a menos que alguém peça outra coisa.
settings-everywhere = As menções são respondidas em todos os canais.
settings-channels = As menções são respondidas só em { $channels ->
    [one] um canal
   *[other] { $channels } canais
}.
settings-choose-language = Idioma do bot
settings-choose-channels = Canais onde as menções são respondidas
settings-go-private = Responder em privado
settings-go-public = Responder em público
language-own = o de cada pessoa
language-en = English
language-ru = Русский
language-fr = Français
language-de = Deutsch
language-es = Español
language-pt = Português
doctor-title = O que falta aqui
doctor-well = Não falta nada: aqui posso ler, responder e mostrar tudo.
doctor-permission = Não tenho a permissão “{ $permission }” neste canal; ela é dada nas configurações do canal.
doctor-channel = Devo responder a menções no canal { $channel }, mas não tenho lá a permissão “{ $permission }”; ela é dada nas configurações desse canal.
doctor-channel-gone = Devo responder a menções no canal { $channel }, que já não existe ou que não consigo ver; escolha outro com /{ command-settings-name }.
doctor-not-member = Não sou membro deste servidor; convide-me para ter aqui menções e uma biblioteca própria.
doctor-not-heard = Não vejo os canais deste servidor; convide-me de novo com “bot” e “applications.commands”.
doctor-no-articles = Não há nenhum artigo para citar aqui; adicione um com /{ command-article-name } { command-article-add-name }.
doctor-full = A biblioteca deste servidor está cheia; remova um artigo com /{ command-article-name } { command-article-remove-name }.
doctor-feed = O feed { $address } falha; veja mais com /{ command-feed-name } { command-feed-list-name }.
doctor-run-by = Não está indicado quem mantém este bot; defina discord.run_by.
permission-view-channel = Ver canal
permission-send-messages = Enviar mensagens
permission-embed-links = Inserir links
permission-read-message-history = Ver histórico de mensagens
permission-send-in-threads = Enviar mensagens em tópicos

# Refusals
refused-permission = Para isso é preciso ter aqui a permissão “Gerenciar servidor”. Nada foi alterado.
refused-only-on-servers = Isto é para servidores de que sou membro e, neles, para quem tem a permissão “Gerenciar servidor”. Nada foi alterado.
refused-only-for-owners = Em mensagens diretas, isto é para quem mantém este bot. Num servidor, é preciso ter a permissão “Gerenciar servidor”. Nada foi alterado.
refused-settings-elsewhere = As configurações são de um servidor: use isto num servidor de que sou membro. Nada foi alterado.
refused-not-yours = Este botão é de outra pessoa. Nada foi alterado.
refused-gone = Esta pré-visualização já não existe; faça outra.
refused-changed = { $id } foi alterado ou removido depois desta pré-visualização. Nada foi alterado; veja de novo.
refused-no-article = Não há nenhum artigo { $id } nesta biblioteca. A lista está em /{ command-article-name } { command-article-list-name }.
refused-everyones = { $id } está na biblioteca comum; só quem mantém este bot pode alterá-lo.
refused-other-origin = { $id } só pode ser alterado pela mesma via por que chegou: { $origin }. Nada foi alterado.
refused-purged = { $id } foi apagado definitivamente e não volta.
refused-too-many = Esta biblioteca está cheia: { $most ->
    [one] cabe { $most } artigo
   *[other] cabem { $most } artigos
}. Antes, remova um.
refused-too-much = Esta biblioteca está cheia: cabem { $most } bytes de texto, incluindo versões antigas. Antes, apague um artigo definitivamente.
refused-too-slow = Ler o texto leva mais de { $seconds } segundos; nenhum artigo demora tanto. Encurte o texto ou tente de novo mais tarde.
refused-most-gone = Faltam { $gone } de { $known } artigos na pasta de artigos. Nada foi alterado; se for intencional, execute takeaway reindex --force no terminal.
refused-no-feed = { $address } não é seguido. A lista está em /{ command-feed-name } { command-feed-list-name }.
refused-too-many-feeds = Esta biblioteca pode seguir { $most ->
    [one] { $most } feed
   *[other] { $most } feeds
}. Antes, deixe de seguir um.
refused-file-kind = Um arquivo .{ $ending } não pode ser lido; use Markdown (.md), HTML (.html) ou texto (.txt).
refused-no-id = O nome do arquivo não tem letras nem algarismos; mude o nome.
read-empty = O arquivo está vazio; precisa de um título e de algum texto.
read-no-text = Não há texto além de títulos e metadados; acrescente parágrafos.
read-no-title = Não há título; comece com um.
read-not-utf8 = A linha { $line } não está em UTF-8; salve o arquivo em UTF-8.
read-too-large = Tem { $found } bytes; podem ser lidos { $limit }. Divida o texto.
read-record = Isto não é um artigo em JSON.
read-front-matter = Linha { $line } do cabeçalho: { $fault }
front-matter-unclosed = { $fence } não é fechado por outro { $fence }.
front-matter-syntax = isto não pode ser lido como { $format }; verifique aspas, dois-pontos e recuos.
front-matter-unknown-field = o campo { $field } não existe; existem id, title, outlet, byline, published, corrected, url, language, rights, based_on e correction.
front-matter-language = language é “{ $found }”; indique um código como pt.
front-matter-address = { $field } é “{ $found }”; indique um endereço que comece com https://, ou nenhum.
front-matter-day = { $field } é “{ $found }”; indique um dia como 2025-03-19.
read-not-an-article = Não é possível ler ali um artigo. { $reason }
no-article-too-short = { $words ->
    [one] Só há { $words } palavra de texto;
   *[other] Só há { $words } palavras de texto;
} talvez a página precise de um script ou de uma conta. O texto pode ser adicionado como arquivo.
no-article-untitled = Há texto, mas nem título nem intertítulo. O texto pode ser adicionado como arquivo.
no-article-paid = { $words ->
    [one] Só { $words } palavra é gratuita;
   *[other] Só { $words } palavras são gratuitas;
} o resto é para assinantes. O texto inteiro pode ser adicionado como arquivo, se puder ser citado.
no-article-listing = É uma lista de artigos: indique o endereço de um deles ou siga o feed.
no-article-too-much = A página tem mais elementos do que qualquer artigo. O texto pode ser adicionado como arquivo.
no-article-unreadable = Não foi possível ler a página. O texto pode ser adicionado como arquivo.
fetch-no-address = { $address } não é um endereço web; indique um que comece com https://
fetch-refused = { $address } não é um endereço web público; indique o endereço público de um artigo.
fetch-robots = O site pede aos bots que não leiam { $address }; pergunte ao meio de comunicação ou adicione o texto como arquivo, se você puder citá-lo.
fetch-robots-unknown = Não foi possível ler o robots.txt de { $address }; tente de novo mais tarde.
fetch-status = { $address } respondeu { $status }; verifique o endereço ou tente de novo mais tarde.
fetch-redirects = { $address } redireciona sem fim; abra num navegador e indique o endereço final.
fetch-timeout = { $address } demora demais; tente de novo mais tarde ou adicione o texto como arquivo.
fetch-too-large = { $address } tem mais de { $most } bytes; adicione o texto como arquivo.
fetch-content-type = { $address } é { $found }, e não o que se esperava; verifique o endereço.
fetch-not-a-feed = { $address } não é um feed que se possa ler; indique o endereço de um feed RSS, Atom ou JSON.
fetch-connection = Não foi possível chegar a { $address }; verifique o endereço ou tente de novo mais tarde.
fetch-settings = As configurações do bot impedem que ele leia endereços; avise quem mantém o bot.

# Commands and options. `command-article-add` is what `/article add` does; `command-article-add-name` what it is called.
command-article = Os artigos de uma biblioteca
command-article-name = artigo
command-article-add = Adicionar um artigo de um endereço web ou de um arquivo
command-article-add-name = adicionar
command-article-list = Listar os artigos desta biblioteca
command-article-list-name = lista
command-article-show = Mostrar o que se sabe de um artigo
command-article-show-name = mostrar
command-article-remove = Deixar de citar um artigo; as suas versões ficam guardadas
command-article-remove-name = remover
command-article-versions = Mostrar as versões de um artigo e o que mudou
command-article-versions-name = versões
command-article-log = Mostrar quem alterou o quê, e quando
command-article-log-name = histórico
command-article-purge = Apagar definitivamente o texto de um artigo
command-article-purge-name = apagar
command-reindex = Reconstruir o índice desta biblioteca
command-reindex-name = reindexar
command-feed = Os feeds que uma biblioteca segue
command-feed-name = feed
command-feed-add = Seguir um feed e adicionar os seus artigos quando saírem
command-feed-add-name = adicionar
command-feed-list = Listar os feeds seguidos
command-feed-list-name = lista
command-feed-remove = Deixar de seguir um feed; os artigos ficam
command-feed-remove-name = remover
command-feed-refresh = Ler agora um feed, ou todos
command-feed-refresh-name = ler
command-settings = Definir o idioma, onde as menções são respondidas e quem vê as respostas
command-settings-name = configurações
command-doctor = Dizer o que falta aqui e o que fazer
command-doctor-name = diagnóstico
option-url = Um endereço web
option-url-name = url
option-file = Um arquivo Markdown, HTML ou de texto
option-file-name = arquivo
option-id = Um artigo desta biblioteca, pelo seu identificador
option-id-name = identificador
