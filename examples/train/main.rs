//! Fits the ranking and the confidence: `cargo run --release --example train -- FOLDER… > src/answer/model.toml`.
//!
//! Each FOLDER holds `articles.jsonl` and `questions.jsonl`; the invented set beside this file is always used. What it measures with
//! articles held out in five folds goes to standard error. The same folders give the same file.

use std::path::{Path, PathBuf};

use anyhow::Result;

mod calibrate;
mod examples;
mod fit;
mod optimise;

/// What a question of the short leads weighs that their first sentence answers. Real questions ask mostly for that; the invented ones ask
/// evenly for all that a lead says.
const OPENING_WEIGHT: f64 = 3.0;

fn main() -> Result<()> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/train/data");
    let given: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    // People search for short leads as they search the web, and for whole articles as they read them; both count.
    let mut sets = vec![
        examples::Set::invented("articles", &own, &["languages", "news", "people-places", "things"], 0.5)?,
        examples::Set::invented("stories", &own, &["stories"], 1.0)?,
        examples::Set { opening_weight: OPENING_WEIGHT, ..examples::Set::invented("leads", &own, &["leads-a", "leads-b"], 1.0)? },
    ];
    for folder in &given {
        sets.push(examples::Set::folder(folder)?);
    }
    let fitted = fit::ranking(&sets)?;
    let model = calibrate::confidence(&sets, fitted)?;
    println!("# The weights of the ranking and of the confidence, made by `cargo run --release --example train`.");
    println!("# Fitted to the invented articles and questions in `examples/train/data` and to articles of SQuAD 1.1 (CC BY-SA 4.0).\n");
    print!("{}", model.to_toml());
    Ok(())
}
