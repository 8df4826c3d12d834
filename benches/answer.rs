//! How long an answer takes, from the question's text to its ranked cuts: `cargo bench`.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use takeaway::answer::model::Model;
use takeaway::answer::{self, Options};
use takeaway::article::{Article, Draft, DraftSection, Metadata};
use takeaway::search::segments::Current;
use takeaway::search::{Question, Segments, Snapshot, Synonyms};

/// Invented sections, each with words of its own.
const SECTIONS: u32 = 2_000;

fn section(n: u32) -> DraftSection {
    let text = format!(
        "The mill number {n} stands by river {}. It grinds {} sacks a day, said the miller. Nobody knows its age.",
        n % 97,
        n % 311
    );
    DraftSection { heading: Some(format!("Mill {n}")), paragraphs: vec![text] }
}

fn snapshot() -> Snapshot {
    let metadata = Metadata { title: "Mills of the valley".into(), ..Metadata::default() };
    let draft = Draft { metadata, sections: (0..SECTIONS).map(section).collect(), ..Draft::default() };
    let article = Article::from_draft(&draft);
    let segments = Segments::in_memory();
    let mut writer = segments.writer().expect("memory can be written").expect("nobody else writes");
    writer.put(&Current { id: "mills", version: 1, article: &article }).expect("memory can be written");
    writer.commit(1).expect("memory can be written");
    segments.reload().expect("memory can be read");
    Snapshot::over(&[&segments], Arc::new(Synonyms::general())).expect("memory can be read")
}

fn answers(criterion: &mut Criterion) {
    let snapshot = snapshot();
    let question = Question::parse("How many sacks does mill number 17 grind?").expect("it has words");
    criterion.bench_function("answer among 2,000 passages", |bencher| {
        bencher.iter(|| answer::rank(&snapshot, black_box(&question), Options::default(), Model::fitted()));
    });
}

criterion_group!(benches, answers);
criterion_main!(benches);
