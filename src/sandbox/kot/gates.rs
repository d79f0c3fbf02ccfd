//! What every request passes first: the token and its caller, the budget, the closed hours, the permission.

use super::refusal::Refusal;
use super::routes::Call;
use super::world::World;
use crate::domain::time::Jst;
use crate::sandbox::asked::Asked;

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

/// Counts the request, whatever is said to it afterwards; whether it is one too many.
fn overspent(world: &mut World, is_punch: bool, now: Jst) -> bool {
    let span = world.switches.budget_span;
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

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use crate::sandbox::caller::{Connection, at, call, get, punch, sandbox};
    use crate::sandbox::{Access, DataKind};

    #[test]
    fn a_wrong_token_is_403_100() {
        let (sandbox, _) = sandbox();
        for headers in [
            "",
            "Authorization: Bearer wrong\r\n",
            "Authorization: Basic eDp5\r\n",
        ] {
            let mut connection = Connection::open(&sandbox.kot.base_url());
            connection.send("GET", "/v1.0/company", headers, "");
            assert_eq!(connection.hear().unwrap().error(), (403, 100), "{headers}");
        }
    }

    #[test]
    fn a_caller_off_the_list_is_403_100_until_put_back() {
        let (sandbox, _) = sandbox();
        sandbox.kot.refuse_caller(true);
        assert_eq!(get(&sandbox.kot, "/company").error(), (403, 100));
        sandbox.kot.refuse_caller(false);
        assert_eq!(get(&sandbox.kot, "/company").status, 200);
    }

    #[test]
    fn a_missing_permission_is_403_100_for_its_calls_only() {
        for (kind, access, refused, allowed) in [
            (DataKind::Company, Access::Read, "/company", "/divisions"),
            (DataKind::Divisions, Access::Read, "/divisions", "/company"),
            (
                DataKind::WorkingTypes,
                Access::Read,
                "/working-types",
                "/company",
            ),
            (DataKind::Employees, Access::Read, "/employees", "/company"),
            (
                DataKind::Employees,
                Access::Read,
                "/employees/1000",
                "/company",
            ),
            (
                DataKind::TimeRecords,
                Access::Read,
                "/daily-workings/timerecord",
                "/daily-workings/2024-12-17",
            ),
            (
                DataKind::DailyWorkings,
                Access::Read,
                "/daily-workings/2024-12-17",
                "/daily-workings/timerecord/2024-12-17",
            ),
        ] {
            let (sandbox, _) = sandbox();
            sandbox.kot.deny(kind, access);
            assert_eq!(get(&sandbox.kot, refused).error(), (403, 100), "{refused}");
            assert_eq!(get(&sandbox.kot, allowed).status, 200, "{allowed}");
            sandbox.kot.allow(kind, access);
            assert_eq!(get(&sandbox.kot, refused).status, 200, "{refused}");
        }
    }

    #[test]
    fn a_punch_needs_the_permission_to_write() {
        let (sandbox, key) = sandbox();
        sandbox.kot.deny(DataKind::TimeRecords, Access::Write);
        assert_eq!(
            punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().error(),
            (403, 100)
        );
        assert_eq!(get(&sandbox.kot, "/daily-workings/timerecord").status, 200);
        assert!(sandbox.kot.punches().is_empty());
    }

    #[test]
    fn the_closed_hours_are_half_open_and_refuse_all_but_token_calls_and_punches() {
        let (sandbox, key) = sandbox();
        for (time, closed) in [
            ("08:29:59", false),
            ("08:30:00", true),
            ("09:59:59", true),
            ("10:00:00", false),
            ("17:29:59", false),
            ("17:30:00", true),
            ("18:29:59", true),
            ("18:30:00", false),
        ] {
            sandbox.stop_at(at(time));
            for path in [
                "/company",
                "/divisions",
                "/employees",
                "/daily-workings/timerecord",
            ] {
                let heard = get(&sandbox.kot, path);
                match closed {
                    true => assert_eq!(heard.error(), (403, 104), "{time} {path}"),
                    false => assert_eq!(heard.status, 200, "{time} {path}"),
                }
            }
            let token = sandbox.kot.token();
            let heard = get(&sandbox.kot, &format!("/tokens/{token}/available"));
            assert_eq!(heard.json()["available"], true, "{time}");
            assert_eq!(
                punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status,
                201,
                "{time}"
            );
        }
    }

    #[test]
    fn the_closed_hours_go_by_the_servers_own_skewed_clock_which_its_date_shows() {
        let (sandbox, _) = sandbox();
        sandbox.set_now(at("08:29:30"));
        sandbox.kot.skew_clock(TimeDelta::seconds(30));
        let heard = get(&sandbox.kot, "/company");
        assert_eq!(heard.error(), (403, 104));
        let date = heard.header("date").unwrap();
        assert!(date.starts_with("Mon, 16 Dec 2024 23:30:0"), "{date}");
    }

    #[test]
    fn over_the_budget_is_429_in_the_flat_shape_and_five_minutes_later_it_is_open_again() {
        let (sandbox, key) = sandbox();
        sandbox.kot.switch(|switches| {
            switches.budget = 3;
            switches.punch_budget = 2;
        });
        for status in [200, 200, 200, 429] {
            assert_eq!(get(&sandbox.kot, "/company").status, status);
        }
        for status in [201, 201, 429] {
            assert_eq!(
                punch(&sandbox.kot, &key, "09:00:00", 1).unwrap().status,
                status
            );
        }
        let heard = get(&sandbox.kot, "/company");
        assert_eq!(heard.json()["code"], "303");
        assert_eq!(heard.header("retry-after"), None);
        sandbox
            .kot
            .switch(|switches| switches.retry_after = Some(60));
        let heard = get(&sandbox.kot, "/company");
        assert_eq!(heard.header("retry-after"), Some("60"));
        sandbox.set_now(at("12:06:00"));
        assert_eq!(get(&sandbox.kot, "/company").status, 200);
    }

    #[test]
    fn anything_else_is_404() {
        let (sandbox, key) = sandbox();
        let token = sandbox.kot.token();
        for (method, path) in [
            ("GET", "/administrators".to_owned()),
            ("POST", format!("/tokens/{token}")),
            ("DELETE", format!("/tokens/{token}")),
            ("PUT", format!("/daily-workings/timerecord/{key}")),
            ("DELETE", format!("/daily-workings/timerecord/{key}")),
            ("POST", "/daily-workings/timerecord".to_owned()),
        ] {
            let heard = call(&sandbox.kot, method, &path, "").unwrap();
            assert_eq!(heard.status, 404, "{method} {path}");
        }
    }
}
