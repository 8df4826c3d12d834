//! The headline, without the site's name that pages put around it.

use url::Url;

use super::super::spaces;
use crate::article::furniture;

/// What pages put between a headline and their own name.
const BETWEEN: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " « ", " » ", " ‹ ", " › ", " / ", ": "];

/// Words of the shortest heading that cannot be the name of the site or of a part of it.
pub const HEADLINE_WORDS: usize = 4;

/// The headline: what is said, less the outlet's name; the shown heading where it says the same or a part of it.
pub fn choose(said: &str, shown: Option<&str>, outlet: Option<&str>, address: Option<&Url>) -> String {
    let shown = shown.map(spaces::fold).filter(|shown| !shown.is_empty() && !is_outlet(shown, outlet, address));
    let said = without_outlet(&spaces::fold(said), outlet, address);
    let Some(shown) = shown else { return said };
    let (said_key, shown_key) = (spaces::key(&said), spaces::key(&shown));
    let part = said_key.contains(&shown_key) && spaces::words(&shown) > 1;
    let cut = said.trim_end_matches(['…', '.', ' ']);
    let was_cut = said.chars().count() >= 60 && shown_key.starts_with(&spaces::key(cut))
        || said.ends_with(['…']) && shown_key.starts_with(&spaces::key(cut));
    if said.is_empty() || part || was_cut || said_key == shown_key { shown } else { said }
}

/// Whether a headline in a page's data has some word in common with what the page shows; an encyclopaedia's describes the thing instead.
pub fn agrees(headline: &str, page_title: &str, shown: Option<&str>) -> bool {
    let (page_title, shown) = (spaces::key(page_title), spaces::key(shown.unwrap_or_default()));
    let known: Vec<&str> = page_title.split(' ').chain(shown.split(' ')).filter(|word| !word.is_empty()).collect();
    known.is_empty() || spaces::key(headline).split(' ').any(|word| word.chars().count() > 3 && known.contains(&word))
}

/// Whether a headline in a page's data has more than half of the words of the shown heading, or is a part of it: other data describe the thing.
pub fn says_the_same(headline: &str, shown: &str) -> bool {
    let (headline, shown) = (spaces::key(headline), spaces::key(shown));
    let said: Vec<&str> = headline.split(' ').collect();
    let common = shown.split(' ').filter(|word| said.contains(word)).count();
    common * 2 > shown.split(' ').count() || headline.contains(&shown) || shown.contains(&headline)
}

/// Whether other titles of a page begin as its shown heading does: one of them, for a heading that is too long to be a name, else all.
pub fn is_confirmed(shown: &str, others: [Option<&str>; 2]) -> bool {
    let shown = spaces::key(shown);
    let begins = |other: &str| spaces::key(other).strip_prefix(&shown).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let confirming = others.into_iter().flatten().filter(|other| begins(other)).count();
    confirming == others.len() || confirming > 0 && spaces::words(&shown) >= HEADLINE_WORDS
}

/// The outlet's name as it stands after the shown heading in the page's title.
pub fn outlet_after(page_title: &str, shown: Option<&str>) -> Option<String> {
    let shown = spaces::key(shown?);
    let splits = BETWEEN
        .iter()
        .flat_map(|between| page_title.match_indices(between).map(|(at, between)| (&page_title[..at], &page_title[at + between.len()..])));
    let (_, name) = splits.into_iter().find(|(head, _)| spaces::key(head) == shown)?;
    let name = BETWEEN.iter().filter_map(|between| name.rsplit_once(between)).map(|(_, last)| last).min_by_key(|n| n.len()).unwrap_or(name);
    // `Harbour Post, 18.10.2025`.
    let name = name.rsplit_once(", ").filter(|(_, day)| furniture::date(day).is_some()).map_or(name, |(name, _)| name);
    (spaces::words(name) <= 5).then(|| name.to_owned()).filter(|name| !name.is_empty())
}

