//! What holds of the rules whatever the logs are.

mod histories;
mod hold;
mod stored;
