plain = { $text }
word-warning = 注意: { $text }
word-nothing = { "" }
word-setting = 設定
word-value = 値
word-origin = 出どころ

origin-environment = 環境変数
origin-credential = クレデンシャル
origin-state = 状態ファイル
origin-default = 既定値
origin-command = コマンド
word-check = 確認項目
word-result = 結果
word-found = 内容
word-remedy = 対処

weekday-1 = 月
weekday-2 = 火
weekday-3 = 水
weekday-4 = 木
weekday-5 = 金
weekday-6 = 土
weekday-7 = 日
