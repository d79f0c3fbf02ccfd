//! What readings show, over a socket.

use serde_json::{Value, json};

use crate::sandbox::caller::{at, day, get, punch, sandbox};
use crate::sandbox::{Employee, Kot, key_of};

fn codes(kot: &Kot, query: &str) -> Vec<String> {
    let rows = get(kot, &format!("/employees{query}")).json();
    let code = |row: &Value| row["code"].as_str().unwrap().to_owned();
    rows.as_array().unwrap().iter().map(code).collect()
}

#[test]
fn the_company_and_its_parts_are_in_their_shapes() {
    let (sandbox, _) = sandbox();
    sandbox.kot.set_company_key("another");
    assert_eq!(get(&sandbox.kot, "/company").json()["key"], "another");
    assert_eq!(
        get(&sandbox.kot, "/divisions").json(),
        json!([{"code": "1000", "name": "本社", "dayBorderTime": "05:00"}])
    );
    assert_eq!(
        get(&sandbox.kot, "/working-types").json(),
        json!([{"code": "1", "name": "正社員"}])
    );
}

#[test]
fn an_employee_leaves_out_what_is_null_or_was_not_asked_for() {
    let (sandbox, key) = sandbox();
    let bare = json!([{
        "divisionCode": "1000", "divisionName": "本社", "gender": "male", "typeCode": "1",
        "typeName": "正社員", "code": "1000", "lastName": "勤怠", "firstName": "太郎", "key": key,
    }]);
    sandbox.kot.change_employee(&key, |employee| {
        employee.hired = Some(day("2013-04-01"));
        employee.emails = vec!["taro@example.co.jp".to_owned()];
    });
    assert_eq!(get(&sandbox.kot, "/employees").json(), bare);
    let fields = "hiredDate,resignationDate,emailAddresses";
    let rows = get(
        &sandbox.kot,
        &format!("/employees?additionalFields={fields}"),
    )
    .json();
    assert_eq!(rows[0]["hiredDate"], "2013-04-01");
    assert_eq!(rows[0]["emailAddresses"], json!(["taro@example.co.jp"]));
    assert_eq!(rows[0].get("resignationDate"), None);
}

#[test]
fn people_are_listed_as_they_are_enrolled_on_the_day() {
    let (sandbox, key) = sandbox();
    let mut gone = Employee::new("2000", "退職", "花子", "1000");
    gone.resigned = Some(day("2024-12-16"));
    let mut leaving = Employee::new("3000", "在籍", "一郎", "1000");
    leaving.resigned = Some(day("2024-12-17"));
    let mut coming = Employee::new("4000", "入社", "二郎", "1000");
    coming.hired = Some(day("2024-12-18"));
    let deleted = Employee::new("5000", "削除", "三郎", "1000");
    for employee in [gone, leaving, coming, deleted] {
        sandbox.kot.add_employee(employee);
    }
    sandbox.kot.delete(&key_of("5000"));
    for (query, listed) in [
        ("", vec!["1000", "3000"]),
        ("?includeResigner=true", vec!["1000", "2000", "3000"]),
        ("?date=2024-12-16", vec!["1000", "2000", "3000"]),
        ("?date=2024-12-18", vec!["1000", "4000"]),
        ("?division=1000", vec!["1000", "3000"]),
        ("?division=2000", vec![]),
    ] {
        assert_eq!(codes(&sandbox.kot, query), listed, "{query}");
    }
    sandbox
        .kot
        .switch(|switches| switches.list_not_yet_hired = true);
    assert_eq!(codes(&sandbox.kot, ""), ["1000", "3000", "4000"]);
    assert_eq!(get(&sandbox.kot, "/employees/2000").status, 404);
    let with = get(
        &sandbox.kot,
        "/employees/2000?includeResigner=true&additionalFields=resignationDate",
    );
    assert_eq!(with.json()["resignationDate"], "2024-12-16");
    assert!(sandbox.kot.change_code(&key, "A0001"));
    assert_eq!(
        get(&sandbox.kot, "/employees/A0001").json()["key"],
        key.as_str()
    );
    assert!(sandbox.kot.resign(&key, Some(day("2024-12-01"))));
    assert_eq!(codes(&sandbox.kot, ""), ["3000", "4000"]);
}

