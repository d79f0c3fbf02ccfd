//! The account-link file.
