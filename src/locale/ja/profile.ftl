profile-unreadable = プロファイル { $path } (malion.profile) を読めません: { $detail }
profile-unreadable-remedy = このユーザーが読める TOML ファイルを指定してください (相対パスは作業ディレクトリから)。組み込みのプロファイルに戻すには: pcpunch config unset malion.profile
profile-bad = { $path } の { $line } 行目、{ $key }: { $problem }
profile-bad-toml = { $path } の { $line } 行目: { $problem }
profile-remedy = プロファイルを直してください。すべてのキーは pcpunch-profile(5) にあります: pcpunch man 5 profile
profile-remedy-nearest = { $nearest } のことですか? すべてのキーは pcpunch-profile(5) にあります: pcpunch man 5 profile
profile-problem-syntax = TOML として読めません ({ $detail })
profile-problem-unknown-key = このキーはありません
profile-problem-missing = 必要なキーがありません
profile-problem-not-a = { $kind }でなければなりません
profile-problem-choice = { $value } は選べません。選べるもの: { $allowed }
profile-problem-range = { $least } から { $most } までの、0 でない数でなければなりません
profile-problem-empty = 空にはできません
profile-problem-not-a-pointer = { $value } は JSON ポインターではありません (/ で始まります)
profile-problem-not-a-heading = { $value } は JSON ポインターです。CSV では列の見出しを書きます
profile-problem-not-a-path = { $value } はパスではありません。/ で始まり、空白、波括弧、?、# は使えません。問い合わせの内容は request.query に書きます
profile-problem-not-a-header = { $value } はヘッダーに使えません。名前は英数字と - と _、値は ASCII の文字です
profile-problem-open-brace = 波括弧が閉じられていません: { $value }
profile-problem-unknown-place = { $place } はここでは使えません
profile-problem-no-place = { $place } がありません
profile-problem-only-with = { $other } = { $value } のときだけ使えます
profile-problem-place-only-with = { $place } は { $other } = { $value } のときだけ使えます
profile-problem-not-beside = { $other } と同時には使えません。終わりの見分け方は一つだけです
profile-problem-code-here = コードがここにありますが、request.auth は { $auth } です
profile-problem-time-not-whole = 日付と秒までの時刻がそろっていません
profile-problem-time-no-zone = 時差を含まない形式です。並べて zone = "JST" または zone = "UTC" を書いてください
profile-problem-time-zone-of-epoch = 1970 年からの秒数に zone は使えません。取り除いてください
profile-problem-not-borne = 必須とした { $field } が、この項目の中にありません
profile-problem-shared-word = { $value } はすでにログオンの語です
profile-problem-hours = { $value } は HH:MM-HH:MM (複数はコンマ区切り) ではないか、問い合わせできる時間が残りません
profile-kind-text = 引用符で囲んだ文字列
profile-kind-list = 角括弧で囲んだ文字列の並び
profile-kind-count = 整数
profile-kind-number = 数
profile-kind-table = キーを持つ部分 (表)

malion-closed = { $until } までは MaLion に問い合わせません (プロファイルの limits.closed_hours)。
malion-closed-remedy = { $until } 以降にもう一度実行してください。
malion-no-category = このプロファイルでは、すべての操作を問い合わせることができません。
malion-no-category-remedy = MaLion の API にその指定があれば、プロファイルに request.categories.all を加えてください。
malformed-line = { $line } 行目 (ID { $id })
problem-not-text = プロファイルの文字コードでは読めません ({ $detail })
problem-headings = 見出しがないか、二つあります: { $headings }
problem-ragged = 行のセルの数が見出しの数と違います
relay-malion-closed = { $until } までは MaLion に問い合わせません (プロファイルの limits.closed_hours)。その後の実行が続きから行います。

check-name-malion-field = MaLion: 項目
check-name-malion-words = MaLion: 操作
check-malion-connection-profile = プロファイル { $profile } で応答がありました。直近一時間のログは { $count } 件。
check-malion-field = { $field } ({ $place }): { $records } 件中 { $borne } 件。例: { $example }
check-malion-field-none = { $field } ({ $place }): { $records } 件中 0 件
check-malion-field-wrong = { $field } ({ $place }): { $records } 件中 { $borne } 件。{ $problem }
check-malion-field-remedy = MaLion の実際の応答に合わせて、プロファイルの fields.{ $field } か時刻の形式を直してください: pcpunch man 5 profile
check-malion-words = ログオン: { $logons }。ログオフ: { $logoffs }。その他: { $others }
check-malion-words-remedy = ログオンとログオフの語が一つもありません。プロファイルの values.logon と values.logoff に正しい語を書いてください。
