//! The article that a page describes in JSON-LD: schema.org's `NewsArticle` and its kin.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::Document;
use regex::Regex;
use serde_json::{Map, Value};

use super::super::spaces;
use super::names;
use super::plain;

/// What JSON-LD says; empty where it says nothing.
#[derive(Clone, Debug)]
pub struct Data {
    /// The headline.
    pub headline: Option<String>,
    /// Each author's name.
    pub authors: Vec<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published, as written.
    pub published: Option<String>,
    /// When it was changed, as written.
    pub modified: Option<String>,
    /// Its address, as written.
    pub address: Option<String>,
    /// Its language, as written.
    pub language: Option<String>,
    /// Its text, as written.
    pub body: Option<String>,
    /// Whether readers need not pay; `None` if the page does not say.
    pub free: Option<bool>,
    /// Whether there is an article at all.
    pub is_article: bool,
    /// Whether the page calls itself a collection, and no article.
    pub is_collection: bool,
}

type Object = Map<String, Value>;

/// Authors that are looked at. A page may refer to one of any length any number of times; papers of physics have thousands, articles a few.
const MOST_PEOPLE: usize = 100;

/// Reads the page's article: of several the one under the first of the page's own `titles` that is a headline, else the first that has one.
pub fn read(page: &Document, titles: &[&str]) -> Data {
    let scripts = page.select("script[type='application/ld+json'], script[type='application/json+ld']");
    let values: Vec<Value> = scripts.iter().filter_map(|script| parse(&script.text())).collect();
    let mut objects = vec![];
    values.iter().for_each(|value| collect(value, &mut objects));
    let named: HashMap<&str, &Object> =
        objects.iter().filter(|o| o.len() > 1).filter_map(|o| Some((o.get("@id")?.as_str()?, *o))).collect();
    let articles = || objects.iter().copied().filter(|o| kinds(o).any(is_article));
    let titled = |title: &&str| {
        let title = spaces::key(title);
        articles().find(|o| string(o, "headline").is_some_and(|headline| spaces::key(&headline) == title))
    };
    let own = if articles().count() > 1 { titles.iter().filter(|title| !title.is_empty()).find_map(titled) } else { None };
    let headed = own.or_else(|| articles().find(|o| o.contains_key("headline"))).or_else(|| articles().next());
    let site = objects.iter().copied().find(|o| kinds(o).any(|kind| kind == "WebSite"));
    let none = Object::new();
    let article = headed.unwrap_or(&none);
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(plain::line).filter(|text| !text.is_empty());
    let authors = ["author", "creator", "contributor"].into_iter().filter_map(|key| article.get(key));
    let publisher = ["publisher", "sourceOrganization", "copyrightHolder"].into_iter().filter_map(|key| article.get(key));
    let address = article.get("url").or_else(|| article.get("mainEntityOfPage"));
    Data {
        headline: text("headline").or_else(|| text("name")),
        authors: authors.map(|value| people(value, &named)).find(|names| !names.is_empty()).unwrap_or_default(),
        publisher: publisher.flat_map(|value| people(value, &named)).next().or_else(|| site.and_then(|site| string(site, "name"))),
        published: text("datePublished").or_else(|| text("dateCreated")),
        modified: text("dateModified"),
        address: address.and_then(|value| value.as_str().or_else(|| value.get("@id")?.as_str())).map(str::to_owned),
        language: article
            .get("inLanguage")
            .and_then(|value| value.as_str().or_else(|| value.get("alternateName")?.as_str()))
            .map(str::to_owned),
        body: article.get("articleBody").and_then(Value::as_str).map(str::to_owned).or_else(|| posts(article)),
        free: article.get("isAccessibleForFree").and_then(truth),
        is_collection: articles().next().is_none() && objects.iter().any(|o| kinds(o).any(|kind| kind == "CollectionPage")),
        // A list of articles may describe each of them.
        is_article: (1..3).contains(&articles().count()) || headed.is_some_and(|o| o.contains_key("liveBlogUpdate")),
    }
}

/// The posts of a live blog, in order, as one text.
fn posts(article: &Object) -> Option<String> {
    let posts = article.get("liveBlogUpdate")?.as_array()?;
    let bodies: Vec<&str> = posts.iter().filter_map(|post| post.get("articleBody")?.as_str()).collect();
    (!bodies.is_empty()).then(|| bodies.join("\n"))
}

