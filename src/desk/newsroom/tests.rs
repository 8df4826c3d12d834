//! What editors bring takes no processor from those who ask.

use std::time::Duration;

use super::*;
use crate::article::markdown;
use crate::library::{Layouts, Place};
use crate::search::Synonyms;

const OPERATOR: Editor = Editor::OPERATOR;

fn newsroom(library: &Arc<Library>) -> Newsroom {
    let settings = Settings::load(None, std::iter::empty()).expect("the defaults are valid");
    Newsroom::new(Arc::new(Desk::new(library.clone(), &settings)), &settings).expect("there is a web client")
}

fn draft(boats: usize) -> (Draft, Source) {
    let text = format!("# The regatta\n\nThe regatta drew {boats} boats.");
    let draft = markdown::read(text.as_bytes()).expect("it is an article");
    (draft, Source::File { name: "regatta.md".into(), hash: boats.to_string() })
}

async fn proposed(newsroom: &Newsroom, boats: usize) -> String {
    let (draft, source) = draft(boats);
    newsroom.proposes(OPERATOR, &draft, source).await.expect("it may be proposed").token
}

#[tokio::test]
async fn texts_are_laid_out_and_compared_only_where_there_is_a_place_for_that() {
    let mut library = Arc::new(Library::open(Place::Memory, Synonyms::general()).await.expect("it opens"));
    let at_leisure = newsroom(&library);
    for boats in [93, 95] {
        let token = proposed(&at_leisure, boats).await;
        at_leisure.confirms(OPERATOR, &token).await.expect("there is a place");
    }
    assert_eq!(at_leisure.versions(OPERATOR, "regatta").await.expect("there is a place").len(), 2);
    let token = proposed(&at_leisure, 97).await;
    drop(at_leisure);
    Arc::get_mut(&mut library).expect("nobody else has it").layouts = Layouts::new(0, Duration::ZERO);
    let overworked = newsroom(&library);
    let is_too_slow = |error: EditError| matches!(error, EditError::Refused(Refusal::TooSlow(_)));
    assert!(overworked.previews(&draft(97).0).await.is_err_and(is_too_slow));
    assert!(overworked.confirms(OPERATOR, &token).await.is_err_and(is_too_slow));
    assert!(overworked.versions(OPERATOR, "regatta").await.is_err_and(is_too_slow));
}
