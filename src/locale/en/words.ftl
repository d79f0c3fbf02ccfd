word-warning = warning: { $text }
word-nothing = { "" }
