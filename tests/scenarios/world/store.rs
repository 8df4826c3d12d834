//! What the bot's library and store hold, changed and counted behind its back.

use anyhow::{Result, ensure};
use takeaway::article::{Article, jsonl};
use takeaway::library::{Incoming, Origin, Scope};

use super::{COMING_AND_GOING, World};

impl World {
    /// Changes the store behind the bot's back.
    pub async fn changes_the_store(&self, statement: &'static str) -> Result<()> {
        sqlx::query(statement).execute(self.library().store().pool()).await?;
        Ok(())
    }

    /// What somebody does comes to, where the bot waits for its store until a sign is seen.
    pub async fn is_slow_until<T>(&self, sign: impl Future<Output = Result<()>>, does: impl Future<Output = Result<T>>) -> Result<T> {
        let held = self.holds_the_store().await?;
        let lets_go = async {
            sign.await?;
            drop(held);
            Ok(())
        };
        Ok(tokio::try_join!(does, lets_go)?.0)
    }

    /// The same, until the bot has announced that it will answer.
    pub async fn is_slow_until_it_thinks<T>(&self, does: impl Future<Output = Result<T>>) -> Result<T> {
        self.is_slow_until(self.sees_it_thinking(), does).await
    }

    /// Files so many more articles, as an import would.
    pub async fn files_articles(&self, number: usize) -> Result<()> {
        let article = |n: usize| {
            incoming(&format!(
                r#"{{"id":"notice-{n:02}","title":"Notice number {n}","sections":[{{"heading":null,"paragraphs":["Pier {n} is painted green."]}}]}}"#
            ))
        };
        let articles: Vec<Incoming> = (1..=number).map(article).collect();
        self.library().put(Scope::Everyone, Origin::Import, &articles).await?;
        Ok(())
    }

    /// Files an article, or its next version, from a line as an import takes it.
    pub async fn files(&self, line: &str) -> Result<()> {
        self.library().put(Scope::Everyone, Origin::Import, &[incoming(line)]).await?;
        Ok(())
    }

    /// Files an article that one guild alone sees.
    pub async fn files_for(&self, guild: &str, line: &str) -> Result<()> {
        let scope = Scope::Guild(self.id_of(guild).parse()?);
        self.library().put(scope, Origin::Upload, &[incoming(line)]).await?;
        Ok(())
    }

    /// Files so many articles in a guild's own library, about the same things as everyone's, in several languages.
    pub async fn files_articles_in(&self, guild: &str, number: usize) -> Result<()> {
        let scope = Scope::Guild(self.id_of(guild).parse()?);
        let article = |n: usize| {
            let texts = [
                "The tunnel of the harbour cost 812 million crowns and the toll is six crowns.",
                "Le tunnel du port a coûté 812 millions de couronnes et le marché de nuit est revenu.",
                "Der Hafentunnel kostete 812 Millionen Kronen und die Observatorien öffnen wieder.",
            ];
            let line = format!(
                r#"{{"id":"copy-{n}","title":"Harbour tunnel {n}","published":"2031-06-{:02}","sections":[{{"heading":"Cost","paragraphs":["{} Pier {n} is grean."]}}]}}"#,
                n % 28 + 1,
                texts[n % texts.len()]
            );
            incoming(&line)
        };
        let articles: Vec<Incoming> = (1..=number).map(article).collect();
        self.library().put(scope, Origin::Upload, &articles).await?;
        Ok(())
    }

    /// How many rows a table of the store has, by a condition on them.
    pub async fn counts(&self, rows: &'static str) -> Result<i64> {
        Ok(sqlx::query_scalar(rows).fetch_one(self.library().store().pool()).await?)
    }

    /// Waits until a count comes to a number; an error if it does not within the time for coming and going.
    pub async fn comes_to(&self, rows: &'static str, number: i64) -> Result<()> {
        let end = std::time::Instant::now() + COMING_AND_GOING;
        while self.counts(rows).await? != number {
            ensure!(std::time::Instant::now() < end, "`{rows}` is {} and not {number}", self.counts(rows).await?);
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    /// Retires an article.
    pub async fn retires(&self, id: &str) -> Result<()> {
        ensure!(self.library().retire(Scope::Everyone, &[Origin::Folder, Origin::Import], id).await?, "there is no article `{id}`");
        Ok(())
    }
}

/// An article from a line as an import takes it.
fn incoming(line: &str) -> Incoming {
    let draft = jsonl::read(line).expect("the line is an article");
    let id = draft.id.clone().expect("the line has an id");
    Incoming { source: id.clone(), source_hash: line.to_owned(), id, article: Article::from_draft(&draft) }
}
