//! Finding the employee whom a cell means, and saying why nobody is meant.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::damage::{Damage, is_date, is_number, scientific, without_zeros};
use super::names::{narrow, one_form, unblanked};
use super::row::Problem;
use crate::domain::employee::Employee;
use crate::domain::time::WorkDay;

/// The employees by what a file can call them.
#[derive(Debug)]
pub(super) struct People<'a> {
    employees: &'a [Employee],
    today: WorkDay,
    by_code: HashMap<&'a str, Vec<&'a Employee>>,
    by_number: HashMap<&'a str, Vec<&'a str>>,
    by_name: OnceCell<HashMap<String, Vec<&'a Employee>>>,
}

impl<'a> People<'a> {
    pub(super) fn new(employees: &'a [Employee], today: WorkDay) -> Self {
        let mut by_code: HashMap<_, Vec<_>> = HashMap::new();
        let mut by_number: HashMap<_, Vec<_>> = HashMap::new();
        for employee in employees {
            let code = employee.code.as_str();
            by_code.entry(code).or_default().push(employee);
            if employee.is_current(today) && is_number(code) {
                by_number.entry(without_zeros(code)).or_default().push(code);
            }
        }
        Self {
            employees,
            today,
            by_code,
            by_number,
            by_name: OnceCell::new(),
        }
    }

    /// The one current employee with the code that the cell says.
    pub(super) fn of_code(&self, cell: &str) -> Result<&'a Employee, Damage> {
        let bearers = self.bearers(cell);
        let mut current = bearers.iter().filter(|one| one.is_current(self.today));
        match (current.next(), current.next()) {
            (Some(employee), None) => return Ok(employee),
            (Some(_), Some(_)) => return Err((Problem::SeveralEmployees, None)),
            (None, _) => {}
        }
        match bearers.iter().max_by_key(|bearer| bearer.active) {
            Some(left) if left.active => Err((Problem::Resigned, None)),
            Some(_) => Err((Problem::Gone, None)),
            None => Err(self.why_unknown(cell)),
        }
    }

    fn bearers(&self, code: &str) -> &[&'a Employee] {
        self.by_code
            .get(code)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn is_code(&self, text: &str) -> bool {
        self.bearers(text)
            .iter()
            .any(|one| one.is_current(self.today))
    }

    fn why_unknown(&self, cell: &str) -> Damage {
        let known = |text: String| self.is_code(&text).then_some(text);
        let narrowed = narrow(cell);
        let restored = || known(narrowed.clone()).or_else(|| self.with_zeros(&narrowed));
        if cell.is_empty() {
            (Problem::NoCode, None)
        } else if unblanked(cell) != cell {
            (Problem::Blanks, restored())
        } else if narrowed != cell {
            (Problem::FullWidth, restored())
        } else if let Some(number) = scientific(cell) {
            let likely = self.with_zeros(&number);
            (Problem::Scientific, known(number).or(likely))
        } else if is_date(cell) {
            (Problem::Date, None)
        } else if is_number(cell) && self.by_number.contains_key(without_zeros(cell)) {
            (Problem::LostZeros, self.with_zeros(cell))
        } else {
            (Problem::UnknownEmployee, None)
        }
    }

    /// The only code that is this number with more or fewer zeros in front.
    fn with_zeros(&self, number: &str) -> Option<String> {
        match self.by_number.get(without_zeros(number)).map(Vec::as_slice) {
            Some([code]) if is_number(number) => Some((*code).to_owned()),
            _ => None,
        }
    }

    /// The code of the only current employee of that name: whose row it may have been.
    pub(super) fn code_of_name(&self, name: &str) -> Option<String> {
        let by_name = self.by_name.get_or_init(|| {
            let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
            for employee in self.employees {
                if employee.is_current(self.today) {
                    let name = one_form(&employee.full_name());
                    by_name.entry(name).or_default().push(employee);
                }
            }
            by_name
        });
        match by_name.get(&one_form(name)).map(Vec::as_slice) {
            Some([employee]) => Some(employee.code.to_string()),
            _ => None,
        }
    }
}
