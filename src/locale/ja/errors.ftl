error-line = エラー: { $message }
remedy-line = 対処: { $remedy }
failed = { $detail }
declined = 「いいえ」と答えたため、何も変更していません。
needs-yes = 確認が必要です: { $question }
needs-yes-remedy = --yes を付けるか、端末で実行してください。

usage-remedy = 使い方は `{ $command } --help` で確かめられます。
usage-unknown-argument = { $argument } というオプションや引数はありません。{ $hint }
usage-unknown-command = { $command } というコマンドはありません。{ $hint }
usage-nearest = { $nearest } のことですか?
usage-value = { $argument } に { $value } は使えません。
usage-value-missing = { $argument } には値が必要です。
usage-required = 足りないもの: { $argument }
usage-twice = { $argument } が二度指定されています。
usage-conflict = { $argument } は { $other } と一緒には使えません。
usage-incomplete = コマンドが途中で終わっています。
usage-not-unicode = UTF-8 でない引数があります。
usage-other = コマンドを読み取れません: { $detail }

clock-no-time = PCPUNCH_NOW の { $value } は時刻ではありません。
clock-no-time-remedy = 2024-12-18T06:00:00+09:00 の形で書くか、取り除いてください。
clock-rehearsal = PCPUNCH_NOW で時計が手動設定されていますが、{ $url } はこの機械の中ではありません。
clock-rehearsal-remedy = PCPUNCH_NOW を取り除くか、--dry-run を付けるか、kot.base_url をこの機械の sandbox に向けてください。

state-nowhere = 状態ファイルの置き場所がありません。HOME も XDG_STATE_HOME も設定されていません。
state-nowhere-remedy = --state FILE または PCPUNCH_STATE でファイルを指定してください。
state-open-to-others = { $path } に他の人の権限があります (モード { $mode })。このファイルには秘密の値が入っています。
state-open-to-others-remedy = 誰が読めたかを確かめてから: chmod 600 { $path }
state-not-a-file = { $path } は通常のファイルではなく、リンクまたはフォルダーです。
state-not-a-file-remedy = --state FILE でファイルそのものを指定してください。
state-network-file-system = { $path } はネットワークファイルシステム上にあり、ロックを信頼できません。
state-network-file-system-remedy = 状態ファイルはこの機械のディスクに置いてください。
state-newer = { $path } はより新しいバージョンが書いたものです (スキーマ { $found }、このプログラムは { $known } まで)。
state-newer-remedy = 新しいバージョンの pcpunch を使ってください。ファイルはそのまま残してあります。
state-damaged = { $path } は壊れています: { $detail }
state-bad-value = 状態ファイルの { $what } に、このプログラムが書くはずのない値 { $value } があります。
state-damaged-remedy = ファイルはそのまま残してあります。保管したうえで、バックアップから続けてください。
state-locked = { $path } では別の実行が動いています。
state-locked-remedy = 終わるまで待ってください。次の実行が続きから行います。
state-io = { $path }: { $detail }
state-io-remedy = パス、所有者、空き容量を確かめてください。
state-sql = 状態ファイルを読み書きできませんでした: { $detail }
state-sql-remedy = 空き容量と、他のプログラムがファイルを使っていないかを確かめ、もう一度実行してください。

settings-unknown-key = { $key } という設定はありません。
settings-nearest-key = { $nearest } のことですか?
settings-all-keys = すべての設定は `pcpunch config list` で確かめられます。
settings-bad-value = { $source } に { $value } は使えません。
settings-bad-secret = { $source } の値は使えません (秘密の値のため表示しません)。
settings-in-environment = 環境変数 { $variable }
settings-in-origin = { $key } ({ $origin })
settings-bad-values = { $count } 個の設定に使えない値があります。
settings-bad-values-remedy = それぞれ直してください。何も行っていません。
settings-bad-value-line = { $message } { $allowed }
settings-missing = { $key } が設定されていません。
settings-missing-remedy = pcpunch config set { $key }
settings-credential = クレデンシャルを読めません: { $path }: { $detail }
settings-credential-remedy = ユニットの LoadCredential= とファイルの権限を確かめてください。

allowed-text = { $key } は一行の文字列です。前後に空白は使えません。
allowed-secret = { $key } は空白のない ASCII 文字です。
allowed-switch = { $key } は on または off です。
allowed-language = { $key } は ja、en、auto のどれかです。
allowed-word = { $key } は次のどれかです: { $words }
allowed-count = { $key } は { $least } から { $most } までの整数です。
allowed-url = { $key } は https の URL です (ユーザー名、?、# は不可)。http はこの機械の中 (localhost, 127.0.0.1, ::1) だけで使えます。
allowed-proxy = { $key } は system、none、または http か https の URL です。
allowed-host = { $key } は malioncloud0000.intercom.co.jp のようなホスト名だけです (https:// やパスは不可)。
allowed-file = { $key } はファイルのパスです。
allowed-day = { $key } は YYYY-MM-DD の形の日付です。
allowed-border = { $key } は division または HH:MM の形の時刻です。
allowed-intervals = { $key } は HH:MM-HH:MM です。複数はコンマで区切り、重なりや日またぎはできません。なしは none。
allowed-hours = { $key } は HH:MM-HH:MM です。日またぎはできません。なしは none。
allowed-night-hours = { $key } は 0 から 20 までの時間数です。一つの数、または所属コード別に 0,2000=12 の形。
allowed-patterns = { $key } はコンマ区切りのパターンです (例: Administrator,vendor*)。

man-no-page = { $page } という man ページはありません。
man-no-page-remedy = `pcpunch man` の最初のページにコマンドの一覧があります。
