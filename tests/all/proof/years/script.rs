//! A year as plain numbers: what happens in KING OF TIME, what the relay is told, and every log that MaLion gets.

use super::super::calendar::{moment_of, told};

/// `姓` of everybody.
pub(super) const LAST_NAME: &str = "勤怠";

/// A year, which follows its seed.
#[derive(Clone, Debug)]
pub(super) struct Year {
    pub(super) seed: u64,
    /// How many people there ever are; somebody is a number below it.
    pub(super) people: usize,
    pub(super) logs: Vec<Log>,
    /// What happens, with the time of each, in order.
    pub(super) steps: Vec<(i64, Step)>,
}

/// One record of MaLion, which can be read from `collected` on. Every user name has a PC of its own.
#[derive(Clone, Debug)]
pub(super) struct Log {
    pub(super) at: i64,
    pub(super) collected: i64,
    pub(super) is_on: bool,
    pub(super) user: String,
}

#[derive(Clone, Debug)]
pub(super) enum Step {
    /// `relay run --once`.
    Round,
    /// `employees sync`, with `--allow-removals` where there is a number.
    Sync(Option<u32>),
    /// `accounts import`.
    Import(File),
    /// `accounts undo`.
    Undo,
    /// Somebody is entered in KING OF TIME under that code.
    Joins(usize, String),
    /// A 退職日 is entered there, or taken out.
    Resigns(usize, Option<i64>),
    /// 削除 there.
    Deleted(usize),
    /// 削除済み従業員の復帰 there.
    Restored(usize),
    /// These people have these codes from now on.
    Coded(Vec<(usize, String)>),
}

/// The file of an import.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub(super) rows: Vec<Row>,
    /// Whether it has the column of names.
    pub(super) is_named: bool,
    /// `--from`.
    pub(super) from: Option<i64>,
}

#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) code: String,
    /// Whose name stands in it.
    pub(super) person: usize,
    /// サービスアカウント.
    pub(super) user: String,
}

/// `名` of somebody.
pub(super) fn first_name(person: usize) -> String {
    format!("{person}号")
}

impl File {
    /// Its text.
    pub(super) fn text(&self) -> String {
        let line = |code: &str, name: &str, user: &str| match self.is_named {
            true => format!("{code},{name},{user}\n"),
            false => format!("{code},{user}\n"),
        };
        let mut text = line("打刻先アカウント", "姓・名", "サービスアカウント");
        for row in &self.rows {
            let name = format!("{LAST_NAME} {}", first_name(row.person));
            text.push_str(&line(&row.code, &name, &row.user));
        }
        text
    }
}

impl Year {
    /// The script until then, a line each.
    pub(super) fn until(&self, time: i64) -> String {
        let log = |log: &Log| {
            let operation = if log.is_on {
                "ログオン"
            } else {
                "ログオフ"
            };
            format!("collected, {} {} {operation}", told(log.at), log.user)
        };
        let logs = self.logs.iter().map(|one| (one.collected, log(one)));
        let steps = self.steps.iter();
        let steps = steps.map(|(time, step)| (*time, format!("{step:?}")));
        let mut lines: Vec<(i64, String)> = logs.chain(steps).collect();
        lines.retain(|(at, _)| *at <= time);
        lines.sort_by_key(|(at, _)| *at);
        let lines = lines
            .iter()
            .map(|(at, line)| format!("{} {line}\n", told(*at)));
        let head = format!("seed {}; day 0 is {}\n", self.seed, moment_of(0));
        std::iter::once(head).chain(lines).collect()
    }
}