/// The two parts of a page's title that are a headline and an outlet's name, where nothing else tells: the page itself shows the
/// headline, as `shows` says, and the other part is a few words.
pub fn split(page_title: &str, shows: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let splits = || BETWEEN.iter().flat_map(|between| page_title.split_once(between).into_iter().chain(page_title.rsplit_once(between)));
    let sides = splits().flat_map(|(head, tail)| [(head, tail), (tail, head)]);
    let fits =
        |(title, name): &(&str, &str)| (1..=5).contains(&spaces::words(name)) && spaces::words(title) > spaces::words(name) && shows(title);
    sides.into_iter().find(fits).map(|(title, name)| (title.to_owned(), name.to_owned()))
}

/// A page's only title without its last part, where that is short enough for the name of a site and the rest long enough for a headline.
pub fn without_tail(page_title: &str) -> &str {
    let parts = BETWEEN.iter().filter(|between| **between != ": ").filter_map(|between| page_title.rsplit_once(between));
    let fits = |(head, tail): &(&str, &str)| spaces::words(head) >= HEADLINE_WORDS && (1..=3).contains(&spaces::words(tail));
    parts.filter(fits).max_by_key(|(head, _)| head.len()).map_or(page_title, |(head, _)| head)
}

fn without_outlet(said: &str, outlet: Option<&str>, address: Option<&Url>) -> String {
    let mut title = said;
    loop {
        let last = BETWEEN.iter().filter_map(|between| title.rsplit_once(between)).max_by_key(|(head, _)| head.len());
        let first = BETWEEN.iter().filter_map(|between| title.split_once(between)).min_by_key(|(head, _)| head.len());
        title = match (first, last) {
            (_, Some((head, tail))) if is_outlet(tail, outlet, address) => head,
            (Some((head, tail)), _) if is_outlet(head, outlet, address) => tail,
            _ => return title.trim().to_owned(),
        };
    }
}

/// Whether a text is the outlet's name, or its host's.
fn is_outlet(text: &str, outlet: Option<&str>, address: Option<&Url>) -> bool {
    let bare = |text: &str| spaces::key(text).replace(' ', "");
    let text = bare(text);
    let host = address.and_then(Url::host_str).unwrap_or_default().trim_start_matches("www.");
    let names = [outlet.unwrap_or_default(), host, host.split('.').next().unwrap_or_default()];
    let is = |name: &str| !name.is_empty() && (text == name || text == format!("the{name}") || format!("the{text}") == name);
    !text.is_empty() && names.into_iter().map(bare).any(|name| is(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(said: &str, shown: Option<&str>, expected: &str) {
        let address = Url::parse("https://www.harbourpost.example/a").ok();
        assert_eq!(choose(said, shown, Some("The Harbour Post"), address.as_ref()), expected, "{said}");
    }

    #[test]
    fn a_title_that_nothing_confirms_loses_its_short_tail() {
        assert_eq!(without_tail("The bridge opens in May – Harbour Post"), "The bridge opens in May");
        assert_eq!(without_tail("The bridge opens: who pays?"), "The bridge opens: who pays?");
        assert_eq!(without_tail("The bridge - and all that it cost the valley"), "The bridge - and all that it cost the valley");
    }

    #[test]
    fn an_outlet_after_the_headline_is_named_without_the_day() {
        let outlet = |title: &str| outlet_after(title, Some("The bridge opens"));
        assert_eq!(outlet("The bridge opens - Harbour Post, 18.10.2025").as_deref(), Some("Harbour Post"));
        assert_eq!(outlet("The bridge opens - Harbour Post").as_deref(), Some("Harbour Post"));
    }

    #[test]
    fn a_headline_loses_the_name_of_its_outlet() {
        check("Bridge opens | The Harbour Post", None, "Bridge opens");
        check("Bridge opens - Harbour Post", None, "Bridge opens");
        check("The Harbour Post: Bridge opens", None, "Bridge opens");
        check("Bridge opens – who pays?", None, "Bridge opens – who pays?");
        check("Bridge opens | City | harbourpost.example", Some("Bridge opens"), "Bridge opens");
        check("Why the bridge opened", Some("Bridge opens"), "Why the bridge opened");
        check("Bridge opens", Some("The Harbour Post"), "Bridge opens");
        check("", Some("Bridge opens"), "Bridge opens");
    }
}
