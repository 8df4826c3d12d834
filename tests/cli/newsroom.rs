//! A data folder of its own and the program over it.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// The articles that all tests share.
const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");

/// A temporary folder with the program's data in it; gone at the end of the test.
pub struct Newsroom {
    folder: TempDir,
}

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub said: String,
    pub complained: String,
}

impl Newsroom {
    /// With the shared articles in its article folder, not indexed.
    pub fn new() -> Newsroom {
        let newsroom = Newsroom::empty();
        std::fs::create_dir_all(newsroom.articles()).expect("a temporary folder can be written");
        for file in std::fs::read_dir(ARTICLES).expect("the shared articles are there") {
            let file = file.expect("a file of the folder").path();
            std::fs::copy(&file, newsroom.articles().join(file.file_name().expect("a file has a name"))).expect("it is copied");
        }
        newsroom
    }

    /// Without anything.
    pub fn empty() -> Newsroom {
        Newsroom { folder: TempDir::new().expect("a temporary folder is made") }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub fn articles(&self) -> PathBuf {
        self.data().join("articles")
    }

    /// Writes a file beside the data.
    pub fn file(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        write(&self.path(name), text)
    }

    /// Writes a file into the article folder.
    pub fn article(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        write(&self.articles().join(name), text)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_takeaway"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("TAKEAWAY_")) {
            command.env_remove(name);
        }
        command.arg("--data").arg(self.data()).args(arguments).current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    pub fn runs(&self, arguments: &[&str]) -> Ended {
        Ended::from(self.command(arguments).output().expect("the program starts"))
    }

    /// Starts a command and leaves it running.
    pub fn starts(&self, arguments: &[&str]) -> Child {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
    }

    /// What a question is answered with, as JSON.
    pub fn asks(&self, question: &str) -> serde_json::Value {
        let ended = self.runs(&["ask", "--json", question]);
        serde_json::from_str(&ended.said).unwrap_or_else(|e| panic!("{e}: {ended:?}"))
    }

    /// Asserts that a question is answered with a quote that holds some words.
    #[track_caller]
    pub fn quotes(&self, question: &str, words: &str) {
        let answer = self.asks(question);
        assert!(answer["quote"].as_str().is_some_and(|quote| quote.contains(words)), "{question} {answer:#}");
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Ended {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Ended { code: output.status.code(), said: text(output.stdout), complained: text(output.stderr) }
    }
}

impl Ended {
    /// What was said, with the time that it took left out.
    pub fn report(&self) -> String {
        let line = self.said.lines().last().unwrap_or_default();
        line.rsplit_once(" in ").map_or(line, |(report, _)| report).to_owned()
    }

    /// The errors, with the folders of this test left out.
    pub fn errors(&self, newsroom: &Newsroom) -> String {
        self.complained.replace(&newsroom.folder.path().display().to_string(), "…").trim().to_owned()
    }
}

fn write(file: &Path, text: impl AsRef<[u8]>) -> PathBuf {
    std::fs::create_dir_all(file.parent().expect("a file is in a folder")).expect("a temporary folder can be written");
    std::fs::write(file, text).expect("a temporary file can be written");
    file.to_owned()
}

/// Copies a folder with all that is in it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a temporary folder can be written");
    for entry in std::fs::read_dir(from).expect("the folder is there") {
        let path = entry.expect("an entry of the folder").path();
        let target = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy_folder(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("it is copied");
        }
    }
}
