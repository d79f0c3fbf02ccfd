relay-not-yet = { $key } asks for something that this version does not do yet; going on without it would punch otherwise than you chose.
relay-not-yet-remedy = pcpunch config unset { $key }
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
