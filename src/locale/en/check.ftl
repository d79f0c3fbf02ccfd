finding-title = [{ $code }] { $title }: { $subject }
finding-title-alone = [{ $code }] { $title }
finding-numbered = #{ $id } { $title }
finding-acknowledged = { $title } (set aside: { $reason })
finding-remedies = { $before } { $after }
finding-left-on = Days like this one after another: this person leaves the PC on. Ask for a logoff or a shutdown in the evening.
finding-intercom = If MaLion's console shows nothing, ask Intercom.
finding-intercom-as = If MaLion's console shows nothing, ask Intercom (サポートID { $id }).
finding-evidence = {"  "}Evidence: { $evidence }
finding-cause = {"  "}Cause: { $cause }
finding-remedy = {"  "}What to do: { $remedy }

fact-and = { $before }; { $after }
fact-times = { $value }
fact-terminals = PC { $value }
fact-logs = log { $value }
fact-link = in logs of { $value }
fact-nearest = nearest account { $value }
fact-difference = differs in { $value }
fact-kind = { $value }
fact-shown_kind = { $value } in KING OF TIME
fact-until = waited for until { $value }
fact-kot_code = code { $value }
fact-kot_message = "{ $value }"
fact-days = days without logs { $value }
fact-count = { $value } in all
fact-status = HTTP status { $value }
fact-code = code { $value }
fact-code_before = code before { $value }
fact-code_holder = the code was { $value }'s
fact-code_bearer = the code before is { $value }'s
fact-punch = punch { $value }
fact-gap_minutes = { $value } minutes apart
fact-accepted = { $value } accepted
fact-shown = { $value } shown
fact-limit = { $value }
fact-removals = { $value } gone or resigned
fact-listed = { $value } listed
fact-active = { $value } active so far
limit-other-company = another company
limit-empty = nobody listed
limit-all-new = all of them new
limit-removals = too many at once

difference-case = upper and lower case
difference-width = full and half width
difference-blanks = blanks
difference-domain = the domain
difference-one-letter = one letter

