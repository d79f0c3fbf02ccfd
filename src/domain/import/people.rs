//! Finding the employee whom a cell means, and saying why nobody is meant.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::damage::{Damage, is_date, is_formula_error, scientific};
use super::names::{narrow, one_form, unblanked};
use super::originals::Originals;
use super::row::{Detail, Problem};
use crate::domain::employee::Employee;
use crate::domain::time::WorkDay;

/// The employees by what a file can call them.
#[derive(Debug)]
pub(super) struct People<'a> {
    employees: &'a [Employee],
    today: WorkDay,
    by_code: HashMap<&'a str, Vec<&'a Employee>>,
    originals: OnceCell<Originals<'a>>,
    by_name: OnceCell<HashMap<String, Vec<&'a Employee>>>,
}

impl<'a> People<'a> {
    pub(super) fn new(employees: &'a [Employee], today: WorkDay) -> Self {
        let mut by_code: HashMap<_, Vec<_>> = HashMap::new();
        for employee in employees {
            let code = employee.code.as_str();
            by_code.entry(code).or_default().push(employee);
        }
        Self {
            employees,
            today,
            by_code,
            originals: OnceCell::new(),
            by_name: OnceCell::new(),
        }
    }

    /// The one current employee with the code that the cell says.
    pub(super) fn of_code(&self, cell: &str) -> Result<&'a Employee, (Damage, Option<Detail>)> {
        let bearers = self.bearers(cell);
        let current = bearers.iter().filter(|one| one.is_current(self.today));
        let mut current = current.copied();
        match (current.next(), current.next()) {
            (Some(employee), None) => return Ok(employee),
            (Some(one), Some(other)) => {
                let detail = Detail::of([one, other].into_iter().chain(current));
                return Err(((Problem::SeveralEmployees, None), Some(detail)));
            }
            (None, _) => {}
        }
        let Some(left) = bearers.iter().max_by_key(|bearer| bearer.active) else {
            return Err((self.why_unknown(cell), None));
        };
        let problem = match left.active {
            true => Problem::Resigned,
            false => Problem::Gone,
        };
        let detail = Detail {
            resigned: left.resigned,
            ..Detail::of([*left])
        };
        Err(((problem, None), Some(detail)))
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
        let restored = || known(narrowed.clone()).or_else(|| self.traced(&narrowed)?.1);
        if cell.is_empty() {
            (Problem::NoCode, None)
        } else if unblanked(cell) != cell {
            (Problem::Blanks, restored())
        } else if narrowed != cell {
            (Problem::FullWidth, restored())
        } else if let Some(damage) = self.traced(cell) {
            damage
        } else if scientific(cell).is_some() {
            (Problem::Scientific, None)
        } else if is_date(cell) {
            (Problem::Date, None)
        } else if is_formula_error(cell) {
            (Problem::Converted, None)
        } else {
            (Problem::UnknownEmployee, None)
        }
    }

    /// Which code a spreadsheet shows so.
    fn traced(&self, cell: &str) -> Option<Damage> {
        let originals = self.originals.get_or_init(|| {
            let current = self
                .employees
                .iter()
                .filter(|one| one.is_current(self.today));
            Originals::new(current.map(|employee| employee.code.as_str()))
        });
        originals.of(cell)
    }

    /// The only current employee of that name: whose row it may have been.
    pub(super) fn of_name(&self, name: &str) -> Option<&'a Employee> {
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
            Some([employee]) => Some(*employee),
            _ => None,
        }
    }
}
