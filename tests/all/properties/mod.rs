//! What holds of the rules whatever the logs are.

mod histories;
mod hold;
mod rounds;
mod stored;
