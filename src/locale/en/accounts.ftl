account-kind = Kind
account-code = Employee code
account-name = Name
account-service = Service account
account-since = Since
account-line = Line
account-before = Before
account-after = After

export-replace = { $path } exists. Replace it?
export-done = { $count ->
    [one] 1 account
   *[other] { $count } accounts
} written to { $path } ({ $encoding }).
export-not-held = { $code } { $name }: { $encoding } cannot hold "{ $character }". No file was made.
export-not-held-remedy = Export with --encoding utf-8-bom.
export-not-written = { $path } cannot be written: { $detail }
export-not-written-remedy = Check the folder, its permissions and the free space.

import-not-read = { $path } cannot be read: { $detail }
import-not-read-remedy = Check the file's name and permissions.
import-no-text = { $path }: the byte at offset { $offset } (from 0) fits none of UTF-8, UTF-16 and CP932.
import-not-in = { $path }: the byte at offset { $offset } (from 0) is not { $encoding }.
import-no-text-remedy = Check that it is a CSV file; name its encoding with --encoding where needed.
import-refused = { $path } has { $count ->
    [one] 1 error
   *[other] { $count } errors
}; nothing was changed.
import-refused-remedy = Correct all of them, then import it again.
import-error-line = line { $line }: { $problem }
import-error = line { $line }, { $column } "{ $cell }": { $problem }
import-error-likely = line { $line }, { $column } "{ $cell }": { $problem } Perhaps "{ $likely }"?
import-error-other = line { $line }, { $column } "{ $cell }": { $problem } The person of that name is { $other }.
import-no-column = (no heading)

import-encoding = Encoding: { $encoding }
import-passed-on = { $user } passes from { $from } { $from_name } (resigned or gone) to { $to } { $to_name }.
import-confirmed = { $count ->
    [one] 1 person whose code had changed is
   *[other] { $count } people whose code had changed are
} confirmed.
import-change = line { $line }: { $code } { $name }: { $before } -> { $after } (from { $since })
import-change-all-days = line { $line }: { $code } { $name }: { $before } -> { $after } (all days)
import-more = { $count } more
import-question = Update { $count ->
    [one] 1 account
   *[other] { $count } accounts
}?
import-changed-meanwhile = Accounts or employees changed while the question stood; nothing was changed.
import-changed-meanwhile-remedy = Run it again.
import-beside = { $unchanged } unchanged, { $left_alone } of kinds whose link is off
import-updated = { $count } accounts updated
import-would-update = { $count } accounts updated (a dry run: nothing was changed)

import-problem-unknown-column = No such heading is known.
import-problem-missing-column = A column with this heading is needed.
import-problem-double-column = The heading stands twice.
import-problem-beyond-columns = The cell stands under no heading.
import-problem-open-quote = A quote that opens in this row is never closed.
import-problem-kind = No kind of link has this name.
import-problem-kind-code = The code of a kind is 1, 2 or 3.
import-problem-kind-mismatch = 連携種別 and 種別コード do not agree.
import-problem-no-code = The employee code is missing.
import-problem-unknown-employee = Nobody has this employee code. Run `employees sync` first.
import-problem-resigned = { $person } resigned on { $resigned }.
import-problem-gone = { $person } is deleted in KING OF TIME.
import-problem-several-employees = Several people have this employee code: { $person }, { $others }. Correct it in KING OF TIME and run `employees sync`.
import-problem-blanks = There are blanks at an end.
import-problem-full-width = The characters are full-width.
import-problem-lost-zeros = A spreadsheet took leading zeros away.
import-problem-scientific = A spreadsheet turned it into scientific notation.
import-problem-date = A spreadsheet turned it into a date.
import-problem-converted = A spreadsheet turned it into another value.
import-problem-name = This employee code is of { $person }. Were codes swapped? If it is right, as after a marriage: --accept-names.
import-problem-domain = The domain does not belong here.
import-problem-control = It holds a line break or another control character.
import-problem-second-row = Line { $line } is of { $person } too.
import-problem-shared-name = { $person } and { $other } are both current, and cannot have one user name.

history-id = ID
history-at = At
history-user = User
history-file = File
history-code = Code
history-undone = (taken back)
history-none = Nothing was imported yet.

undo-none = There is no import to take back.
undo-change = { $code } { $name }: { $before } -> { $after }
undo-question = Take import { $id } ({ $at }, { $file }, { $count ->
    [one] 1 account
   *[other] { $count } accounts
}) back? Punches that were sent stay.
undo-sent = { $count ->
    [one] 1 punch was
   *[other] { $count } punches were
} sent since because of this import and { $count ->
    [one] stays
   *[other] stay
} in KING OF TIME. Correct there what is wrong.
undo-unconfirmed = { $count ->
    [one] 1 person whose code had changed is
   *[other] { $count } people whose code had changed are
} unconfirmed again.
undo-done = { $count } accounts restored
undo-unsafe = Import { $id } ({ $at }, { $file }) cannot be taken back, since something changed after it. Nothing was changed.
undo-unsafe-remedy = Export with `accounts export`, correct the file, and import it with `accounts import`.
undo-unrecorded = Import { $id } ({ $at }, { $file }) was made by a version that did not keep what it overwrote, and cannot be taken back.
undo-unrecorded-remedy = See what stood before with `accounts history`, and import that with `accounts import`.
undo-obstacle-not-the-last = Another import or undo came after it.
undo-obstacle-account = { $name }: the account changed since (imported "{ $left }", now "{ $now }").
undo-obstacle-name = { $user }: the name passed to somebody, was taken off or got another first work day since.
undo-obstacle-taken = { $user }: the name is { $name }'s now.
undo-obstacle-code = { $name }: the employee code changed once more since.

exclude-from = First work day
exclude-to = Last work day
exclude-set-at = Set at
exclude-done = { $code } { $name } is set aside ({ $days }). Punches that were not sent are withdrawn in the next round.
exclude-already = { $code } { $name } is set aside already ({ $days }).
exclude-removed = { $code } { $name } is no longer set aside. The logs of those days are punched too from the next round on, as far as their age allows.
exclude-removed-days = { $code } { $name } is no longer set aside on these days ({ $days }).
exclude-was-not = { $code } { $name } is not set aside; nothing was changed.
exclude-was-not-days = { $code } { $name } is not set aside on these days ({ $days }); nothing was changed.
exclude-none = Nobody is set aside.

allow-done = { $user } is taken for one person on several PCs. Punches held for it go in the next round.
allow-already = { $user } is taken for one person already.
allow-removed = { $user } is no longer taken for one person on several PCs.
allow-was-not = { $user } is not taken for one person; nothing was changed.
allow-not-known = No account bears the user name { $user }.
allow-nearest = Did you mean { $nearest } (it differs in { $difference })?
allow-none = No user name is taken for one person on several PCs.
allow-see-list = `pcpunch accounts list` shows all of them.
