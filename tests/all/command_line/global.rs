//! The global options, wherever they stand, and the environment that speaks with them.

use crate::harness::Office;

const TARO: (&str, &str, &str, &str) = ("1000", "勤怠", "太郎", "tarouk");

#[test]
fn they_may_stand_before_between_and_behind_the_words() {
    let office = Office::of(&[TARO]);
    let option: [&[&str]; 8] = [
        &["--lang", "en"],
        &["--format", "json"],
        &["--color", "never"],
        &["-q"],
        &["--quiet"],
        &["-v"],
        &["-y"],
        &["--state", "other.db"],
    ];
    for given in option {
        let plain = ["employees", "list"];
        let says = |words: Vec<&str>| {
            let ran = office.run(&words).exits(0);
            ran.told().split_once('\n').map(|(_, rest)| rest.to_owned())
        };
        let first = says([given, &plain[..]].concat());
        assert_eq!(
            first,
            says([&plain[..1], given, &plain[1..]].concat()),
            "{given:?}"
        );
        assert_eq!(first, says([&plain[..], given].concat()), "{given:?}");
    }
}

#[test]
fn a_wrong_value_of_theirs_is_named() {
    let office = Office::empty(&[]);
    for (option, value) in [("--format", "xml"), ("--lang", "fr"), ("--color", "blue")] {
        let words = ["config", "list", option, value];
        office.run(&words).exits(2).warns(option).warns(value);
        office.run(&words[..3]).exits(2).warns(option);
    }
    office.run(&["config", "list", "-q", "-v"]).exits(2);
    office
        .run(&["config", "list", "--state", "a.db", "--state", "b.db"])
        .exits(2)
        .warns("--state");
}

#[test]
fn the_language_is_the_options_then_the_settings_then_the_locales() {
    let office = Office::empty(&[]);
    let list = ["employees", "list", "--bogus"];
    office.run(&list).exits(2).warns("対処");
    office.setting("display.language", "en");
    office
        .run(&["config", "get", "kot.token"])
        .exits(0)
        .warns("is not set");
    office
        .run(&["config", "get", "kot.token", "--lang", "ja"])
        .exits(0)
        .warns("設定");
}

#[test]
fn colours_are_used_where_they_are_asked_for_and_never_off_a_terminal() {
    let office = Office::of(&[TARO]);
    let coloured = |words: &[&str]| office.run(words).told().contains('\u{1b}');
    let check = ["config", "check"];
    assert!(coloured(&[&check[..], &["--color", "always"]].concat()));
    assert!(!coloured(&check));
    assert!(!coloured(&[&check[..], &["--color", "never"]].concat()));
}

#[test]
fn the_state_file_is_the_options_then_the_environments() {
    let office = Office::empty(&[]);
    let named = office.path("named.db");
    let named = named.to_str().expect("a path");
    office
        .run(&["config", "set", "kot.lanes", "7", "--state", named])
        .exits(0);
    office
        .run(&["config", "get", "kot.lanes"])
        .exits(0)
        .says("4");
    office
        .run(&["config", "get", "kot.lanes", "--state", named])
        .exits(0)
        .says("7");
    office.setting("state", named);
    office
        .run(&["config", "get", "kot.lanes"])
        .exits(0)
        .says("7");
}