/// What stands around the data: comments, and marks that hide it from old browsers.
static WRAPPING: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^(?:<!--|//|/\*|\*/|<!\[CDATA\[|\s)+|(?:-->|//|/\*|\*/|\]\]>|;|\s)+$";
    Regex::new(pattern).expect("the pattern is compiled in and tested")
});

/// A comma with nothing after it, which JSON forbids.
static LAST_COMMA: LazyLock<Regex> = LazyLock::new(|| Regex::new(r",\s*([}\]])").expect("the pattern is compiled in and tested"));

/// Parses a script, forgiving what newspapers' templates do to JSON: comments around it, bare line ends in strings, a comma too many,
/// character references.
fn parse(script: &str) -> Option<Value> {
    let script = WRAPPING.replace_all(script, "");
    let script = script.as_ref();
    let clean = || script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let forgiven = || LAST_COMMA.replace_all(&clean(), "$1").into_owned();
    let unescaped = || (script.starts_with("{&") || script.starts_with("[&")).then(|| plain::decoded(script));
    let parsed = serde_json::from_str(script).or_else(|_| serde_json::from_str(&clean())).or_else(|_| serde_json::from_str(&forgiven()));
    parsed.ok().or_else(|| serde_json::from_str(&unescaped()?).ok())
}

/// All objects that may describe the page: those at the top, in `@graph`, and the main entity of another.
fn collect<'a>(value: &'a Value, objects: &mut Vec<&'a Object>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, objects)),
        Value::Object(object) => {
            objects.push(object);
            ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"]
                .into_iter()
                .filter_map(|key| object.get(key))
                .for_each(|value| collect(value, objects));
        }
        _ => {}
    }
}

fn kinds(object: &Object) -> impl Iterator<Item = &str> {
    let kind = object.get("@type");
    let several = kind.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    kind.and_then(Value::as_str).into_iter().chain(several)
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report"
}

/// Names of people or organisations, written as text, objects, references to objects, or lists of these: the first [`MOST_PEOPLE`].
fn people(value: &Value, named: &HashMap<&str, &Object>) -> Vec<String> {
    let mut each = vec![];
    flatten(value, &mut each);
    let names = each.into_iter().filter_map(|value| match value {
        Value::String(name) => named.get(name.as_str()).and_then(|object| string(object, "name")).or_else(|| Some(plain::line(name))),
        Value::Object(object) => {
            let referred = object.get("@id").and_then(Value::as_str).and_then(|id| named.get(id));
            string(object, "name").or_else(|| referred.and_then(|object| string(object, "name")))
        }
        _ => None,
    });
    names.filter(|name| !name.is_empty() && !names::is_address(name)).collect()
}

/// The values of lists within lists, and of objects with several names.
fn flatten<'a>(value: &'a Value, each: &mut Vec<&'a Value>) {
    let several = value.as_array().or_else(|| value.get("name")?.as_array());
    match several {
        Some(values) => values.iter().for_each(|value| flatten(value, each)),
        None if each.len() < MOST_PEOPLE => each.push(value),
        None => {}
    }
}

fn string(object: &Object, key: &str) -> Option<String> {
    object.get(key)?.as_str().map(plain::line).filter(|text| !text.is_empty())
}

/// A truth value, which newspapers write as text too.
fn truth(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| value.as_str()?.to_ascii_lowercase().parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(script: &str) {
        let page = Document::from(format!("<script type='application/ld+json'>{script}</script>"));
        assert_eq!(read(&page, &[]).headline.as_deref(), Some("The bridge opens"), "{script}");
    }

    #[test]
    fn data_are_read_however_a_template_spoils_them() {
        check(r#"{"@type":"NewsArticle","headline":"The bridge opens"}"#);
        check(
            r#"// <![CDATA[
            {"@type":"NewsArticle","headline":"The bridge opens"} // ]]>"#,
        );
        check("{\"@type\":\"NewsArticle\",\"headline\":\"The bridge opens\",\"description\":\"One\ntwo\"};");
        check(r#"{"@type":["NewsArticle",],"headline":"The bridge opens",}"#);
        check("{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;The bridge opens&quot;}");
    }
}
