//! What a file or an answer of logs looks like: which heading stands over which field, and how cells are read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::csv::Encoding;
use crate::domain::log_source::{Field, Reading, TimeFormat, Words};

/// The headings of logs and what stands under them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What people call it; the source of the logs that are read by it.
    pub name: String,
    /// The heading over each field that it bears.
    pub headings: BTreeMap<Field, String>,
    /// Columns that may be missing as a whole; every other heading stands in the first row.
    pub may_lack: BTreeSet<Field>,
    /// What makes a row a log.
    pub reading: Reading,
    /// Its encoding; where `None`, the bytes tell.
    pub encoding: Option<Encoding>,
    /// Whether every row has as many cells as the first: a program's answer does, and one that was cut does
    /// not; spreadsheets leave empty cells at the end out.
    pub whole_rows: bool,
}

impl Layout {
    /// The two that are recognised by their headings, in the order in which they are tried.
    pub fn built_in() -> &'static [Self; 2] {
        static BUILT_IN: LazyLock<[Layout; 2]> =
            LazyLock::new(|| [Layout::assumed_v1(), Layout::windows_events()]);
        &BUILT_IN
    }

    /// Its name in messages and as the source of a log.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The headings that the first row lacks, though it must bear them.
    pub fn missing(&self, first_row: &[&str]) -> Vec<&str> {
        let needed = self
            .headings
            .iter()
            .filter(|(field, _)| !self.may_lack.contains(field));
        let headings = needed.map(|(_, heading)| heading.as_str());
        headings.filter(|name| !first_row.contains(name)).collect()
    }

    /// The assumed form of MaLion's own export, times in JST.
    fn assumed_v1() -> Self {
        Self {
            name: "assumed-v1".to_owned(),
            headings: headings(&[
                (Field::LogId, "ログID"),
                (Field::OccurredAt, "発生日時"),
                (Field::CollectedAt, "収集日時"),
                (Field::Operation, "操作"),
                (Field::Terminal, "端末名"),
                (Field::Domain, "ドメイン名"),
                (Field::User, "ユーザー名"),
                (Field::LinkCode, "出退勤システム連携コード"),
            ]),
            may_lack: [
                Field::LogId,
                Field::CollectedAt,
                Field::Domain,
                Field::LinkCode,
            ]
            .into(),
            reading: Reading {
                required: Field::NEEDED.into(),
                time_format: TimeFormat::japanese(),
                words: words(&["ログオン"], &["ログオフ"]),
            },
            encoding: None,
            whole_rows: false,
        }
    }

    /// Windows' own security events, times in UTC. 4624 is a logon: of type 2 at the keyboard, 10 over Remote
    /// Desktop, 11 with a remembered password. 4647 is a logoff that the user began; 4634 also ends network
    /// logons and unlockings.
    fn windows_events() -> Self {
        Self {
            name: "windows-events".to_owned(),
            headings: headings(&[
                (Field::OccurredAt, "utc"),
                (Field::Operation, "event_id"),
                (Field::OperationDetail, "logon_type"),
                (Field::Domain, "domain"),
                (Field::User, "user"),
                (Field::Terminal, "computer"),
            ]),
            may_lack: BTreeSet::new(),
            reading: Reading {
                required: Field::NEEDED.into(),
                time_format: TimeFormat::rfc3339(),
                words: words(&["4624/2", "4624/10", "4624/11"], &["4647"]),
            },
            encoding: None,
            whole_rows: false,
        }
    }
}

fn headings(pairs: &[(Field, &str)]) -> BTreeMap<Field, String> {
    pairs
        .iter()
        .map(|(field, heading)| (*field, (*heading).to_owned()))
        .collect()
}

fn words(logon: &[&str], logoff: &[&str]) -> Words {
    let set = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    Words {
        logon: set(logon),
        logoff: set(logoff),
    }
}
