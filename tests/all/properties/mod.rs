//! What holds of the rules whatever the logs are.

mod account_files;
mod histories;
mod hold;
mod rounds;
mod stored;
