//! Finding the employee whom a cell means, and saying why nobody is meant.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::iter;

use super::damage::{Damage, is_date, is_formula_error, scientific};
use super::names::{narrow, one_form, unblanked};
use super::originals::Originals;
use super::row::{Detail, Problem};
use crate::domain::employee::Employee;
use crate::domain::pc_log::LinkKind;
use crate::domain::time::WorkDay;

/// An employee and their number among all: what is kept of them while the file is read is found by it, which takes
/// a fraction of the time that their long key takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbered<'a> {
    pub(super) number: usize,
    pub(super) employee: &'a Employee,
}

/// Something for each account of numbered employees, who have one of each kind.
#[derive(Debug)]
pub(super) struct ByAccount<T>(Vec<[Option<T>; LinkKind::ALL.len()]>);

impl<T: Copy> ByAccount<T> {
    /// Nothing yet for the accounts of these.
    pub(super) fn of(employees: &[Employee]) -> Self {
        Self(vec![[None; LinkKind::ALL.len()]; employees.len()])
    }

    pub(super) fn get(&self, who: Numbered<'_>, kind: LinkKind) -> Option<T> {
        *self.0.get(who.number)?.get(kind as usize)?
    }

    pub(super) fn put(&mut self, who: Numbered<'_>, kind: LinkKind, value: T) {
        let place = self.0.get_mut(who.number);
        if let Some(place) = place.and_then(|kinds| kinds.get_mut(kind as usize)) {
            *place = Some(value);
        }
    }
}

/// The employees by what a file can call them.
#[derive(Debug)]
pub(super) struct People<'a> {
    employees: &'a [Employee],
    today: WorkDay,
    by_code: HashMap<&'a str, Bearers<'a>>,
    originals: OnceCell<Originals<'a>>,
    by_name: OnceCell<HashMap<String, Vec<&'a Employee>>>,
}

/// Who bears a code: hardly ever more than one.
#[derive(Debug)]
struct Bearers<'a> {
    first: Numbered<'a>,
    others: Vec<Numbered<'a>>,
}

/// The employees in their order.
pub(super) fn numbered(employees: &[Employee]) -> impl Iterator<Item = Numbered<'_>> {
    let employees = employees.iter().enumerate();
    employees.map(|(number, employee)| Numbered { number, employee })
}

impl<'a> People<'a> {
    pub(super) fn new(employees: &'a [Employee], today: WorkDay) -> Self {
        let mut by_code = HashMap::with_capacity(employees.len());
        for one in numbered(employees) {
            let bearers = by_code.entry(one.employee.code.as_str());
            bearers
                .and_modify(|bearers: &mut Bearers<'_>| bearers.others.push(one))
                .or_insert(Bearers {
                    first: one,
                    others: Vec::new(),
                });
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
        let bearers = || self.bearers(cell);
        let mut current = bearers().filter(|one| self.is_current(one.employee));
        match (current.next(), current.next()) {
            (Some(one), None) => return Ok(one),
            (Some(one), Some(other)) => {
                let all = [one, other].into_iter().chain(current);
                let mut all: Vec<_> = all.map(|one| one.employee).collect();
                all.sort_by_key(|employee| &employee.key);
                let detail = Detail::of(all);
                return Err(((Problem::SeveralEmployees, None), Some(detail)));
            }
            (None, _) => {}
        }
        let bearers = bearers().map(|one| one.employee);
        let Some(left) = bearers.max_by_key(|bearer| (bearer.active, &bearer.key)) else {
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

    fn bearers(&self, code: &str) -> impl Iterator<Item = Numbered<'a>> {
        let bearers = self.by_code.get(code).into_iter();
        bearers.flat_map(|all| iter::once(all.first).chain(all.others.iter().copied()))
    }

    fn is_code(&self, text: &str) -> bool {
        self.bearers(text).any(|one| self.is_current(one.employee))
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
