plain = { $text }
word-warning = warning: { $text }
word-nothing = { "" }
word-setting = Setting
word-value = Value
word-origin = From

origin-environment = environment
origin-credential = credential
origin-state = state file
origin-default = default
origin-command = command
word-check = Checked
word-result = Result
word-found = Found
word-remedy = What to do

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
