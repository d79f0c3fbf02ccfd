//! People synced and their accounts imported, as many as the largest companies have.

use crate::harness::{Measured, Office};
use crate::people::employs;
use crate::row::{row, told};

pub(crate) fn measure() {
    for people in [10_000, 100_000] {
        let office = Office::empty(&[]).on_disk().set_up();
        office.file("links.csv", &employs(&office, people));
        office.at("2024-12-16 12:00");
        measured(
            &office,
            &["employees", "sync"],
            &format!("{people} people synced"),
        );
        let import = ["accounts", "import", "links.csv"];
        measured(&office, &import, &format!("{people} accounts imported"));
    }
}

fn measured(office: &Office, command: &[&str], what: &str) {
    let Measured {
        ran,
        wall,
        work,
        peak,
    } = office.measures(command);
    assert_eq!(ran.ended_with(), Some(0));
    let took = format!("{} of work in {}", told(work), told(wall));
    row(what, &took, &format!("{peak} MB"));
}