finding-unlinked = user name without an account
finding-cause-unlinked = No サービスアカウント bears this PC user name, so that nobody knows whose logs these are.
finding-remedy-unlinked = Export with `pcpunch accounts export`, correct サービスアカウント, and import with `pcpunch accounts import`. The parked logs become punches in the next round.
finding-shared-user-name = one user name on several PCs
finding-cause-shared-user-name = The same PC user name was logged on to several PCs at once. They may be two people.
finding-remedy-shared-user-name = Punches of a local account's name stay held until you decide. If it is one person, say so with `pcpunch accounts allow-shared NAME`. If they are two, rename one of the local users and link again. If one is a PC that is always on, take its 出退勤システム連携コード off.
finding-waiting-logoff = the logoff has not come yet
finding-cause-waiting-logoff = The logoff of the shutdown has not been collected yet.
finding-remedy-waiting-logoff = Nothing is wrong: it comes when the PC is started next.
finding-no-logoff = no clock-out
finding-cause-no-logoff = The last logoff of the work day is not known, so no 退勤 was punched for it. Under punch.policy rolling an earlier logoff may stand in KING OF TIME.
finding-remedy-no-logoff = Enter the 退勤 in KING OF TIME by hand. The time given is the last logoff that is known.
finding-no-logoff-ever = Enter the 退勤 in KING OF TIME by hand. There is no logoff to go by.
finding-no-logon = no clock-in
finding-cause-no-logon = The first logon of the work day is not known, so no 出勤 was punched.
finding-remedy-no-logon = Enter the 出勤 in KING OF TIME by hand. A 退勤 that waits for it is sent then.
finding-night-logon = a logon at night
finding-cause-night-logon = A logon within punch.quiet_hours. It is most often an update or a wake-up, and did not count as 出勤.
finding-remedy-night-logon = If it was work, enter it in KING OF TIME by hand. If it happens again, change punch.night_shift_hours or punch.quiet_hours.
finding-late-change = changed after it was sent
finding-cause-late-change = A log came that would change a punch already sent. The API cannot change punches.
finding-remedy-late-change = Correct the punch in KING OF TIME by hand, from the first time to the second. A dash before or behind the arrow: the punch is to be added, or deleted.
finding-refused = refused by KING OF TIME
finding-cause-refused = KING OF TIME refused the punch.
finding-remedy-refused = Read what KING OF TIME said; send again with `pcpunch punches send`, or enter it by hand and give it up with `pcpunch punches drop`.
finding-unknown = outcome not known
finding-cause-unknown = The answer to the punch was lost, and KING OF TIME has not been read since.
finding-remedy-unknown = Nothing: the next round settles it.
finding-missing-in-kot = no longer in KING OF TIME
finding-cause-missing-in-kot = A punch that was in KING OF TIME is there no more. Somebody deleted it, or the day was changed.
finding-remedy-missing-in-kot = Look at the day's history in KING OF TIME and enter the punch by hand if it is needed. It is not sent again by itself.
finding-changed-in-kot = changed in KING OF TIME
finding-cause-changed-in-kot = The punch stands in KING OF TIME at another time or as another kind. It was changed by hand or by request.
finding-remedy-changed-in-kot = Nothing, if it was meant.
finding-double-in-kot = twice in KING OF TIME
finding-cause-double-in-kot = The day has two 出勤 or two 退勤, and is an エラー勤務.
finding-remedy-double-in-kot = Delete one of them in KING OF TIME. Until then nothing is sent to this day.
finding-already-there = punched elsewhere
finding-cause-already-there = It was not sent, since another recorder had punched before.
finding-remedy-already-there = Nothing. Where the times are far apart, see which one is right.
finding-not-employed = outside the employment
finding-cause-not-employed = Logs from before 入社日 or after 退職日.
finding-remedy-not-employed = Run `pcpunch employees sync`, and see whether somebody else uses this user name.
finding-too-old = an old work day
finding-cause-too-old = A punch of a work day more than punch.max_age_days back.
finding-remedy-too-old = Send it with `pcpunch punches send`, give it up with `pcpunch punches drop`, or enter it in KING OF TIME by hand.
finding-person = a punch to decide on
finding-cause-person = Reading KING OF TIME did not tell whether the punch reached it.
finding-remedy-person = Look at the day in KING OF TIME; then send the punch with `pcpunch punches send` or give it up with `pcpunch punches drop`.
finding-out-of-day = outside the work day
finding-cause-out-of-day = KING OF TIME takes no punch later than the end of the day after its work day.
finding-remedy-out-of-day = Enter it in KING OF TIME by hand.
finding-kot-incomplete = KING OF TIME shows too little
finding-cause-kot-incomplete = Many punches that KING OF TIME had accepted are not in what it shows.
finding-remedy-kot-incomplete = The next rounds read again. If it stays so and somebody was deleted in KING OF TIME, run `pcpunch employees sync`; else see whether the access token is limited to some divisions.
finding-clock-wrong = the PC's clock
finding-cause-clock-wrong = The log lies in the future, or was collected before it occurred. It is never punched.
finding-remedy-clock-wrong = Set the clock of the PC. Enter the times of work in KING OF TIME by hand.

finding-code-moved = a code that moved
finding-cause-code-moved = This 従業員コード belongs, or belonged, to another person. Where PC user names are the codes, nobody's Windows account moved with it.
finding-remedy-code-moved = Check the links of both people, and confirm them with an import. Until then nothing is punched for people whose user name was the code.

finding-malion-access = MaLion's access
finding-cause-malion-access = MaLion refused 管理者コード and シークレットコード, or API 連携 is off.
finding-remedy-malion-access = Run `pcpunch config check`. In MaLion's console: オプション ▸ MaLion WebAPI 連携設定; a new pair of codes replaces the old one.

