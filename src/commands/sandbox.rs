//! `pcpunch sandbox`: a MaLion and a KING OF TIME on loopback, until a signal ends them.

use std::thread;
use std::time::Duration;

use crate::locale::Text;

use super::signals::Signals;
use super::{Context, Exit, demo_office};

/// How soon a signal is noticed.
const SLICE: Duration = Duration::from_millis(100);

/// Serves the demo's office by this machine's clock, with logs of yesterday and this morning, and says
/// which commands let pcpunch ask it.
///
/// # Errors
/// Where no port is free on loopback.
pub(super) fn run(context: &mut Context) -> anyhow::Result<Exit> {
    let signals = Signals::watch()?;
    let sandbox = demo_office::open_around(context.now())?;
    let (admin_code, secret_code) = sandbox.malion.codes();
    let yesterday = context
        .now()
        .date_naive()
        .pred_opt()
        .unwrap_or_default()
        .to_string();
    let typed = [
        format!("pcpunch config set kot.base_url {}", sandbox.kot.base_url()),
        format!(
            "echo {} | pcpunch config set kot.token --stdin",
            sandbox.kot.token()
        ),
        format!(
            "pcpunch config set malion.base_url {}",
            sandbox.malion.base_url()
        ),
        format!("echo {admin_code} | pcpunch config set malion.admin_code --stdin"),
        format!("echo {secret_code} | pcpunch config set malion.secret_code --stdin"),
        format!("pcpunch config set punch.since {yesterday}"),
    ];
    context.output.say(&Text::new("sandbox-serves"));
    for line in typed {
        context.output.raw(format!("{line}\n").as_bytes())?;
    }
    while signals.exit().is_none() {
        thread::sleep(SLICE);
    }
    context.output.say(&Text::new("sandbox-ends"));
    Ok(Exit::Done)
}
