//! Finding the employee whom a cell means, and saying why nobody is meant.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::damage::{Damage, is_date, is_formula_error, scientific};
use super::names::{narrow, one_form, unblanked};
use super::originals::Originals;
use super::row::{Detail, Problem};
use crate::domain::employee::Employee;
use crate::domain::time::WorkDay;

/// An employee and their number among all: what is kept of them while the file is read is found by it, which takes
/// a fraction of the time that their long key takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'a> {
    pub(super) number: usize,
    pub(super) employee: &'a Employee,
}

/// The employees by what a file can call them.
#[derive(Debug)]
pub(super) struct People<'a> {
    employees: &'a [Employee],
    today: WorkDay,
    by_code: HashMap<&'a str, Vec<Numbered<'a>>>,
    originals: OnceCell<Originals<'a>>,
    by_name: OnceCell<HashMap<String, Vec<&'a Employee>>>,
}

/// The employees in their order.
pub(super) fn numbered(employees: &[Employee]) -> impl Iterator<Item = Numbered<'_>> {
    let employees = employees.iter().enumerate();
    employees.map(|(number, employee)| Numbered { number, employee })
}

impl<'a> People<'a> {
    pub(super) fn new(employees: &'a [Employee], today: WorkDay) -> Self {
        let mut by_code: HashMap<_, Vec<_>> = HashMap::with_capacity(employees.len());
        for one in numbered(employees) {
            let code = one.employee.code.as_str();
            by_code.entry(code).or_default().push(one);
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
    pub(super) fn of_code(&self, cell: &str) -> Result<Numbered<'a>, (Damage, Option<Detail>)> {
        let bearers = self.bearers(cell);
        let mut current = bearers.iter().filter(|one| self.is_current(one.employee));
        match (current.next(), current.next()) {
            (Some(one), None) => return Ok(*one),
            (Some(one), Some(other)) => {
                let all = [one, other].into_iter().chain(current);
                let detail = Detail::of(all.map(|one| one.employee));
                return Err(((Problem::SeveralEmployees, None), Some(detail)));
            }
            (None, _) => {}
        }
        let bearers = bearers.iter().map(|one| one.employee);
        let Some(left) = bearers.max_by_key(|bearer| bearer.active) else {
            return Err((self.why_unknown(cell), None));
        };
        let problem = match left.active {
            true => Problem::Resigned,
            false => Problem::Gone,
        };
        let detail = Detail {
            resigned: left.resigned,
            ..Detail::of([left])
        };
        Err(((problem, None), Some(detail)))
    }

    fn is_current(&self, employee: &Employee) -> bool {
        employee.is_current(self.today)
    }

    fn bearers(&self, code: &str) -> &[Numbered<'a>] {
        self.by_code
            .get(code)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn is_code(&self, text: &str) -> bool {
        self.bearers(text)
            .iter()
            .any(|one| self.is_current(one.employee))
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
