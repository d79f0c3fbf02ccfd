//! What a browser may do with the page: show it, in its own style, and run its own script.

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// The content security policy under which this style and this script are taken, to the letter, and nothing else:
/// no other code, no request, whatever should ever get into the page.
pub(super) fn only(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; style-src {}; script-src {}; base-uri 'none'; form-action 'none'",
        source(style),
        source(script)
    )
}

fn source(text: &str) -> String {
    let hash = digest(&SHA256, text.as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(hash))
}

#[cfg(test)]
mod tests {
    use super::source;

    #[test]
    fn a_text_is_named_by_its_hash() {
        // `printf "alert('Hello, world.');" | openssl dgst -sha256 -binary | base64`, as in the specification.
        assert_eq!(
            source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }
}
