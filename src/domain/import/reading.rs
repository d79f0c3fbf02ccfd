//! Reading the rows one by one: whose row it is, and what is wrong with its cells.

use std::collections::HashSet;

use super::damage::{self, Before};
use super::holders::Held;
use super::names::{narrow, one_form, unblanked};
use super::people::{ByAccount, Numbered, People};
use super::plan::{Choices, Known};
use super::row::{CellError, Detail, Problem, Row, column};
use crate::domain::account::Account;
use crate::domain::employee::Employee;
use crate::domain::pc_log::{LinkKind, PcUserName};

/// A row whose employee and kind are known.
pub(super) struct Settled<'a> {
    pub(super) line: u64,
    pub(super) who: Numbered<'a>,
    pub(super) kind: LinkKind,
    pub(super) account: Option<&'a Account>,
    /// The user name from now on; empty for none.
    pub(super) name: PcUserName,
    pub(super) changes: bool,
}

impl Settled<'_> {
    /// The user name until now; empty for none.
    pub(super) fn before(&self) -> &str {
        self.account
            .map_or("", |account| account.service_account.as_str())
    }
}

/// The rows as they are read, one by one.
pub(super) struct Reading<'a> {
    people: People<'a>,
    accounts: ByAccount<&'a Account>,
    lines: ByAccount<u64>,
    kinds: &'a [LinkKind],
    logged: &'a HashSet<(LinkKind, PcUserName)>,
    choices: Choices,
    /// Rows of kinds whose link is off.
    left_alone: usize,
    /// All that was wrong so far.
    errors: Vec<CellError>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(known: &Known<'a>, held: &[Held<'a>], choices: Choices) -> Self {
        let mut accounts = ByAccount::of(known.employees);
        for held in held {
            accounts.put(held.by, held.account.kind, held.account);
        }
        Self {
            people: People::new(known.employees, known.today),
            accounts,
            lines: ByAccount::of(known.employees),
            kinds: known.kinds,
            logged: known.logged,
            choices,
            left_alone: 0,
            errors: Vec::new(),
        }
    }

    /// How many rows were left alone, and all that was wrong.
    pub(super) fn end(self) -> (usize, Vec<CellError>) {
        (self.left_alone, self.errors)
    }

    fn refuse(
        &mut self,
        row: &Row,
        column: &str,
        cell: &str,
        (problem, likely): damage::Damage,
        detail: Option<Detail>,
    ) {
        self.errors.push(CellError {
            line: row.line,
            column: column.to_owned(),
            cell: cell.to_owned(),
            problem,
            likely,
            detail,
        });
    }

    /// The row's employee and kind, unless its kind is off or nobody is meant.
    pub(super) fn settle(&mut self, row: &Row) -> Option<Settled<'a>> {
        let kind = self.kind(row)?;
        if !self.kinds.contains(&kind) {
            self.left_alone += 1;
            return None;
        }
        if let Some(beyond) = &row.beyond {
            self.refuse(row, "", beyond, (Problem::BeyondColumns, None), None);
        }
        let found = self.people.of_code(&row.employee_code);
        let account = match &found {
            Ok(who) => self.accounts.get(*who, kind),
            Err(_) => None,
        };
        let current = account.map_or("", |account| account.service_account.as_str());
        let before = Before {
            current,
            code: found.as_ref().map_or("", |who| who.employee.code.as_str()),
            is_logged: self.is_logged(kind, &row.service_account),
        };
        if let Some(damage) = damage::of_service_account(&row.service_account, before) {
            self.refuse(row, column::SERVICE, &row.service_account, damage, None);
        }
        let who = match found {
            Ok(who) => who,
            Err((damage, detail)) => {
                self.refuse(row, column::CODE, &row.employee_code, damage, detail);
                return None;
            }
        };
        self.check_name(row, who.employee);
        if let Some(first) = self.lines.get(who, kind) {
            let detail = Detail {
                line: Some(first),
                ..Detail::of([who.employee])
            };
            let second = (Problem::SecondRow, None);
            self.refuse(row, column::CODE, &row.employee_code, second, Some(detail));
            return None;
        }
        self.lines.put(who, kind, row.line);
        let earlier = account.is_some_and(|account| {
            !row.service_account.is_empty()
                && self.choices.from.is_some_and(|from| from < account.since)
        });
        Some(Settled {
            line: row.line,
            who,
            kind,
            account,
            name: PcUserName::new(row.service_account.as_str()),
            changes: current != row.service_account || earlier,
        })
    }

    /// Whether the file has a row for the account.
    pub(super) fn lists(&self, held: &Held<'_>) -> bool {
        self.lines.get(held.by, held.account.kind).is_some()
    }

    fn is_logged(&self, kind: LinkKind, name: &str) -> bool {
        !self.logged.is_empty() && self.logged.contains(&(kind, PcUserName::new(name)))
    }

    /// The row's kind: by 種別コード, else by 連携種別, else MaLion.
    fn kind(&mut self, row: &Row) -> Option<LinkKind> {
        let (code, label) = (row.kind_code.as_deref(), row.kind.as_deref());
        let (code, label) = (code.unwrap_or_default(), label.unwrap_or_default());
        let by_code = LinkKind::ALL
            .into_iter()
            .find(|kind| kind.code_text() == code);
        let by_label = LinkKind::ALL.into_iter().find(|kind| kind.label() == label);
        if by_code.is_none() && !code.is_empty() {
            let near = LinkKind::ALL.map(LinkKind::code_text).into_iter();
            let likely = near.map(str::to_owned).find(|near| *near == narrow(code));
            self.refuse(
                row,
                column::KIND_CODE,
                code,
                (Problem::KindCode, likely),
                None,
            );
            return None;
        }
        if by_label.is_none() && !label.is_empty() {
            let mut near = LinkKind::ALL.into_iter().map(LinkKind::label);
            let likely = near.find(|near| one_form(near) == one_form(label));
            let likely = likely.map(str::to_owned);
            self.refuse(row, column::KIND, label, (Problem::Kind, likely), None);
            return None;
        }
        match (by_code, by_label) {
            (Some(by_code), Some(by_label)) if by_code != by_label => {
                let likely = Some(by_code.label().to_owned());
                self.refuse(
                    row,
                    column::KIND,
                    label,
                    (Problem::KindMismatch, likely),
                    None,
                );
                None
            }
            (by_code, by_label) => Some(by_code.or(by_label).unwrap_or(LinkKind::MaLion)),
        }
    }

    fn check_name(&mut self, row: &Row, employee: &Employee) {
        let cell = row.name.as_deref().unwrap_or_default();
        let name = employee.full_name();
        if cell.is_empty() || cell == name {
            return;
        }
        if cell.chars().any(char::is_control) {
            // Rows that a stray quote swallowed would be accepted as part of a name.
            let likely = Some(name).filter(|name| one_form(name) == one_form(cell));
            self.refuse(row, column::NAME, cell, (Problem::Control, likely), None);
        } else if unblanked(cell) != cell {
            let likely = Some(unblanked(cell).to_owned());
            self.refuse(row, column::NAME, cell, (Problem::Blanks, likely), None);
        } else if !self.choices.accept_names && one_form(cell) != one_form(&name) {
            let other = self.people.of_name(cell);
            let likely = other.map(|other| other.code.to_string());
            let detail = Detail::of([employee].into_iter().chain(other));
            self.refuse(
                row,
                column::NAME,
                cell,
                (Problem::Name, likely),
                Some(detail),
            );
        }
    }
}