#[test]
fn spans_selections_and_dates_are_checked() {
    let (sandbox, key) = sandbox();
    for (query, status, code) in [
        ("", 200, 0),
        ("?start=2024-12-17&end=2024-12-17", 200, 0),
        ("?start=2024-10-17&end=2024-12-17", 200, 0),
        ("?start=2024-10-16&end=2024-12-17", 400, 1),
        ("?start=2024-12-18&end=2024-12-17", 400, 1),
        ("?start=2024-12-17", 400, 1),
        ("?end=2024-12-17", 400, 1),
        ("?start=2024/12/17&end=2024-12-17", 400, 2),
        ("?start=2024-12-17&end=2024-12", 400, 2),
        ("?start=2021-12-17&end=2021-12-17", 200, 0),
        ("?start=2021-12-16&end=2021-12-17", 400, 1),
        ("?start=2025-12-17&end=2025-12-18", 400, 1),
        ("?division=1000", 200, 0),
        ("?division=1000&ondivision=true", 200, 0),
        ("?ondivision=true", 400, 1),
        ("?employeeKeys=x&division=1000", 400, 1),
    ] {
        let heard = get(&sandbox.kot, &format!("/daily-workings/timerecord{query}"));
        assert_eq!(heard.status, status, "{query}");
        if status == 400 {
            assert_eq!(heard.error().1, code, "{query}");
        }
    }
    for path in [
        "/employees?date=20241217".to_owned(),
        "/employees?date=2020-01-01".to_owned(),
        "/daily-workings/timerecord/2024-12".to_owned(),
        "/daily-workings/yesterday".to_owned(),
        format!("/daily-workings/timerecord/2024-12-17?employeeKeys={key}&division=1000"),
    ] {
        assert_eq!(get(&sandbox.kot, &path).status, 400, "{path}");
    }
}

#[test]
fn a_span_shows_each_day_with_its_people_and_their_punches_only() {
    let (sandbox, key) = sandbox();
    let other = sandbox
        .kot
        .add_employee(Employee::new("1001", "勤怠", "花子", "1000"));
    let today = day("2024-12-17");
    sandbox.kot.add_punch(&key, today, at("09:00:00"), 1, None);
    let path = "/daily-workings/timerecord?start=2024-12-16&end=2024-12-17";
    let empty = |key: &str, date: &str| json!({"date": date, "employeeKey": key, "timeRecord": []});
    let worked = json!({"date": "2024-12-17", "employeeKey": key, "timeRecord": [{
        "time": "2024-12-17T09:00:00+09:00", "code": "1", "name": "出勤",
        "divisionCode": "1000", "divisionName": "本社"}]});
    assert_eq!(
        get(&sandbox.kot, path).json(),
        json!([
            {"date": "2024-12-16", "dailyWorkings":
                [empty(&key, "2024-12-16"), empty(&other, "2024-12-16")]},
            {"date": "2024-12-17", "dailyWorkings": [worked, empty(&other, "2024-12-17")]},
        ])
    );
    let only = get(&sandbox.kot, &format!("{path}&employeeKeys={other},nobody")).json();
    assert_eq!(
        only[1]["dailyWorkings"],
        json!([empty(&other, "2024-12-17")])
    );
    sandbox
        .kot
        .switch(|switches| switches.list_people_without_punches = false);
    assert_eq!(
        get(&sandbox.kot, path).json(),
        json!([
            {"date": "2024-12-16", "dailyWorkings": []},
            {"date": "2024-12-17", "dailyWorkings": [worked]},
        ])
    );
}

#[test]
fn the_employee_of_the_day_is_shown_where_it_was_asked_for() {
    let (sandbox, _) = sandbox();
    for path in [
        "/daily-workings/timerecord/2024-12-17",
        "/daily-workings/2024-12-17",
    ] {
        let without = get(&sandbox.kot, path).json();
        assert_eq!(without["dailyWorkings"][0].get("currentDateEmployee"), None);
        let with = get(
            &sandbox.kot,
            &format!("{path}?additionalFields=currentDateEmployee"),
        );
        let employee = &with.json()["dailyWorkings"][0]["currentDateEmployee"];
        assert_eq!(employee["code"], "1000");
        assert_eq!(employee.get("key"), None);
    }
}

#[test]
fn a_deleted_person_and_the_punches_are_in_no_reading_but_in_the_record() {
    let (sandbox, key) = sandbox();
    punch(&sandbox.kot, &key, "09:00:00", 1).unwrap();
    sandbox.kot.delete(&key);
    for path in [
        "/employees?includeResigner=true",
        "/daily-workings/timerecord",
        "/daily-workings/2024-12-17",
    ] {
        assert!(!get(&sandbox.kot, path).body.contains(&key), "{path}");
    }
    assert_eq!(sandbox.kot.punches().len(), 1);
}

#[test]
fn a_day_shows_whether_it_is_closed_and_whether_it_is_in_error() {
    let (sandbox, key) = sandbox();
    let today =
        || get(&sandbox.kot, "/daily-workings/2024-12-17").json()["dailyWorkings"][0].clone();
    assert_eq!(today()["isClosing"], false);
    assert_eq!(today()["isError"], false);
    sandbox.kot.close_day(day("2024-12-17"));
    for _ in 0..2 {
        punch(&sandbox.kot, &key, "09:00:00", 1).unwrap();
    }
    assert_eq!(today()["isClosing"], true);
    assert_eq!(today()["isError"], true);
}
