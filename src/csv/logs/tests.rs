//! Both layouts, and every error of a file of logs.

use crate::domain::pc_log::{Operation, RawLog};
use crate::domain::time::Jst;

use super::{Allowed, Error, Layout, LogFile, read};
use crate::csv::encoding::{Encoding, encode};
use crate::domain::log_source::{Field, Reading, TimeFormat, Zone};

fn take(text: &str) -> Result<LogFile, Error> {
    read(text.as_bytes(), None)
}

fn jst(text: &str) -> Jst {
    Jst::parse_from_rfc3339(text).unwrap()
}

#[test]
fn a_file_of_the_assumed_layout_is_read_in_any_order_and_encoding() {
    let text = "操作,端末名,備考,ユーザー名,発生日時,収集日時,ログID,ドメイン名,出退勤システム連携コード\r\n\
                ログオン,PC-001,x,tarouk,2024/12/17 09:03:12,2024/12/17 09:04:40,L-1,EXAMPLE,A01\r\n\
                \r\n\
                ロック,\"PC,2\",x,,2024/12/17 12:00:00,2024/12/17 12:01:00,,,\r\n";
    for encoding in [
        Encoding::Utf8,
        Encoding::Utf8Bom,
        Encoding::Cp932,
        Encoding::Utf16Le,
    ] {
        let bytes = encode(text, encoding).unwrap();
        let file = read(&bytes, None).unwrap();
        assert_eq!(
            (file.layout.name(), file.encoding, file.bears_link_code),
            ("assumed-v1", encoding, true)
        );
        let first = RawLog {
            log_id: Some("L-1".into()),
            occurred_at: jst("2024-12-17T09:03:12+09:00"),
            collected_at: jst("2024-12-17T09:04:40+09:00"),
            operation: Operation::Logon,
            terminal: "PC-001".into(),
            domain: "EXAMPLE".into(),
            user: "tarouk".into(),
            link_code: Some("A01".into()),
        };
        assert_eq!(file.logs[0], first);
        let second = &file.logs[1];
        assert_eq!(second.operation, Operation::Other("ロック".into()));
        assert_eq!(
            (second.log_id.as_ref(), second.terminal.as_str()),
            (None, "PC,2")
        );
        assert_eq!(
            (second.user.as_str(), second.link_code.as_deref()),
            ("", Some(""))
        );
    }
}

#[test]
fn without_its_columns_collected_is_when_it_was_read_and_no_link_code_is_borne() {
    let file =
        take("発生日時,操作,端末名,ユーザー名\n2024/12/17 18:22:00,ログオフ,PC-1,E\\t\n").unwrap();
    assert!(!file.bears_link_code);
    let log = &file.logs[0];
    assert_eq!((log.collected_at, &log.link_code), (log.occurred_at, &None));
    assert_eq!(
        (&log.operation, log.user.as_str()),
        (&Operation::Logoff, "E\\t")
    );
}

#[test]
fn windows_events_are_operations_by_number_and_type() {
    let table = [
        ("4624,2", Operation::Logon),
        ("4624,10", Operation::Logon),
        ("4624,11", Operation::Logon),
        ("4624,7", Operation::Other("4624".into())),
        ("4624,3", Operation::Other("4624".into())),
        ("4634,2", Operation::Other("4634".into())),
        ("4647,2", Operation::Logoff),
        ("4647,", Operation::Logoff),
        ("4800,", Operation::Other("4800".into())),
    ];
    for (event, operation) in table {
        let file = take(&format!(
            "utc,event_id,logon_type,domain,user,computer\n2016-07-08T18:15:51.672433Z,{event},D,fsir,PC\n"
        ))
        .unwrap();
        let log = &file.logs[0];
        assert_eq!(
            (file.layout.name(), &log.operation),
            ("windows-events", &operation)
        );
        assert_eq!(
            log.occurred_at,
            jst("2016-07-09T03:15:51+09:00"),
            "cut to the second"
        );
        assert_eq!((log.collected_at, &log.link_code), (log.occurred_at, &None));
    }
}

