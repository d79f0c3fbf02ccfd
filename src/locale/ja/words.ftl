word-warning = 注意: { $text }
word-nothing = { "" }
