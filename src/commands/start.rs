//! From the words of the command line to the exit code.

use std::ffi::OsString;

use crate::cli::{Parsed, parse};
use crate::output::Format;
use crate::settings::Environment;

use super::context::{self, Context};
use super::{Exit, Failure, dispatch};

/// Reads the words, runs the command, reports what went wrong.
pub fn start(words: &[OsString], environment: Environment) -> Exit {
    let cli = match parse(words, |global| context::lang(global, &environment, None)) {
        Parsed::Run(cli) => cli,
        Parsed::Answer(text) => {
            let output = context::output(&Default::default(), &environment);
            return written(output.help(&text));
        }
        Parsed::Unusable(unusable) => {
            let output = context::output(&unusable.global, &environment);
            match &unusable.help {
                Some(help) if output.format() != Format::Json => output.help_instead(help),
                _ => Failure::from(unusable).print(&output),
            }
            return Exit::Usage;
        }
    };
    let mut context = match Context::new(&cli, environment) {
        Ok(context) => context,
        Err(refused) => {
            let (failure, output) = *refused;
            failure.print(&output);
            return failure.exit;
        }
    };
    dispatch::run(&cli.command, &mut context).unwrap_or_else(|error| {
        let failure = Failure::of(&error);
        failure.print(&context.output);
        failure.exit
    })
}

fn written(result: std::io::Result<()>) -> Exit {
    match result {
        Ok(()) => Exit::Done,
        Err(_) => Exit::Failed,
    }
}
