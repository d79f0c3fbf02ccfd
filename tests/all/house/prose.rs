//! Texts for people stand in the catalogues, in both languages: no literal of the source is one.

use std::path::PathBuf;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::sources;

/// Sources in which words stand that are no texts of the program, and why they are none.
const EXCEPTIONS: [(&str, &str); 16] = [
    (
        "src/cli/values.rs",
        "clap passes on that a value is wrong, and not these words",
    ),
    (
        "src/commands/completions/places.rs",
        "commands as they are typed",
    ),
    (
        "src/commands/demo_office.rs",
        "people, and logs as MaLion writes them",
    ),
    (
        "src/commands/metrics.rs",
        "read in English beside those of other programs",
    ),
    ("src/commands/sandbox.rs", "commands as they are typed"),
    (
        "src/csv/logs/layout.rs",
        "headings and operations in MaLion's files",
    ),
    (
        "src/domain/difference.rs",
        "operations as MaLion writes them",
    ),
    ("src/domain/import/row.rs", "headings of the accounts file"),
    (
        "src/domain/pc_log.rs",
        "operations and kinds of link as the files have them",
    ),
    (
        "src/domain/punch.rs",
        "kinds of punch as KING OF TIME names them",
    ),
    (
        "src/domain/screening.rs",
        "names that Windows gives to its own users",
    ),
    (
        "src/http/",
        "details of a failed connection, behind the sentence",
    ),
    (
        "src/kot/list.rs",
        "a detail of a wrong answer, behind the sentence",
    ),
    (
        "src/output/sentence.rs",
        "letters with which no line begins",
    ),
    ("src/sandbox/", "what the services say, in their words"),
    (
        "src/state/",
        "details of what is damaged, behind the sentence",
    ),
];

/// Names that are the same in both languages.
const NAMES: [&str; 1] = ["KING OF TIME"];

/// Words of SQL.
const SQL: [&str; 6] = [
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE ",
    "CREATE ",
    "ORDER BY ",
];

/// Calls whose words tell whoever reads a log or a crash where something went wrong, behind the sentence itself.
const DETAILS: [&str; 4] = ["bail", "context", "debug_assert", "with_context"];

/// The literals of a source, without those of comments, attributes, tests and [`DETAILS`].
fn literals(tokens: TokenStream, found: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    let mut is_test = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                tokens.next_if(|next| next.to_string() == "!");
                let attribute = tokens.next().map(|group| group.to_string());
                is_test |= attribute.is_some_and(|text| text.replace(' ', "") == "[cfg(test)]");
            }
            TokenTree::Ident(name) if DETAILS.iter().any(|detail| name == detail) => {
                tokens.next_if(|next| next.to_string() == "!");
                tokens.next_if(|next| matches!(next, TokenTree::Group(_)));
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => is_test = false,
            TokenTree::Group(group) => {
                if !is_test {
                    literals(group.stream(), found);
                }
                is_test &= group.delimiter() != Delimiter::Brace;
            }
            TokenTree::Literal(literal) => found.push(literal.to_string()),
            _ => {}
        }
    }
}

/// Whether people would read it as words: Japanese, or two English words behind one another, outside markup and
/// places for values.
fn is_prose(literal: &str) -> bool {
    let Some((begin, text)) = literal.split_once('"') else {
        return false;
    };
    let text = text.trim_end_matches('#').trim_end_matches('"');
    if SQL.iter().any(|word| text.contains(word)) {
        return false;
    }
    let text = NAMES
        .iter()
        .fold(text.to_owned(), |text, name| text.replace(name, ""));
    let text = without(&without(&text, '<', '>'), '{', '}');
    let is_japanese = |c: char| matches!(c, 'ぁ'..='ヿ' | '㐀'..='鿿');
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &str| {
        let word = word.trim_end_matches(['.', ',', ':', ';', '?', '!']);
        word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic())
    };
    let is_english = words
        .windows(2)
        .any(|pair| !pair[0].ends_with(',') && is_word(pair[0]) && is_word(pair[1]));
    !begin.starts_with('b') && (text.contains(is_japanese) || is_english)
}

/// A text without what stands between two signs.
fn without(text: &str, open: char, close: char) -> String {
    let mut kept = String::new();
    let mut is_inside = false;
    for letter in text.chars() {
        is_inside |= letter == open;
        if !is_inside {
            kept.push(letter);
        }
        is_inside &= letter != close;
    }
    kept
}

/// The texts for people in a source.
fn texts(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    literals(source.parse().unwrap(), &mut found);
    found.retain(|literal| is_prose(literal));
    found
}

#[test]
fn no_text_for_people_stands_outside_the_catalogues() {
    let mut strays = Vec::new();
    let mut needed = vec![false; EXCEPTIONS.len()];
    let is_test = |path: &PathBuf| {
        path.iter()
            .any(|part| part == "tests" || part == "tests.rs")
    };
    for source in sources("src")
        .iter()
        .filter(|source| !is_test(&source.path))
    {
        for text in texts(&source.text) {
            match EXCEPTIONS
                .iter()
                .position(|(path, _)| source.path.starts_with(path))
            {
                Some(place) => needed[place] = true,
                None => strays.push(format!("{}: {text}", source.path.display())),
            }
        }
    }
    assert!(strays.is_empty(), "{strays:#?}");
    let exceptions = EXCEPTIONS.iter().zip(needed);
    let stale: Vec<_> = exceptions.filter(|(_, needed)| !needed).collect();
    assert!(stale.is_empty(), "no exception any more: {stale:#?}");
}

#[test]
fn a_text_for_people_is_told_from_other_literals() {
    for (source, found) in [
        ("say(\"The file is gone.\");", 1),
        ("say(\"打刻\");", 1),
        ("say(r#\"打刻 \"x\"\"#);", 1),
        ("html(\"<p class=\\\"a b\\\">Nothing found</p>\");", 1),
        ("html(\"<p class=\\\"a b\\\">{text}</p>\");", 0),
        ("say(\"file-gone\"); // The file is gone.", 0),
        (
            "/// The file is gone.\n#[error(\"the file is gone\")]\nstruct A;",
            0,
        ),
        ("open().context(\"the state file\")?;", 0),
        ("open().with_context(|| format!(\"the file {path}\"))?;", 0),
        (
            "#[cfg(test)]\nmod tests { fn a() { say(\"It is gone\"); } }\nfn b() { \"Still here\"; }",
            1,
        ),
        ("#[cfg(test)]\nmod tests;\nfn b() { \"Still here\"; }", 1),
        (
            "column(\"code, key\"); sql(\"SELECT name FROM punches\");",
            0,
        ),
        ("('\"', 'a', b\"not text\", \"a_b c_d\")", 0),
    ] {
        assert_eq!(texts(source).len(), found, "{source}");
    }
}