finding-kot-access = KING OF TIME's access
finding-cause-kot-access = KING OF TIME refused the access token, this machine's IP address or a permission, in this order of likelihood; or it said closed hours (104) where none are configured.
finding-remedy-kot-access = Run `pcpunch config check` and look at the step that fails: token, 許可IPアドレス, API権限情報. For 104: set `kot.closed_hours` to what its message says.

finding-no-logs = no logs at all
finding-cause-no-logs = A linked person has had no log over five days on which at least half of the others had some.
finding-remedy-no-logs = See on this person's PC whether the agent runs and bears a 出退勤システム連携コード; then look for the PC in MaLionCloud's own log. Whoever is away for long can be set aside with `pcpunch accounts exclude`.

finding-no-link-code = PCs without a link code
finding-cause-no-link-code = Logs came from PCs that have no 出退勤システム連携コード, and were not relayed.
finding-remedy-no-link-code = Enter any value as 出退勤システム連携コード in the properties of the PC's agent, if the PC is to be relayed.

finding-other-operation = no logon and no logoff
finding-cause-other-operation = The day has operations, but none of them is ログオン or ログオフ.
finding-remedy-other-operation = Nothing to punch: lock, sleep and power are not punches. Whoever leaves the PC on must log off in the evening.

finding-closed-month = a closed month
finding-cause-closed-month = KING OF TIME has closed this work day (締め).
finding-remedy-closed-month = Open the month in KING OF TIME: the next round sends the punch. Or send it all the same with `pcpunch punches send`, give it up with `pcpunch punches drop`, or leave it to whoever corrects closed months.

finding-source-silent = MaLion is silent
finding-cause-source-silent = MaLion had logs before, and has sent none at all for 72 hours.
finding-remedy-source-silent = Look in MaLion's console whether it still gathers logs, and at API 連携. After days on which nobody worked nothing needs to be done.

finding-frozen = frozen
finding-cause-frozen = KING OF TIME shows two 出勤 or two 退勤 on a day to which we sent one; where it is about the whole file, too many such days, or a file that disagrees with itself (pcpunch relay status). Nothing more is sent to this day, or to anybody.
finding-remedy-frozen = Delete one of the two in KING OF TIME. Where the file is frozen, find out why, then run `pcpunch relay unfreeze --reason TEXT`.

finding-sync-stopped = the daily sync
finding-cause-sync-stopped = A safety limit stopped the daily sync of employees. Nothing of it was applied.
finding-remedy-sync-stopped = Run `pcpunch employees sync --dry-run` and look at its plan. Where it is right, run `pcpunch employees sync --allow-removals N`.

days-reversed = The range ends before it begins: { $from } to { $to }.
days-reversed-remedy = Give --from a day that is not after --to.
employee-not-known = Nobody has the 従業員コード { $code }.
employee-nearest = Did you mean { $code } ({ $name })?
employee-see-list = `pcpunch employees list` shows everybody.

fate-punched = punched
fate-within = within the work day
fate-open = work day not settled
fate-half-day = day without the punch
fate-unpaired = logoff without a logon
fate-second-record = second record of one end
fate-night-logon = logon at night
fate-late-change = would change what was sent
fate-duplicate = taken before
fate-other-operation = neither logon nor logoff
fate-no-link-code = PC without link code
fate-system-user = system user
fate-ignored-user = ignored user
fate-unlinked = no account (parked)
fate-not-employed = outside the employment
fate-excluded = set aside
fate-clock-wrong = clock wrong
fate-before-start = before the start

logs-id = ID
logs-log-id = Log ID
logs-occurred-at = Occurred
logs-collected-at = Collected
logs-operation = Operation
logs-terminal = PC
logs-domain = Domain
logs-user = User
logs-link-code = Link code
logs-source = Source
logs-link = Link
logs-name = Name
logs-employee-code = Code
logs-work-day = Work day
logs-punches = Punches
logs-fate = Outcome
logs-none = There are no such logs.
logs-count = { $count ->
    [one] 1 log
   *[other] { $count } logs
}
logs-count-of = { $fate }: { $count }
logs-counts = { $all } ({ $each })
log-line = { $operation } { $terminal } { $user } (log { $id }, { $source }, collected { $collected }): { $fate }

