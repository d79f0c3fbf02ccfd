//! How long the program takes to start, and to say how the relay is.

use std::time::{Duration, Instant};

use crate::people::company;
use crate::row::{median, row, told};

const TIMES: usize = 21;

pub(crate) fn measure() {
    let office = company(1);
    let took = |arguments: &[&str]| -> Duration {
        let times = (0..TIMES).map(|_| {
            let began = Instant::now();
            assert_eq!(office.run(arguments).ended_with(), Some(0));
            began.elapsed()
        });
        median(times.collect())
    };
    row("start (`--version`)", &told(took(&["--version"])), "");
    row("`punches list`", &told(took(&["punches", "list"])), "");
}
