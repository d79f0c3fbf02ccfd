//! `--employee CODE`: whom a command looks at.

use crate::domain::employee::{Employee, EmployeeKey};
use crate::domain::spelling;
use crate::locale::Text;

use super::{Exit, Failure};

/// The person of that code: of several, who bore it one after the other, the one who is there now.
///
/// # Errors
/// Exit 2 with the nearest code where nobody has it.
pub(super) fn find<'a>(code: &str, employees: &'a [Employee]) -> anyhow::Result<&'a Employee> {
    let of_code = employees
        .iter()
        .filter(|employee| employee.code.as_str() == code);
    of_code
        .max_by_key(|employee| employee.active)
        .ok_or_else(|| unknown(code, employees).into())
}

/// The person of the option; `None` where it was not given.
///
/// # Errors
/// As of [`find`].
pub(super) fn key(
    code: Option<&str>,
    employees: &[Employee],
) -> anyhow::Result<Option<EmployeeKey>> {
    let employee = code.map(|code| find(code, employees)).transpose()?;
    Ok(employee.map(|employee| employee.key.clone()))
}

fn unknown(code: &str, employees: &[Employee]) -> Failure {
    let known = employees.iter();
    let known = known.map(|employee| (employee.code.as_str(), employee));
    let remedy = match spelling::nearest(code, known) {
        Some(employee) => Text::new("employee-nearest")
            .with("code", employee.code.as_str())
            .with("name", employee.full_name()),
        None => Text::new("employee-see-list"),
    };
    let message = Text::new("employee-not-known").with("code", code);
    Failure::new(Exit::Usage, "usage.employee", message).remedy(remedy)
}

#[cfg(test)]
mod tests {
    use super::{Employee, Failure, find};
    use crate::domain::employee::{EmployeeCode, EmployeeKey};

    fn employee(key: &str, code: &str, active: bool) -> Employee {
        Employee {
            key: EmployeeKey::new(key),
            code: EmployeeCode::new(code),
            last_name: String::new(),
            first_name: String::new(),
            division_code: String::new(),
            emails: Vec::new(),
            hired: None,
            resigned: None,
            active,
        }
    }

    #[test]
    fn an_unknown_code_is_answered_with_the_nearest() {
        let employees = [
            employee("old", "1000", false),
            employee("new", "1000", true),
            employee("other", "20", true),
        ];
        for (code, found) in [("1000", "new"), ("20", "other")] {
            let key = find(code, &employees).map(|employee| employee.key.as_str());
            assert_eq!(key.ok(), Some(found), "{code}");
        }
        for (code, key) in [
            ("01000", "employee-nearest"),
            ("1001", "employee-nearest"),
            ("x", "employee-see-list"),
        ] {
            let failure = Failure::of(&find(code, &employees).unwrap_err());
            assert_eq!(failure.remedy.unwrap().key(), key, "{code}");
        }
    }
}
