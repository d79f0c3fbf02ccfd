profile-unreadable = The profile { $path } (malion.profile) cannot be read: { $detail }
profile-unreadable-remedy = Name a TOML file that this user can read; a relative path counts from the working directory. The built-in profile: pcpunch config unset malion.profile
profile-bad = { $path }, line { $line }, { $key }: { $problem }
profile-bad-toml = { $path }, line { $line }: { $problem }
profile-remedy = Correct the profile; every key is told in pcpunch-profile(5): pcpunch man 5 profile
profile-remedy-nearest = Did you mean { $nearest }? Every key is told in pcpunch-profile(5): pcpunch man 5 profile
profile-problem-syntax = this is no TOML ({ $detail })
profile-problem-unknown-key = no such key
profile-problem-missing = is missing
profile-problem-not-a = must be { $kind }
profile-problem-choice = { $value } is no choice; there are: { $allowed }
profile-problem-range = must be a number from { $least } to { $most }, and not 0
profile-problem-empty = may not be empty
profile-problem-not-a-pointer = { $value } is no JSON pointer: one begins with a slash
profile-problem-not-a-heading = { $value } is a JSON pointer, and rows of a CSV are found by the heading of their column
profile-problem-not-a-path = { $value } is no path: it begins with a slash and has no blank, brace, ? or #; what is asked stands in request.query
profile-problem-not-a-header = { $value } cannot stand in a header: names have letters, digits, - and _, values visible ASCII
profile-problem-open-brace = a brace is not closed: { $value }
profile-problem-unknown-place = { $place } is nothing that is filled in here
profile-problem-no-place = lacks { $place }
profile-problem-only-with = goes only with { $other } = { $value }
profile-problem-place-only-with = { $place } goes only with { $other } = { $value }
profile-problem-not-beside = cannot stand beside { $other }: one of them says how the end is seen
profile-problem-code-here = a code stands here, and request.auth is { $auth }
profile-problem-time-not-whole = writes no whole date and time, to the second
profile-problem-time-no-zone = bears no offset: say zone = "JST" or zone = "UTC" beside it
profile-problem-time-zone-of-epoch = counts seconds since 1970, which have no zone: take zone away
profile-problem-not-borne = requires { $field }, which is not among these fields
profile-problem-shared-word = { $value } is a word for ログオン already
profile-problem-hours = { $value } is not HH:MM-HH:MM (several with commas), or leaves no moment open
profile-kind-text = a text in quotes
profile-kind-list = a list of texts in brackets
profile-kind-count = a whole number
profile-kind-number = a number
profile-kind-table = a part of its own, with keys

malion-closed = MaLion is not asked until { $until } (limits.closed_hours of the profile).
malion-closed-remedy = Run the command again from { $until } on.
malion-no-category = This profile cannot ask for every operation.
malion-no-category-remedy = If MaLion's API can, add request.categories.all to the profile.
malformed-line = line { $line } (id { $id })
problem-not-text = no text of the profile's encoding ({ $detail })
problem-headings = headings that are missing or stand twice: { $headings }
problem-ragged = the row has not as many cells as there are headings
relay-malion-closed = MaLion is not asked until { $until } (limits.closed_hours of the profile); the round after goes on from there.

check-name-malion-field = MaLion: field
check-name-malion-words = MaLion: operations
check-malion-connection-profile = Answered by the profile { $profile }; { $count ->
    [one] 1 log
   *[other] { $count } logs
} in the last hour.
check-malion-field = { $field } at { $place }: { $borne } of { $records }, e.g. { $example }
check-malion-field-none = { $field } at { $place }: 0 of { $records }
check-malion-field-wrong = { $field } at { $place }: { $borne } of { $records }; { $problem }
check-malion-field-remedy = Correct fields.{ $field } of the profile, or the time format, by what MaLion really answers: pcpunch man 5 profile
check-malion-words = ログオン: { $logons }; ログオフ: { $logoffs }; others: { $others }
check-malion-words-remedy = No word is one of ログオン or ログオフ: put the right ones into values.logon and values.logoff of the profile.