difference-month = Month
difference-days = Work days
difference-different-days = Days that differ
difference-in-differences = Clock-in over the threshold
difference-out-differences = Clock-out over the threshold
difference-no-log = No PC log
difference-no-punch = No punch
difference-outside = Minutes at the PC outside of punches
difference-pc-in = PC logon
difference-kot-in = Clock-in
difference-in-gap = Gap
difference-pc-out = PC logoff
difference-kot-out = Clock-out
difference-out-gap = Gap
difference-ours = pcpunch
difference-is-no-punch = no punch
difference-is-no-log = no PC log
difference-is-waiting = (not settled)
difference-is-nothing = –
difference-count = { $from } – { $to }: { $different } of { $days } work days differ (thresholds: clock-in { $in } min, clock-out { $out } min; gap: from PC log to punch, + where the punch is later)

status-run = Run
status-started = Started
status-ended = Ended
status-exit = Exit
status-running = A round is running now.
status-no-rounds = No round has run yet.
status-backlog = { $state }: { $count }
status-held = {"  "}held for: { $reason } ({ $count })
status-oldest = The oldest work day that waits: { $day }
status-lag = MaLion's logs were read until { $minutes } minutes ago.
status-never-read = MaLion's logs have not been read yet.
status-findings = Open findings: { $count } (pcpunch logs check)
status-frozen-days = { $count ->
    [one] 1 work day is
   *[other] { $count } work days are
} frozen: two of a kind in KING OF TIME, one of them ours (pcpunch logs check)
status-state-file-moved = This state file comes from another machine: nothing is sent for `kot.unknown_minutes` from the first round that sees it, and then not before a round has read what KING OF TIME has.
status-state-file-restored = This state file is older than the last round here, or was restored: nothing is sent for `kot.unknown_minutes` from the first round that sees it, and then not before a round has read what KING OF TIME has.
status-state-file-copied = This state file was copied here: nothing is sent for `kot.unknown_minutes` from the first round that sees it, and then not before a round has read what KING OF TIME has.
status-stale = The last round that succeeded ended at { $ended }.
status-never = No round has succeeded yet.
status-stale-remedy = See whether the relay runs, by cron, a timer or as a service, and run `pcpunch relay run --once`.

check-name = Name
check-user = User
check-employee-code = Code
check-work-day = Work day
check-pc = PC logs
check-first-logon = First logon
check-last-logoff = Last logoff
check-sent = Punches
check-kot = KING OF TIME
check-status = Status
check-codes = Findings
check-status-ok = ok
check-status-before-start = before-start
check-status-dropped = dropped
check-waiting = waiting: { $what }
check-waiting-until = waiting: { $what } (until { $until })
check-waiting-for-settling = the work day to settle
check-waiting-for-reading = MaLion to be read
check-waiting-for-logoff = the logoff
check-waiting-for-round = the next round
check-waiting-for-delivery = the punch to be sent
check-kot-not-read = (not read)
check-not-asked = KING OF TIME was not read: this is what is known without it.
check-count = { $name } { $count }
check-nothing = no logs and no punches
check-summary = { $from } to { $to }: { $counts }

timeline-sessions = █ logged on   · no PC log   ┄ logoff not known
timeline-punches = [ ] sent   {"{"} {"}"} there from elsewhere   < > not in KING OF TIME   ( ) break
timeline-finding = { $code }: { $title } ({ $days ->
    [one] 1 day
   *[other] { $days } days
})
timeline-status = { $status } ({ $days ->
    [one] 1 day
   *[other] { $days } days
})
timeline-is-waiting = waiting
timeline-is-before-start = before the start
timeline-is-dropped = dropped

check-finding = Finding
check-severity = Severity
check-evidence = Evidence
check-cause = Cause
check-remedy = What to do
check-since = Since
check-ack-reason = Set aside for
check-operations-not-read = MaLion's other operations could not be read, so that `other-operation` is not told: { $reason }

