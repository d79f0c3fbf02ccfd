//! Servers at times repeat what they were sent: their words are kept, a secret in them is not.

use super::encoding::urlencoded;
use crate::domain::secret::Secret;

/// Replaces the secret wherever it stands in a server's words, as it is or as an address bears it.
pub fn hide(words: &mut String, secret: &Secret) {
    let encoded = urlencoded(&[("", secret.reveal())]);
    let encoded = encoded.trim_start_matches('=');
    for told in [secret.reveal(), encoded] {
        if !told.is_empty() && words.contains(told) {
            *words = words.replace(told, "…");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hide;
    use crate::domain::secret::Secret;

    #[test]
    fn a_secret_is_taken_out_of_a_servers_words() {
        let rows = [
            ("token hunter2 is unknown", "token … is unknown"),
            ("no", "no"),
        ];
        for (said, kept) in rows {
            let mut words = said.to_owned();
            hide(&mut words, &Secret::new("hunter2"));
            assert_eq!(words, kept);
        }
        let mut words = "GET /?code=a%2Fb%2B1&x=2".to_owned();
        hide(&mut words, &Secret::new("a/b+1"));
        assert_eq!(words, "GET /?code=…&x=2");
        let mut words = "no".to_owned();
        hide(&mut words, &Secret::new(""));
        assert_eq!(words, "no");
    }
}
