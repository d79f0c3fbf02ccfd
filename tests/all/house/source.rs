//! Rust files as text: where they stand, which modules they declare, which rooms they name.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One source file.
pub(super) struct Source {
    /// Below the repository, `src/kot/client.rs`.
    pub(super) path: PathBuf,
    pub(super) text: String,
}

/// All Rust files below a folder of the repository.
pub(super) fn sources(folder: &str) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(Source {
                    text: fs::read_to_string(&path).unwrap(),
                    path: path.strip_prefix(root).unwrap().to_owned(),
                });
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has no source");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

impl Source {
    /// The room it belongs to; `None` for `lib.rs` and `main.rs`.
    pub(super) fn room(&self) -> Option<String> {
        let below = self.path.strip_prefix("src").ok()?;
        let first = below.iter().next()?.to_str()?;
        let room = first.strip_suffix(".rs").unwrap_or(first);
        (!matches!(room, "lib" | "main")).then(|| room.to_owned())
    }

    /// The text without its comments.
    pub(super) fn code(&self) -> String {
        let uncommented = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
        self.text
            .lines()
            .map(uncommented)
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// The rooms that it names by `crate::…` or, from outside the library, `pcpunch::…`.
    pub(super) fn names(&self, root: &str) -> BTreeSet<String> {
        let code = self.code();
        let mut names = BTreeSet::new();
        for (position, _) in code.match_indices(root) {
            let is_path = !code[..position].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let rest = &code[position + root.len()..];
            if is_path {
                names.extend(heads(rest));
            }
        }
        names
    }

    /// How many modules deep it stands below the crate: 2 for `src/kot/client.rs`, 1 for `src/kot/mod.rs`.
    fn depth(&self) -> usize {
        let below = self.path.strip_prefix("src").unwrap_or(&self.path);
        let is_folder = self.path.ends_with("mod.rs");
        below.iter().count() - usize::from(is_folder)
    }

    /// Whether a chain of `super::` leaves its room and names another by the back door.
    pub(super) fn climbs_out(&self) -> bool {
        let code = self.code();
        let tests = code.find("mod tests {").unwrap_or(code.len());
        let mut position = 0;
        while let Some(found) = code[position..].find("super::") {
            let start = position + found;
            let mut end = start;
            while code[end..].starts_with("super::") {
                end += "super::".len();
            }
            let climbed = (end - start) / "super::".len();
            let depth = self.depth() + usize::from(start > tests);
            if climbed >= depth {
                return true;
            }
            position = end;
        }
        false
    }

    /// The files that its `mod name;` declarations stand for, both places each may be in.
    pub(super) fn declares(&self) -> Vec<[PathBuf; 2]> {
        let is_root = ["lib.rs", "main.rs", "mod.rs"]
            .iter()
            .any(|name| self.path.ends_with(name));
        let folder = if is_root {
            self.path.parent().unwrap().to_owned()
        } else {
            self.path.with_extension("")
        };
        let code = self.code();
        let names = code.lines().filter_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [.., "mod", name] = words[..] else {
                return None;
            };
            name.strip_suffix(';').map(str::to_owned)
        });
        names
            .map(|name| {
                [
                    folder.join(format!("{name}.rs")),
                    folder.join(name).join("mod.rs"),
                ]
            })
            .collect()
    }
}

/// The first words of the paths that begin there: one, or each of a group in braces.
fn heads(text: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        let text = text.trim_start();
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = text.strip_prefix('{') else {
        return vec![word(text)];
    };
    let mut heads = vec![word(group)];
    let mut open = 1;
    for (position, letter) in group.char_indices() {
        match letter {
            '{' => open += 1,
            '}' => open -= 1,
            ',' if open == 1 => heads.push(word(&group[position + 1..])),
            _ => {}
        }
        if open == 0 {
            break;
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

#[test]
fn a_path_is_named_by_its_first_word_and_a_group_by_each() {
    let source = |text: &str| Source {
        path: PathBuf::from("src/kot/client.rs"),
        text: text.to_owned(),
    };
    let text = "use crate::http::Service; // crate::state\nuse crate::{\n    domain::{a, b}, clock};\n$crate::x";
    assert_eq!(
        Vec::from_iter(source(text).names("crate::")),
        ["clock", "domain", "http", "x"]
    );
    assert!(source("use super::super::http::Service;").climbs_out());
    assert!(!source("use super::wire;\nmod tests {\n use super::super::wire; }").climbs_out());
    assert_eq!(
        source("pub(super) mod wire;\nmod tests {").declares(),
        [["src/kot/client/wire.rs", "src/kot/client/wire/mod.rs"].map(PathBuf::from)]
    );
}
