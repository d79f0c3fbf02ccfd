//! Accounts: which PC user name is which employee's, and from which work day.

use super::employee::EmployeeKey;
use super::pc_log::{LinkKind, PcUserName};
use super::time::WorkDay;

/// An employee's サービスアカウント of one kind, as the account page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Whose.
    pub employee: EmployeeKey,
    /// Of which product.
    pub kind: LinkKind,
    /// The PC user name; empty when nothing is linked.
    pub service_account: PcUserName,
    /// True once an import has set it; until then it is the 従業員コード that the sync gave.
    pub set_by_import: bool,
    /// The first work day of the link; [`WorkDay::EARLIEST`] for a name's first link ever.
    pub since: WorkDay,
}

/// One entry of a user name's history: from `from` on it is `employee`'s, or nobody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Of which product.
    pub kind: LinkKind,
    /// The user name.
    pub user_name: PcUserName,
    /// Whose it is from then on; `None` when it was taken off.
    pub employee: Option<EmployeeKey>,
    /// First work day on which this holds.
    pub from: WorkDay,
}
