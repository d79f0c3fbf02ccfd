//! One list without pages, the codes in the address.

use serde_json::{Value, json};

use super::questions::{Pairs, admit, found, window};
use crate::domain::time::{Jst, from_epoch};
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::Asked;
use crate::sandbox::malion::wire::Refusal;
use crate::sandbox::malion::world::{Log, World};

const LONGEST_WINDOW_HOURS: i64 = 6;

/// Answers one request.
pub(in crate::sandbox::malion) fn route(
    world: &World,
    asked: &Asked,
    now: Jst,
) -> Result<Answer, Refusal> {
    if asked.method != "GET" || asked.path != "/logs.json" {
        return Err(Refusal::NotFound);
    }
    let pairs = Pairs::of(&asked.pairs, &["admin", "secret", "since", "until"])?;
    admit(world, pairs.get("admin").zip(pairs.get("secret")))?;
    let moment = |name| -> Result<Option<Jst>, Refusal> {
        let seconds = pairs.need(name)?.parse().ok();
        Ok(seconds.and_then(from_epoch))
    };
    let window = window(moment("since")?, moment("until")?, LONGEST_WINDOW_HOURS)?;
    let logs = found(world, now, window, |log| log.collected_at);
    let rows: Vec<Value> = logs.into_iter().map(row).collect();
    Ok(Answer::json(200, Value::Array(rows)))
}

/// Operations are numbers, and what is not known is null.
fn row(log: &Log) -> Value {
    let operation = match log.operation.as_str() {
        "ログオン" => json!(1),
        "ログオフ" => json!(2),
        other => json!(other),
    };
    json!({
        "id": log.log_id,
        "at": log.occurred_at.timestamp(),
        "received": log.collected_at.timestamp(),
        "op": operation,
        "pc": log.terminal,
        "user": match (&log.domain, &log.user) {
            (Some(domain), Some(user)) => json!(format!("{domain}\\{user}")),
            (_, user) => json!(user),
        },
        "code": log.link_code,
    })
}
