demo-title = == { $what } ==
demo-at = == { $time }  { $what } ==
demo-welcome = The whole job against a MaLion and a KING OF TIME inside this program. Nothing stays behind.
demo-settings = The settings: where both services are, and their secrets, which are never arguments
demo-check-settings = Does everything answer?
demo-employees = The employees of KING OF TIME become the people that logs can be linked to
demo-accounts = Which PC user name is whose: export, edit, import
demo-edited = The file after editing: the last column is the PC user name
demo-evening = The evening round: this morning's logons become 出勤
demo-next-morning = The next morning's round: the shutdowns' logoffs have come, the day is settled, 退勤 go
demo-check = Is the day right in KING OF TIME? One PC user name is written otherwise than its account
demo-end = Done. Set up your own with `pcpunch config set`, beginning with kot.token and malion.host.
sandbox-serves = A MaLion and a KING OF TIME are open on this machine until Ctrl-C. To use them, type in another terminal:
sandbox-ends = Closed. Nothing of it stays.