#[test]
fn every_bad_cell_is_told_with_its_line_and_column() {
    let text = "発生日時,操作,端末名,ユーザー名,収集日時\n\
                2024/12/17 9:03,ログオン,PC-1,a,2024/12/17 09:04:00\n\
                2024/12/17 09:03:00,ログオン,PC-1,a,2024/12/17 09:04:00\n\
                2024/02/30 09:03:00,,,a,\n";
    let Err(Error::Cells(errors)) = take(text) else {
        panic!("it was taken");
    };
    let told: Vec<_> = errors
        .iter()
        .map(|e| {
            (
                e.line,
                e.column.as_str(),
                e.cell.as_str(),
                e.allowed.clone(),
            )
        })
        .collect();
    let time = || Allowed::Time("2024/12/17 09:03:12".to_owned());
    assert_eq!(
        told,
        [
            (2, "発生日時", "2024/12/17 9:03", time()),
            (4, "発生日時", "2024/02/30 09:03:00", time()),
            (4, "収集日時", "", time()),
            (4, "操作", "", Allowed::NotEmpty),
            (4, "端末名", "", Allowed::NotEmpty),
        ]
    );
}

#[test]
fn a_cell_under_no_heading_is_told_and_a_row_that_is_cut_where_rows_are_whole() {
    let told = |text: &str, layout: &Layout| match super::records(text.as_bytes(), layout) {
        Err(Error::Cells(errors)) => errors.into_iter().map(|e| (e.line, e.allowed)).collect(),
        _ => Vec::new(),
    };
    let [mut layout, _] = Layout::built_in().clone();
    let heading = "発生日時,操作,端末名,ユーザー名\n";
    let long = format!("{heading}2024/12/17 09:03:00,ログオン,PC-1,a,more\n");
    assert_eq!(told(&long, &layout), [(2, Allowed::Nothing)]);
    let cut = format!("{heading}2024/12/17 09:03:00,ログオン,PC-1,a\n2024/12/17 09:03:00,ログ\n");
    assert_eq!(told(&cut, &layout), []);
    layout.whole_rows = true;
    assert_eq!(told(&cut, &layout), [(3, Allowed::Cells(4))]);
}

#[test]
fn a_described_layout_is_read_where_no_built_in_one_is_recognised() {
    let text = "when,what,pc\n2024-12-17 00:03:12,in,PC-1\n";
    let layout = Layout {
        name: "described".to_owned(),
        headings: [
            (Field::OccurredAt, "when".to_owned()),
            (Field::Operation, "what".to_owned()),
            (Field::Terminal, "pc".to_owned()),
        ]
        .into(),
        may_lack: [].into(),
        reading: Reading {
            required: Field::NEEDED.into(),
            time_format: TimeFormat::new("%Y-%m-%d %H:%M:%S", Some(Zone::Utc)).unwrap(),
            words: Layout::built_in()[0].reading.words.clone(),
        },
        encoding: Some(Encoding::Cp932),
        whole_rows: false,
    };
    let file = read(text.as_bytes(), Some(&layout)).unwrap();
    assert_eq!(
        (file.layout.name(), file.encoding),
        ("described", Encoding::Cp932)
    );
    let log = &file.logs[0];
    assert_eq!(log.occurred_at, jst("2024-12-17T09:03:12+09:00"));
    assert_eq!((log.operation.label(), &log.link_code), ("in", &None));
    let built_in = "発生日時,操作,端末名,ユーザー名\n";
    assert_eq!(
        read(built_in.as_bytes(), Some(&layout))
            .unwrap()
            .layout
            .name(),
        "assumed-v1"
    );
    let other = read(b"when,what\n", Some(&layout));
    assert!(
        matches!(other, Err(Error::UnknownLayout { .. })),
        "{other:?}"
    );
}

#[test]
fn times_without_an_offset_or_a_calendar_are_refused() {
    for time in [
        "2016-07-08T18:15:51",
        "2016-07-08 18:15:51",
        "2016-13-08T18:15:51Z",
        "",
    ] {
        let text = format!("utc,event_id,logon_type,domain,user,computer\n{time},4624,2,D,u,PC\n");
        let Err(Error::Cells(errors)) = take(&text) else {
            panic!("{time:?} was taken");
        };
        assert_eq!(
            (errors[0].column.as_str(), errors[0].allowed.clone()),
            ("utc", Allowed::Time("2024-12-17T00:03:12Z".to_owned()))
        );
    }
}

#[test]
fn a_file_of_no_layout_is_refused_with_its_headings() {
    assert_eq!(
        take("a,b\n1,2\n"),
        Err(Error::UnknownLayout {
            headings: vec!["a".into(), "b".into()]
        })
    );
    assert_eq!(take(""), Err(Error::UnknownLayout { headings: vec![] }));
    assert_eq!(
        take("操作,発生日時,操作,端末名,ユーザー名\n"),
        Err(Error::DoubleHeading("操作".into()))
    );
    assert_eq!(take("操作\n\"x\n"), Err(Error::OpenQuote { line: 2 }));
}
