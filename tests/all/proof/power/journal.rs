//! What the layer wrote down, step by step.

/// A thing that the program did to its folder. Paths stand as the program gave them.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Open {
        fd: u32,
        creates: bool,
        truncates: bool,
        path: String,
    },
    Write {
        fd: u32,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        fd: u32,
        length: usize,
    },
    Sync(u32),
    Close(u32),
    MakeFolder(String),
    Remove(String),
    Rename(String, String),
    Link(String, String),
    /// The step came from which on the disk fails.
    Reached,
    /// The disk refused that step.
    Refused,
}

impl Step {
    /// Whether it is one before which the power can be cut: not a file opened or closed only.
    pub(super) fn changes_something(&self) -> bool {
        let only_opens = matches!(
            self,
            Self::Open {
                creates: false,
                truncates: false,
                ..
            }
        );
        !only_opens && !matches!(self, Self::Close(_))
    }
}

/// Reads a journal that ends where the power was cut, which is between two steps.
pub(super) fn parse(mut journal: &[u8]) -> Vec<Step> {
    let mut steps = Vec::new();
    while !journal.is_empty() {
        let end = journal.iter().position(|byte| *byte == b'\n');
        let (line, rest) = journal.split_at(end.expect("whole lines") + 1);
        let line = std::str::from_utf8(line)
            .expect("a line is text")
            .trim_end();
        let words: Vec<&str> = line.split(' ').collect();
        journal = rest;
        steps.push(match words[..] {
            ["open", fd, creates, truncates, path] => Step::Open {
                fd: number(fd),
                creates: creates == "true",
                truncates: truncates == "true",
                path: path.to_owned(),
            },
            ["write", fd, at, count] => {
                let (bytes, rest) = journal.split_at(number(count));
                journal = rest;
                Step::Write {
                    fd: number(fd),
                    at: number(at),
                    bytes: bytes.to_owned(),
                }
            }
            ["truncate", fd, length] => Step::Truncate {
                fd: number(fd),
                length: number(length),
            },
            ["sync", fd] => Step::Sync(number(fd)),
            ["close", fd] => Step::Close(number(fd)),
            ["mkdir", path] => Step::MakeFolder(path.to_owned()),
            ["remove", path] => Step::Remove(path.to_owned()),
            ["rename", from, to] => Step::Rename(from.to_owned(), to.to_owned()),
            ["reach"] => Step::Reached,
            ["refuse"] => Step::Refused,
            ["link", from, to] => Step::Link(from.to_owned(), to.to_owned()),
            _ => panic!("{line:?} is no step"),
        });
    }
    steps
}

fn number<T: std::str::FromStr>(text: &str) -> T {
    let number = text.parse().ok();
    number.unwrap_or_else(|| panic!("{text:?} is no number"))
}
