# The bot's own words in Portuguese. Quotes are never translated.
close-lead = Trecho mais próximo; talvez não seja o que se procura.
about-lead = Sobre o artigo, não tirado do seu texto
about-byline = Escrito por: { $value }
about-published = Data de publicação: { $value }
about-outlet = Publicado por: { $value }
about-title = Título: { $value }
about-address = Endereço: { $value }
about-unknown = O artigo não diz.
not-covered = Os artigos não tratam disso.
not-covered-topics = Os artigos não tratam disso. Temas mais próximos:
speaker = Quem fala: { $line }
facts-from = Fonte das informações: { $name }
corrected = corrigido em { $date }
version = versão { $number }
superseded = De uma versão anterior; o artigo mudou desde então.
rival = Serve igualmente bem: { $topic }
# The first of a month is “1º”.
date = { $day ->
    [1] 1º
   *[other] { $day }
} de { $month } de { $year }
month-1 = janeiro
month-2 = fevereiro
month-3 = março
month-4 = abril
month-5 = maio
month-6 = junho
month-7 = julho
month-8 = agosto
month-9 = setembro
month-10 = outubro
month-11 = novembro
month-12 = dezembro
lead-section = Início
articles-title = O que se pode citar aqui
articles-none = Ainda não há artigos aqui.
articles-line = { $sections ->
    [one] { $sections } seção
   *[other] { $sections } seções
}
how-to-ask = Basta uma pergunta sobre os artigos, ou algumas palavras: respondo com uma citação e a sua fonte, ou digo que os artigos não tratam disso.
topics-title = O essencial de “{ $title }”
topics-choose = Escolher um tema
no-such-article = Esse artigo não está aqui. Veja o que há com /{ command-articles-name }.
no-source = Nenhum artigo daqui diz o que esta mensagem diz.
topic-not-quoted = Nada desta seção pode ser citado: ela não diz de quem são as palavras.
topic-gone = Este tema já não existe: o artigo dele foi alterado ou removido.
button-too-old = Este botão é de uma versão anterior e já não funciona. Pergunte de novo para receber outro.
command-gone = Este comando mudou. Recarregue o Discord e tente de novo.
quote-too-long = Este trecho é longo demais para ser citado; siga o link para ler.
quote-too-long-alone = Este trecho é longo demais para ser citado.
lines-more = { $lines ->
    [one] … e mais uma linha
   *[other] … e mais { $lines } linhas
}
licence = Licença: { $note }
apology = Houve um erro do nosso lado. Tente de novo; se o erro continuar, informe a quem mantém este bot a referência { $reference }.
too-many = Foram muitas perguntas. É possível perguntar de novo em { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}.
page = página { $page } de { $all }
page-before = Anterior
page-after = Próxima
help-title = Perguntar aos artigos
help-mention = Também respondo a menções, a respostas às minhas mensagens e a mensagens diretas.
help-quoted = { $articles ->
    [0] Ainda não cito nada: não há artigos aqui
    [one] Cito um artigo, que /{ command-articles-name } mostra
   *[other] Cito { $articles } artigos, que /{ command-articles-name } lista
}. Uma citação traz sempre as palavras do próprio artigo, com a fonte; não acrescento nenhuma minha.
help-run-by = Este bot é mantido por { $name }, responsável pelo que ele cita.
help-run-by-nobody = Não está indicado quem mantém este bot; pergunte à administração deste servidor.

# Below a quote.
button-context = Contexto
button-next = Próximo trecho
button-present = Versão atual
button-source = Fonte
button-share = Compartilhar
button-delete = Apagar
quote-gone = Esta citação já não existe: o artigo dela foi removido.
context-none = Não há mais nada em volta que possa ser mostrado aqui.
present-gone = A versão atual já não diz isto. Os temas dela:
share-not-yours = Só quem perguntou pode compartilhar a resposta.
delete-not-yours = Só quem perguntou, ou quem pode gerenciar mensagens aqui, pode apagar este cartão.
shared-by = Compartilhado por { $who }
vote-up = Obrigado! Está anotado que esta citação ajudou.
vote-down = Obrigado! Está anotado que esta citação não ajudou.
vote-withdrawn = Obrigado! O seu voto foi retirado.
card-withdrawn = O artigo que era citado aqui foi removido.
card-withdrawn-named = Um artigo que era mencionado aqui foi removido.

# What is kept of a person.
privacy-title = O que guardo sobre você
privacy-questions = Respondo às suas perguntas e não as guardo com o seu nome.
privacy-votes = Votos em citações: { $votes }. O último será apagado em { $date }.
privacy-votes-none = Votos em citações: nenhum. Um voto é apagado depois de seis meses.
privacy-cards = Cartões que você pediu: { $cards }. A ligação deles com você será esquecida, o mais tardar, em { $date }.
privacy-cards-none = Cartões que você pediu: nenhum. A ligação deles com você é esquecida depois de 30 dias.
privacy-previews = Prévias que você não confirmou nem cancelou: { $previews }. A última será apagada em { $date }.
privacy-admins = O que você altera ao administrar, como artigos e configurações, é guardado por um ano com o seu número do Discord.
privacy-how-to-delete = /{ command-privacy-name } { command-privacy-delete-name } apaga imediatamente os seus votos e a ligação entre você e esses cartões.
privacy-deleted = Votos apagados: { $votes }; cartões que já não estão ligados a você: { $cards }.

# Commands and options. `command-ask` is what `/ask` does; `command-ask-name` what it is called, in small letters.
command-ask = Citar a frase que responde à pergunta
command-ask-name = perguntar
command-takeaway = Citar o que um artigo diz sobre um tema
command-takeaway-name = essencial
command-articles = Listar o que se pode citar aqui
command-articles-name = artigos
command-find-source = Citar a frase mais próxima de uma mensagem
command-help = Como perguntar, o que é citado e quem mantém este bot
command-help-name = ajuda
option-question = Uma pergunta, ou algumas palavras
option-question-name = pergunta
option-topic = Uma seção de um artigo, ou algumas palavras
option-topic-name = tema
option-article = Só este artigo
option-article-name = artigo
option-private = Mostrar a resposta só a você
option-private-name = privado
command-privacy = O que é guardado sobre você
command-privacy-name = privacidade
command-privacy-show = Mostrar o que é guardado sobre você, e até quando
command-privacy-show-name = mostrar
command-privacy-delete = Apagar os seus votos e a ligação entre você e os seus cartões
command-privacy-delete-name = apagar
