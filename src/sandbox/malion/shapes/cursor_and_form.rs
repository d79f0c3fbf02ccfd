//! Pages behind cursors, asked for by forms that bear the codes.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::questions::{Pairs, admit, found, is_logon_or_logoff, window};
use crate::domain::time::{Jst, jst_offset};
use crate::sandbox::answer::Answer;
use crate::sandbox::asked::{Asked, form_pairs};
use crate::sandbox::malion::wire::Refusal;
use crate::sandbox::malion::world::{Log, World};

const LONGEST_WINDOW_HOURS: i64 = 24;
const LARGEST_PAGE: usize = 100;

/// Answers one request.
pub(in crate::sandbox::malion) fn route(
    world: &World,
    asked: &Asked,
    now: Jst,
) -> Result<Answer, Refusal> {
    if asked.method != "POST" || asked.path != "/operations/search" {
        return Err(Refusal::NotFound);
    }
    let is_form = asked.header("content-type") == Some("application/x-www-form-urlencoded");
    if !asked.query.is_empty() || !is_form {
        return Err(Refusal::BadRange("everything that is asked is a form"));
    }
    let form = form_pairs(&asked.body);
    let known = [
        "admin", "secret", "after", "before", "count", "cursor", "type",
    ];
    let pairs = Pairs::of(&form, &known)?;
    admit(world, pairs.get("admin").zip(pairs.get("secret")))?;
    let (from, to) = (moment(pairs.need("after")?), moment(pairs.need("before")?));
    let window = window(from, to, LONGEST_WINDOW_HOURS)?;
    let count = pairs.number("count", 1, LARGEST_PAGE)?;
    let all = match pairs.need("type")? {
        "1" => false,
        "0" => true,
        _ => return Err(Refusal::BadRange("type must be 0 or 1")),
    };
    let found: Vec<&Log> = found(world, now, window, |log| log.collected_at)
        .into_iter()
        .filter(|log| all || is_logon_or_logoff(log))
        .collect();
    let begin = match pairs.get("cursor") {
        None => 0,
        Some(cursor) => cursor
            .strip_prefix("c/")
            .and_then(|place| place.parse().ok())
            .filter(|place| (1..found.len()).contains(place))
            .ok_or(Refusal::BadRange("an unknown cursor"))?,
    };
    let end = begin + count;
    let items: Vec<Value> = found
        .iter()
        .skip(begin)
        .take(count)
        .map(|log| item(log))
        .collect();
    let next = (end < found.len()).then(|| format!("c/{end}"));
    let body = json!({"data": {"items": items}, "paging": {"next": next}});
    Ok(Answer::json(200, body))
}

/// In UTC with a `Z`, and nothing else.
fn moment(text: &str) -> Option<Jst> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    text.ends_with('Z')
        .then(|| moment.with_timezone(&jst_offset()))
}

fn item(log: &Log) -> Value {
    let time = |moment: Jst| {
        let utc = moment.with_timezone(&Utc);
        utc.format("%Y-%m-%dT%H:%M:%S.000Z").to_string()
    };
    let word = match log.operation.as_str() {
        "ログオン" => "LOGON",
        "ログオフ" => "LOGOFF",
        other => other,
    };
    json!({
        "no": log.log_id,
        "when": {"occurred": time(log.occurred_at), "collected": time(log.collected_at)},
        "what": word,
        "pc": {"name": log.terminal, "code": log.link_code},
        "who": {"domain": log.domain, "name": log.user},
    })
}
