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
word-check = Checked
word-result = Result
word-found = Found
word-remedy = What to do
