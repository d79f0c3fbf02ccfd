//! The sides held against each other, part by part.

use crate::check::{self, Asked, Checking, Gathering};
use crate::domain::finding::Finding;
use crate::domain::headway::Step;
use crate::domain::reconcile::{Checked, KotSide, Reconciliation, Terms};
use crate::relay::{self, Choices};
use crate::state::State;

use super::asking::Asking;

impl Asking<'_> {
    /// Holds the logs and punches of `ours` against what KING OF TIME shows, where it was asked. Gives what came of
    /// it, the findings about no day, and who was asked for what.
    ///
    /// # Errors
    /// What the state file refuses.
    pub(super) fn check(
        &self,
        ours: &State,
        choices: &Choices,
        kot: Option<KotSide>,
        offline: bool,
    ) -> anyhow::Result<(Checked, Vec<Finding>, Asked)> {
        let _showing = self.context.output.show_step(Step::Compare);
        let (scope, now) = (self.scope, self.context.now());
        let mut asked = Asked {
            kot: kot.is_some(),
            ..Asked::default()
        };
        let mut told = relay::punch_findings(ours, scope.from)?;
        told.extend(check::concerns(&ours.open_findings()?, scope, &asked));
        let (told_of_no_day, told): (Vec<_>, Vec<_>) = told
            .into_iter()
            .partition(|finding| finding.work_day.is_none());

        let terms = Terms {
            since: choices.rules.since,
            tolerance: choices.tolerance,
            now,
        };
        let reconciliation = Reconciliation::new(kot, terms);
        let mut checking = Checking::new(ours, scope, reconciliation, told, now);
        let mut gathering = Gathering::new(scope, &choices.rules, ours.linked_names()?, now);
        let material = relay::part_by_part(ours, choices, scope.from, |part, material| {
            let days = gathering.look_at(material, ours.punches_of_part(part, scope.from)?);
            checking.look_at(part, material, days)
        })?;
        let operations = (!offline)
            .then(|| self.operations(&material, checking.without_logon()))
            .flatten();
        if operations.is_some() {
            asked.operations.clone_from(checking.without_logon());
        }
        let mut of_no_day = gathering.of_no_day(&material, &ours.gone_people()?);
        of_no_day.extend(told_of_no_day);
        Ok((checking.whole(operations)?, of_no_day, asked))
    }
}
