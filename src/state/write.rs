//! The one way to change the file: a transaction that is on the disk when it returns.

use rusqlite::{Transaction, TransactionBehavior};

use super::{Error, State};

impl State {
    /// Runs `change` in one transaction. Either all of it is durable when this returns, or none of it happened.
    ///
    /// # Errors
    /// What `change` or SQLite refuses; nothing is changed then.
    pub(super) fn write<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let tx = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&tx)?;
        #[cfg(feature = "sandbox")]
        super::rehearsal::before_commit();
        tx.commit()?;
        #[cfg(feature = "sandbox")]
        super::rehearsal::after_commit();
        Ok(value)
    }
}
