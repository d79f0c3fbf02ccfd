//! `Debug` of everything that holds a secret says none.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use pcpunch::clock::Clock;
use pcpunch::domain::secret::Secret;
use pcpunch::domain::veil::Veil;
use pcpunch::http::{Ask, Options, Route, Service};
use pcpunch::kot::{self, Budgets, ClosedHours, Kot, Surroundings};
use pcpunch::malion::{self, Malion, Profile};
use pcpunch::settings::{Environment, Key, Settings};

use super::planted::{marks, planted, secret};

fn says_none(what: &str, value: &dyn Debug) {
    for told in [format!("{value:?}"), format!("{value:#?}")] {
        assert_eq!(marks(told.as_bytes()), 0, "{what}: {told}");
    }
}

#[test]
fn no_value_that_holds_a_secret_shows_it_when_it_is_debugged() {
    let variables: Vec<(String, String)> = planted()
        .into_iter()
        .map(|(key, secret)| (Key::of_name(key).expect("a key").variable(), secret))
        .collect();
    let named = variables.iter();
    let environment = Environment::of(named.map(|(name, value)| (name.as_str(), value.as_str())));
    says_none("environment", &environment);
    let settings = Settings::resolve(&environment, &BTreeMap::new()).expect("settings");
    says_none("settings", &settings);
    for key in Key::ALL {
        says_none(key.name(), &settings.get(*key));
    }
    says_none("proxy", &settings.proxy());
    for (key, value) in planted() {
        let key = Key::of_name(key).expect("a key");
        says_none("bad value", &key.check(&format!("{value} {value}")));
    }

    let [(_, token), (_, admin), (_, code), (_, proxy), (_, ping)] = planted();
    says_none("veil", &Veil::over([&Secret::new(secret("veil"))]));
    let options = Options {
        timeout: Duration::from_millis(200),
        route: Route::Proxy(Secret::new(proxy)),
        ca_file: None,
    };
    says_none("options", &options);
    // Its client is built when it is first asked.
    let service = Service::new(ping, options.clone());
    says_none("service", &service.ask(&Ask::default()));
    says_none("service", &service);

    let (clock, stop) = (Clock::system(), AtomicBool::new(false));
    let config = kot::Config {
        base_url: "https://kot.example/v1.0".to_owned(),
        token: Secret::new(token),
        closed_hours: ClosedHours::parse("none", 0).expect("hours"),
        budgets: Budgets::default(),
        http: options.clone(),
    };
    says_none("kot::Config", &config);
    let surroundings = Surroundings {
        clock: &clock,
        stop: &stop,
        on_request: &|_| {},
    };
    let kot = Kot::new(config, surroundings);
    says_none("kot::Error", &kot.token_available());
    says_none("Kot", &kot);
    let config = malion::Config {
        base_url: "https://malion.example".to_owned(),
        admin_code: Secret::new(admin),
        secret_code: Secret::new(code),
        api: Profile::assumed_v1()
            .expect("a profile")
            .api
            .expect("its API"),
        http: options,
    };
    says_none("malion::Config", &config);
    says_none("Malion", &Malion::new(config, &clock, &stop));
}
