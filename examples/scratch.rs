//! scratch
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use takeaway::answer::{self, Options, Ranker, asked::Asked, model::Model};
use takeaway::article::Article;
use takeaway::eval::{judge, set};
use takeaway::search::{Question, Segments, Snapshot, Synonyms, segments::Current};
fn main() {
    let out = std::env::args().nth(1).unwrap();
    let dirs: Vec<String> = std::env::args().skip(2).collect();
    for d in dirs {
        let name = Path::new(&d).file_name().unwrap().to_string_lossy().into_owned();
        let d = Path::new(&d);
        let arts: Vec<(String, Article)> =
            set::articles(&d.join("articles.jsonl")).unwrap().into_iter().map(|(i, x)| (i, Article::from_draft(&x))).collect();
        let qs = set::questions(&d.join("questions.jsonl")).unwrap();
        let segs = Segments::in_memory();
        let mut w = segs.writer().unwrap().unwrap();
        for (id, a) in &arts {
            w.put(&Current { id, version: 1, article: a }).unwrap();
        }
        w.commit(1).unwrap();
        segs.reload().unwrap();
        let snap = Snapshot::over(&[&segs], Arc::new(Synonyms::general())).unwrap();
        let texts: HashMap<&str, &Article> = arts.iter().map(|(i, a)| (i.as_str(), a)).collect();
        let mut f = std::io::BufWriter::new(std::fs::File::create(format!("{out}/{name}.f32")).unwrap());
        let mut m = std::io::BufWriter::new(std::fs::File::create(format!("{out}/{name}.meta")).unwrap());
        for q in &qs {
            if q.expect.is_empty() {
                continue;
            }
            let Some(qu) = Question::parse(&q.question) else { continue };
            let asked = Asked::of(&snap, &qu).unwrap();
            let c = answer::candidates(&snap, &asked, Options::default()).unwrap();
            let pages = answer::pages(&asked, &c);
            let scored = answer::scored(&asked, &pages, Ranker::Model, Model::fitted());
            let fold = q.article.as_ref().and_then(|a| arts.iter().position(|(i, _)| i == a)).unwrap_or(0) % 5;
            write!(m, "{fold} {}", scored.len()).unwrap();
            for s in &scored {
                let p = &pages[s.page].passage;
                let sp = &p.sentences[s.at].span;
                let t = &texts[p.article].text[sp.start as usize..sp.end as usize];
                let r = judge::holds(t, &q.expect);
                write!(m, " {}", u8::from(r)).unwrap();
                for x in &s.features {
                    f.write_all(&x.to_le_bytes()).unwrap();
                }
            }
            writeln!(m).unwrap();
        }
    }
    println!("{}", takeaway::answer::features::FEATURES.iter().map(|f| f.name).collect::<Vec<_>>().join(" "));
}
