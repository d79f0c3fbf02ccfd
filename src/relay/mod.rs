//! The main job, told once: logs are collected, the rules decide, punches are delivered, and what
//! could not be known is settled by reading.

mod adopt;
mod berths;
mod choices;
mod closed_month;
mod collect;
mod company;
mod daily_sync;
mod decide;
mod deliver;
mod error;
mod lane;
mod look;
mod patience;
mod prune;
mod queue;
mod read_first;
mod reading;
mod rehearse;
mod report;
mod round;
mod send;
mod settle;
mod sync;
mod told;
mod unread;

pub use choices::{Choices, today};
pub use collect::{Collected, File, Reread, Source};
pub use company::{part_by_part, punches_released};
pub use deliver::{Delivered, Delivery};
pub use error::Error;
pub use rehearse::Past;
pub use report::{Report, punch_findings};
pub use round::{Round, first_since};
pub use sync::{plan_sync, read_people};
