//! What a source calls ログオン and ログオフ.

use std::collections::BTreeSet;

use crate::domain::pc_log::Operation;

/// The words for ログオン and ログオフ, compared to the letter; any other word is another operation. A word
/// with a slash, `4624/2`, is an operation together with its detail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The words for ログオン.
    pub logon: BTreeSet<String>,
    /// The words for ログオフ.
    pub logoff: BTreeSet<String>,
}

impl Words {
    /// The operation of that word, with the detail that the source gives or nothing.
    pub fn operation(&self, word: &str, detail: &str) -> Operation {
        let detailed = format!("{word}/{detail}");
        let among = |words: &BTreeSet<String>| words.contains(word) || words.contains(&detailed);
        if among(&self.logon) {
            Operation::Logon
        } else if among(&self.logoff) {
            Operation::Logoff
        } else {
            Operation::Other(word.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::domain::pc_log::Operation;

    #[test]
    fn a_word_counts_alone_or_with_its_detail() {
        let set = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let words = Words {
            logon: set(&["ログオン", "4624/2"]),
            logoff: set(&["4647"]),
        };
        for (word, detail, operation) in [
            ("ログオン", "", Operation::Logon),
            ("4624", "2", Operation::Logon),
            ("4624", "3", Operation::Other("4624".to_owned())),
            ("4647", "", Operation::Logoff),
            ("4647", "2", Operation::Logoff),
            ("ﾛｸﾞｵﾝ", "", Operation::Other("ﾛｸﾞｵﾝ".to_owned())),
        ] {
            assert_eq!(words.operation(word, detail), operation, "{word}/{detail}");
        }
    }
}
