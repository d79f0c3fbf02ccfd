punch-id = ID
punch-employee-code = Code
punch-name = Name
punch-work-day = Work day
punch-kind = Kind
punch-time = Time
punch-reason = Reason
punch-state = State
punch-short = { $kind } { $time }
punch-short-state = { $kind } { $time } ({ $state })
punch-not-later = a clock-out that is not later than the clock-in in KING OF TIME

punch-kind-1 = clock-in
punch-kind-2 = clock-out
punch-kind-3 = break start
punch-kind-4 = break end

punch-state-decided = to be sent
punch-state-sending = being sent
punch-state-accepted = sent
punch-state-refused = refused
punch-state-unknown = not known
punch-state-already-there = there already
punch-state-held = held
punch-state-person = to be decided
punch-state-withdrawn = withdrawn
punch-state-dropped = dropped

punches-none = There are no such punches.
punches-count = { $count ->
    [one] 1 punch
   *[other] { $count } punches
}
punches-drop-question = Drop { $count ->
    [one] this punch
   *[other] these { $count } punches
}? What is dropped is never sent.
punches-dropped = { $count ->
    [one] 1 punch was dropped.
   *[other] { $count } punches were dropped.
}
punches-not-known = There is no punch { $ids }. Nothing was dropped.
punches-not-known-remedy = `pcpunch punches list` shows the numbers.
punches-not-droppable = Some punches cannot be dropped: { $ids }. Nothing was dropped.
punches-not-droppable-remedy = Only what is to be sent, held, refused or to be decided can be dropped. Correct what was sent in KING OF TIME.
punches-not-droppable-line = { $id }: { $state }
punches-send-confirm = Send { $count ->
    [one] this punch
   *[other] these { $count } punches
}? The day is read in KING OF TIME first.
punches-not-sendable = Punch { $id } cannot be sent (it is: { $state }). Nothing was sent.
punches-not-sendable-remedy = Only what is held, refused or to be decided can be sent.
punches-unknown = There is no punch { $id }. Nothing was sent.
punches-unknown-remedy = `pcpunch punches list` shows the numbers.
punch-headline = { $id }: { $code } { $name }, { $day } { $kind } { $time }: { $state }{ $reason }
punch-because = { " " }({ $reason })
punch-not-known = There is no punch { $id }.
punch-not-known-remedy = `pcpunch punches list` numbers what waits (`--state accepted`: what was sent), `pcpunch logs check --format json` every punch of its days.

way-step = Step
way-at = When
way-what = What
way-is-punch = Punch
way-is-log = PC log
way-is-link = Link
way-is-rule = Rule
way-is-attempt = Attempt
way-is-reading = Reading
way-is-kot = KING OF TIME
way-is-finding = Finding
way-since = since { $day }
way-always = from the beginning
way-link-text = { $user } is { $name } ({ $link }, { $since })
way-rule-first-logon = clock-in: the first logon of the work day that counts
way-rule-last-logoff = clock-out: the last logoff of the settled work day (policy settled)
way-rule-each-logoff = clock-out: the end of a session (policy rolling)
way-rule-break = break: at least { $minutes } minutes without a session on any PC
way-rule-break-then = break: a gap in which no PC had a session
way-absent = round { $run }: not shown; a lost answer is settled by such readings
way-kot-nothing = shows no punch of that day
way-kot-plain = { $kind }
way-kot-how = { $kind } ({ $how })
way-outcome-accepted = accepted
way-outcome-refused = refused
way-outcome-not-applied = not applied
way-outcome-unknown = the answer was lost
way-outcome-open = under way
way-attempt-text = round { $run }: { $outcome } { $answer } (ended { $ended })
