people-code = Code
people-name = Name
people-division = Division
people-day-border = Day border
people-hired = Hired
people-resigned = Resigned
people-active = Active
people-yes = yes
people-no = no

sync-at = At
sync-current = Current
sync-change = Change
sync-before = Before
sync-after = After
sync-is-joined = joined
sync-is-changed = changed
sync-is-resigned = resigned
sync-is-gone = gone
sync-is-restored = restored
sync-is-code-moved = code moved
sync-fact-employee_code = code
sync-fact-name = name
sync-fact-division = division
sync-fact-emails = mail
sync-fact-hired = hired
sync-fact-resigned = resigned

sync-counts = { $joined } joined, { $changed } changed, { $resigned } resigned, { $gone } gone, { $restored } restored, { $code_moved } moved codes.
sync-current-people = { $current ->
    [one] 1 person is
   *[other] { $current } people are
} current.
sync-facts = What
sync-applied = Applied.
sync-nothing-new = Nothing has changed.
sync-dry-run = A dry run: nothing was applied.
sync-not-applied = Nothing was applied.
sync-gone = People who are no longer in KING OF TIME are deactivated; their link and history stay. Somebody deleted by mistake comes back by 設定 ▸ 従業員 ▸ 従業員設定 ▸ 表示 ▸ 削除済み従業員の復帰.
sync-nameless = { $code } { $name }: the service account of { $bearer } is "{ $code }", so theirs is empty. Set it by `accounts import`.
sync-account-stays = { $person }: the employee code was { $before }, but logs bear the service account so far, which stays. Confirm it by `accounts import`.
sync-held = The employee code { $code } is { $person }'s now and was { $holder }'s, and PC user names there are the codes. Nothing is punched for either person until `accounts import` confirms both.

sync-limit-other-company = The token is of another company than this state file.
sync-remedy-other-company = Check kot.token. Another company needs a state file of its own.
sync-limit-empty = KING OF TIME lists nobody; active so far: { $active }.
sync-remedy-empty = Check the token's permissions and its company. Nothing was applied.
sync-limit-all-new = Of the people known and active so far ({ $active }) nobody is listed; all that are listed ({ $listed }) are new.
sync-remedy-all-new = Check the company and the token. If it is right: pcpunch employees sync --allow-removals { $removals }
sync-limit-removals = Gone or resigned at once would be { $removals } of { $active } active people.
sync-remedy-removals = Look at the list with --dry-run. If it is right: pcpunch employees sync --allow-removals { $removals }

links-released-punches = { $released } { $punches ->
    [one] 1 punch comes
   *[other] { $punches } punches come
} of it.
links-released = Logs that waited and count now: { $logs }, of { $work_days ->
    [one] 1 work day
   *[other] { $work_days } work days
}{ $too_old ->
    [0] {""}
   *[other] ; too old, so that they wait for a person: { $too_old }
}{ $closed ->
    [0] .
   *[other] ; closed in KING OF TIME, so that they wait until it is opened: { $closed }.
}
links-closed-not-asked = Whether KING OF TIME has closed some of those days could not be asked: { $reason }
