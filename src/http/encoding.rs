//! Names and values as queries and forms bear them.

use reqwest::Url;

/// `name=value` pairs with `&` between them, each percent-encoded.
pub(super) fn urlencoded(pairs: &[(&str, &str)]) -> String {
    // Only a URL is known to encode them; any will do.
    let Ok(mut url) = Url::parse("http://localhost/") else {
        return String::new();
    };
    url.query_pairs_mut().extend_pairs(pairs);
    url.query().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::urlencoded;

    #[test]
    fn pairs_are_encoded_as_a_form_is() {
        let pairs = [("from", "2024-12-17T00:00:00+09:00"), ("名", "a b&c=d/")];
        let encoded = "from=2024-12-17T00%3A00%3A00%2B09%3A00&%E5%90%8D=a+b%26c%3Dd%2F";
        assert_eq!(urlencoded(&pairs), encoded);
        assert_eq!(urlencoded(&[]), "");
    }
}
