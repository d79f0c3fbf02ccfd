//! Servers at times repeat what they were sent: their words are kept, a secret in them is not.

use crate::domain::secret::Secret;

/// Replaces the secret wherever it stands in a server's words.
pub fn hide(words: &mut String, secret: &Secret) {
    if !secret.reveal().is_empty() && words.contains(secret.reveal()) {
        *words = words.replace(secret.reveal(), "…");
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
        let mut words = "no".to_owned();
        hide(&mut words, &Secret::new(""));
        assert_eq!(words, "no");
    }
}
