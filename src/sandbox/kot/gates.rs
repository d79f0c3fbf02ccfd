//! What every request passes first: the token and its caller, the budget, the closed hours, the permission.

use chrono::TimeDelta;

use super::refusal::Refusal;
use super::routes::Call;
use super::world::World;
use crate::domain::time::Jst;
use crate::sandbox::asked::Asked;

/// The span over which requests are counted (section 5.3).
const BUDGET_MINUTES: i64 = 5;

/// Lets the request in or says why not.
pub(super) fn admit(
    world: &mut World,
    asked: &Asked,
    call: &Call<'_>,
    now: Jst,
) -> Result<(), Refusal> {
    let bearer = asked
        .header("authorization")
        .and_then(|value| value.strip_prefix("Bearer "));
    if bearer != Some(world.token.as_str()) || world.caller_refused {
        return Err(Refusal::Access);
    }
    if overspent(world, matches!(call, Call::Punch(_)), now) {
        return Err(Refusal::TooMany(world.switches.retry_after));
    }
    let closed = &world.switches.closed_hours;
    let time = now.time();
    if !call.always_open()
        && closed
            .iter()
            .any(|span| span.from <= time && time < span.to)
    {
        return Err(Refusal::Closed(closed.clone()));
    }
    match call.needs() {
        Some(need) if world.denied.contains(&need) => Err(Refusal::Access),
        _ => Ok(()),
    }
}

/// Counts the request, the refused ones too; whether it is one too many.
fn overspent(world: &mut World, is_punch: bool, now: Jst) -> bool {
    let span = TimeDelta::minutes(BUDGET_MINUTES);
    world
        .spent
        .retain(|(at, _)| *at <= now && now.signed_duration_since(*at) < span);
    world.spent.push_back((now, is_punch));
    let spent = world
        .spent
        .iter()
        .filter(|(_, punch)| *punch == is_punch)
        .count();
    let budget = if is_punch {
        world.switches.punch_budget
    } else {
        world.switches.budget
    };
    spent > budget
}
