//! Decodes the bytes of a page: by byte order mark, then by header, then by what the page says of itself, then by what its letters are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Bytes of a page in which it may name its charset, as browsers look (HTML, 13.2.3.2).
const HEAD: usize = 1024;

/// The text of a page. Bytes that fit no character become U+FFFD, which no quote can be mistaken for.
///
/// Without any sign it is UTF-8 if it can be, else what its letters make likely, as browsers take it.
pub fn decode(bytes: &[u8], header: Option<&str>, is_html: bool) -> String {
    let named = header.and_then(|label| Encoding::for_label(label.as_bytes()));
    let own = || if is_html { declared(&bytes[..bytes.len().min(HEAD)]) } else { None };
    let guess = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { likely(bytes) };
    // A byte order mark decides over all of them; `decode` looks for it and takes it off.
    let (text, _, _) = named.or_else(own).unwrap_or_else(guess).decode(bytes);
    text.into_owned()
}

/// The charset of old pages in which the bytes are most likely words.
fn likely(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// What a page names in its `meta` elements or XML declaration.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let names = [("<meta", "charset="), ("<?xml", "encoding=")];
    names
        .into_iter()
        .find_map(|(element, attribute)| head.split(element).skip(1).find_map(|rest| value(rest.split('>').next()?, attribute)))
}

fn value(element: &str, attribute: &str) -> Option<&'static Encoding> {
    let (_, value) = element.split_once(attribute)?;
    let label = value.trim_start_matches(['"', '\'', ' ']).split(['"', '\'', ' ', ';', '/', '?']).next()?;
    let encoding = Encoding::for_label(label.as_bytes())?;
    // A page that could be read this far is not UTF-16, whatever it says.
    Some(if encoding.is_ascii_compatible() { encoding } else { UTF_8 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], header: Option<&str>, expected: &str) {
        let text = decode(bytes, header, true);
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn a_page_is_decoded_as_browsers_do() {
        let bytes = |label: &str, text: &str| Encoding::for_label(label.as_bytes()).expect("it is a label").encode(text).0.into_owned();
        check("Мэр".as_bytes(), Some("utf-8"), "Мэр");
        check(&bytes("windows-1251", "Мэр"), Some("windows-1251"), "Мэр");
        check(&bytes("windows-1251", "<meta charset=windows-1251>Мэр"), None, "Мэр");
        check(&bytes("koi8-r", "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>Мэр"), None, "Мэр");
        check(&bytes("windows-1251", "<meta charset=utf-8>Мэр"), Some("cp1251"), "Мэр");
        check("\u{feff}<meta charset=windows-1251>Мэр".as_bytes(), Some("windows-1251"), "Мэр");
        check(b"caf\xe9", None, "café");
        check(&bytes("windows-1251", "Мэр города открыл мост через реку"), None, "Мэр города открыл мост через реку");
        check(&bytes("windows-1252", "Die Bürgermeisterin eröffnete die Brücke"), None, "Bürgermeisterin eröffnete");
        check("café".as_bytes(), None, "café");
        check(b"<?xml version='1.0' encoding='ISO-8859-1'?><html>caf\xe9", None, "café");
        check("<meta charset=utf-16>Мэр".as_bytes(), None, "Мэр");
        check(b"caf\xe9 <p>", Some("utf-8"), "caf\u{fffd} <p>");
        check(b"\xff\xfe\x41\x00", None, "A");
    }
}