ack-not-known = There is no finding { $id }. Nothing was set aside.
ack-not-known-remedy = `pcpunch logs check` shows the numbers, as #1.
ack-closed = Finding { $id } has been closed since { $at }. There is nothing to set aside.
ack-closed-remedy = If it came back, it has a new number: see `pcpunch logs check`.
ack-before = Finding { $id } was set aside before ({ $at }): { $reason }
ack-before-remedy = Nothing: it stays set aside with that reason.

page-title = PC logs against punches
page-range = { $from } to { $to }
page-made = Made at { $at }
page-day = { $day } { $weekday }
page-days = Work days
page-right = All right
page-act = To be acted on
page-note = To be noted
page-other = Waiting or left out
page-all = all
page-any = days with findings
page-show-all = Show all
page-set-aside = set aside: { $reason }
page-sign-session = logged on
page-sign-open = logoff not known
page-sign-gap = no PC log
page-sign-sent = clock-in and clock-out sent
page-sign-elsewhere = there from elsewhere
page-sign-missing = not in KING OF TIME
page-sign-break = break
page-written = Written to { $path }.

rehearse-kind = Punch
rehearse-sums = Sum
rehearse-outcome = Outcome
rehearse-as-set = As set now
rehearse-tried = As tried
rehearse-outcome-same = same
rehearse-outcome-earlier = earlier
rehearse-outcome-later = later
rehearse-outcome-missing = missing
rehearse-outcome-extra = not in KING OF TIME
rehearse-outcome-open = open
rehearse-count = { $count }
rehearse-count-gaps = { $count } (median { $median }, largest { $largest } min)
rehearse-day-same = { $time } same
rehearse-day-earlier = { $time } { $minutes } min earlier
rehearse-day-later = { $time } { $minutes } min later
rehearse-day-missing = missing
rehearse-day-extra = { $time } not in KING OF TIME
rehearse-day-open = open
rehearse-because = { $what } ({ $why })
rehearse-why-no-pc-log = no PC log
rehearse-why-not-read = logs not read to its end
rehearse-why-not-settled = day not settled
rehearse-summary = { $from } to { $to }: of { $shown } punches in KING OF TIME, { $same } are the same as set now.
rehearse-summary-tried = { $from } to { $to }: of { $shown } punches in KING OF TIME, { $same } are the same as set now, and { $tried } as tried.
rehearse-change = Tried: { $key } = { $to } (now { $from })
rehearse-change-unset = Tried: { $key } = { $to } (now not set)
rehearse-same-is = Same is a gap of at most { $in } minutes for 出勤 and { $out } for 退勤 (check.in_minutes, check.out_minutes).
rehearse-not-read = { $count ->
    [one] Of 1 work day
   *[other] Of { $count } work days
} the PC logs were not read to the end; what they lack is open.
rehearse-left-out = { $count ->
    [one] 1 person
   *[other] { $count } people
} punched on days without an account, or set aside; those punches are not compared.
rehearse-nothing-sent = Nothing was stored or sent.
rehearse-not-over = The work day { $day } is not over.
rehearse-not-over-remedy = Give --to a day not after { $day }.
rehearse-too-long = The range is too long: a rehearsal looks at no more than { $days } days.
rehearse-too-long-remedy = Part the range. To choose settings by, last month is enough.
rehearse-no-logs = The state file holds no PC logs from { $from } to { $to }.
rehearse-no-logs-remedy = Collect them with the sending switched off: `pcpunch config set link.punches off`, then `pcpunch relay run --once`. The first round reaches back malion.lookback_days (up to 92). Older logs can be taken from a CSV file: pcpunch relay run --once --from FILE
rehearse-no-rule = { $key } does not say which punches the logs make, and cannot be tried.
rehearse-no-rule-remedy = What can be tried: { $keys }
rehearse-twice = { $key } is given twice.
rehearse-twice-remedy = All --set together are one alternative; for another one rehearse again.
