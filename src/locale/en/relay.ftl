relay-collected = Logs: { $read } read, { $new } new.
relay-fate = {"  "}{ $fate }: { $count }
relay-sent = Punches: { $sent } sent ({ $accepted } accepted, { $refused } refused, { $unknown } unknown), { $waiting } waiting, { $held } held.
relay-would-send = Dry run: { $sent ->
    [one] 1 punch
   *[other] { $sent } punches
} would be sent, { $waiting } would wait, { $held } would be held. Nothing was stored or sent.
relay-waits = KING OF TIME can be read again at { $at }; what waits goes then.
relay-findings = { $count ->
    [one] 1 finding is
   *[other] { $count } findings are
} open: pcpunch logs check
relay-rehearsal = The clock was set by hand (PCPUNCH_NOW); it is { $now } now.
relay-since-set = Work days from { $day } on are punched (punch.since was not set; earlier days are kept and checked only).
relay-no-link-code-field = This source does not say which PCs have a 出退勤システム連携コード; the logs of all PCs are taken.
relay-clock-off = This machine's clock and the server's differ by more than two minutes: no work day is settled until they agree.
relay-breaker = Sending was stopped: too many answers in a row were lost or refused. The next round sends one punch first.
relay-sent-unread = { $count ->
    [one] 1 出勤 was
   *[other] { $count } 出勤 were
} sent in the closed hours without reading KING OF TIME first (punch.in_closed_hours = send). The days are read when the hours are over.

frozen = Frozen since { $since }: { $cause } Nothing is sent.
frozen-remedy = Find out why, put it right in KING OF TIME, then run `pcpunch relay unfreeze --reason TEXT`.
frozen-day = { $name }, { $day }: KING OF TIME showed two { $kind }, one of them ours (since { $since }). Nothing is sent to this day.
freeze-cause-doubles = more than three work days have two 出勤 or two 退勤, one of them ours.
freeze-cause-never-sent = punches stand as accepted that were never sent (IDs { $detail }).
freeze-cause-no-attempt = punches stand as being sent, but no attempt is there (IDs { $detail }).
freeze-cause-two-of-a-kind = one person's work day has two punches of one kind (IDs { $detail }).
freeze-cause-cursor-ahead = the logs count as read until { $detail }, which has not come yet: the clock was wrong, or is.
unfreeze-nothing = Nothing is frozen.
unfreeze-question = Is it put right, and is sending to go on?
unfreeze-done = Unfrozen. The next round sends again.
unfreeze-since = Since

backup-exists = A yes is needed: the file { $path } is there already and would be replaced.
backup-exists-remedy = Add --yes, or name another file.
backup-is-state-file = This is the state file itself.
backup-is-state-file-remedy = Name another file.
backup-done = Written to { $path }, without the secrets. With them: --with-secrets
backup-done-with-secrets = Written to { $path }, with the secrets: keep it as safe as they are.
restore-question = Is the state file to be replaced by { $path }, whose last round began at { $last }?
restore-question-unused = Is the state file to be replaced by { $path }, which knows of no round?
restore-damaged-remedy = The state file was left as it was. Name another backup.
restore-done = Restored from { $path }.
restore-kept = The state file that was there is kept as { $path }.
restore-reads-first = Nothing is sent for `kot.unknown_minutes`. Then a round reads every work day since the last round of this file, and takes over what is there, before it sends.

relay-line = { $at } round { $run }: { $new } new logs; punches: { $sent } sent, { $waiting } waiting, { $held } held; findings open: { $findings }; exit { $exit }
relay-line-waits = { $line }; KING OF TIME can be read at { $at }
relay-turn-skipped = Another round is at work on this state file: this turn is skipped.
relay-needs-once = { $option } is for one round: it belongs to --once.
relay-needs-once-remedy = pcpunch relay run --once { $option }
relay-interval-short = An interval of { $seconds } seconds is too short.
relay-interval-short-remedy = Give --interval at least { $shortest }s: MaLion and KING OF TIME serve others too.
relay-synced = Employees: { $counts }
relay-synced-nothing = Employees: nothing has changed.
relay-sync-stopped = The daily sync of employees was stopped, and nothing of it applied. { $message }
ping-answered = ping.url answered with HTTP status { $status }.
ping-failed = ping.url could not be asked. { $message }
progress-sync = Reading the employees
progress-collect = Collecting logs
progress-decide = Deciding punches
progress-read = Reading KING OF TIME
progress-send = Sending punches
progress-compare = Comparing logs and punches
progress-import = Reading the account file
progress-seconds = about { $count } s left
progress-minutes = about { $count } min left
