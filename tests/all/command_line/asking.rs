//! Questions at the keyboard, on a terminal.

use crate::harness::Office;

#[test]
fn a_setting_is_asked_for_with_what_it_means_may_be_and_is() {
    let office = Office::empty(&[]);
    let words = ["config", "set", "kot.lanes", "--lang", "en"];
    let Some(mut asked) = office.on_terminal("xterm", &words) else {
        return;
    };
    asked.shows("at once");
    asked.shows("1 to 64");
    asked.shows("kot.lanes [4]:");
    asked.types("many\r");
    asked.shows("kot.lanes cannot have that value.");
    asked.types("8\r");
    let (shown, ran) = asked.ends();
    ran.exits(0);
    assert!(shown.contains("kot.lanes: 4 -> 8"), "{shown}");

    let mut kept = office.on_terminal("xterm", &words).expect("a terminal");
    kept.shows("kot.lanes [8]:");
    kept.types("\r");
    let (shown, ran) = kept.ends();
    ran.exits(0);
    assert!(shown.contains("8 (as before)"), "{shown}");
}

#[test]
fn a_secret_that_is_there_stays_where_only_the_return_key_is_pressed() {
    let office = Office::empty(&[]);
    office.run(&["config", "set", "kot.base_url", "http://127.0.0.1:1/"]);
    let words = ["config", "set", "malion.admin_code", "--lang", "ja"];
    let Some(mut first) = office.on_terminal("xterm", &words) else {
        return;
    };
    first.shows("malion.admin_code:");
    first.hides();
    first.types("\r");
    first.shows("その値は malion.admin_code に使えません。");
    first.hides();
    first.types("code-of-an-admin\r");
    let (shown, ran) = first.ends();
    ran.exits(0);
    assert!(shown.contains("(非表示)"), "{shown}");

    let mut again = office.on_terminal("xterm", &words).expect("a terminal");
    again.shows("(設定済み。Enter だけなら変更しない)");
    again.hides();
    again.types("\r");
    let (shown, ran) = again.ends();
    ran.exits(0);
    assert!(shown.contains("(変更なし)"), "{shown}");
    assert!(!shown.contains("code-of-an-admin"), "{shown}");
}

#[test]
fn a_question_says_what_the_return_key_alone_means_in_both_languages() {
    for (lang, asks, answered) in [
        ("ja", "[y/N。Enter だけなら N]", "いいえ"),
        ("en", "[y/N, Enter alone: N]", " no"),
    ] {
        let office = Office::empty(&[]);
        let words = ["config", "set", "punch.policy", "rolling", "--lang", lang];
        let Some(mut asked) = office.on_terminal("xterm", &words) else {
            return;
        };
        asked.shows(asks);
        asked.types("\r");
        let (shown, _) = asked.ends();
        assert!(shown.contains(answered), "{shown}");
        office
            .run(&["config", "get", "punch.policy"])
            .exits(0)
            .says("settled");
    }
}
