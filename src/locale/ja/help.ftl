help-usage = 使い方:
help-commands = コマンド
help-arguments = 引数
help-options = オプション
help-global-options = 共通オプション
help-example = 例:
help-values = { $help }: { $values }

help-global-state = 状態ファイル。既定は PCPUNCH_STATE、$STATE_DIRECTORY/state.db、$XDG_STATE_HOME (~/.local/state) の pcpunch/state.db の順
help-global-format = 標準出力の形式。既定は table (表)。JSON 文書の内容は pcpunch schema で確かめられる
help-global-lang = メッセージ、ヘルプ、表の言語。既定は display.language、次にロケール
help-global-color = 色を使うとき。既定は auto (端末で、NO_COLOR や TERM=dumb がないとき)
help-global-quiet = 標準エラー出力を減らす
help-global-verbose = 標準エラー出力を増やす
help-global-yes = 確認に「はい」と答える
help-global-help = このヘルプを表示する
help-global-version = バージョンを表示する

help = MaLion が集めた PC のログオン・ログオフを KING OF TIME の打刻にする (一つの打刻は一度だけ)
    .example =
        pcpunch config set kot.token
        pcpunch employees sync
        pcpunch accounts export accounts.csv
        pcpunch accounts import accounts.csv
        pcpunch relay run --once
        pcpunch logs check
    .more =
        標準出力には答えだけを、標準エラー出力にはそれ以外を出します。標準入力が端末でないときは何も尋ねません。

        終了コード: 0 完了、または待機のみ。1 失敗。2 使い方または設定の誤り。3 KING OF TIME が打刻を断り、人の対応が必要。4 MaLion または KING OF TIME が認証、権限、IP アドレスを拒否。5 MaLion または KING OF TIME に接続できない、または読み取れない。6 対応が必要な指摘がある。7 安全上の上限または凍結により停止。8 別の実行がロック中。9 状態ファイルを使えない。130 と 143 シグナルによる停止。複数当てはまるときの順: 130, 143, 9, 8, 2, 7, 4, 5, 1, 3, 6, 0。

        どの設定も環境変数 (kot.token は PCPUNCH_KOT_TOKEN) または設定キーと同じ名前の systemd クレデンシャルで与えられます。優先順は環境変数、クレデンシャル、状態ファイル、既定値です。

        PCPUNCH_NOW=2024-12-18T06:00:00+09:00 とすると、プログラムの時計はその時刻から進みます (リハーサルとテスト用)。kot.base_url がこの機械の中でないときは、--dry-run がなければ拒否されます。

help-config = 設定の登録、表示、取り消し、確認
    .example = pcpunch config list --origin
help-config-set = 設定を確かめてから保存する
    .example =
        pcpunch config set malion.host malioncloud0000.intercom.co.jp
        pcpunch config set kot.token
        pcpunch config set malion.secret_code --stdin < secret.txt
        pcpunch config set kot.token_command "pass show kingoftime/token"
    .more = 値がなければ、設定の意味、使える値、いまの値を示して尋ねます (秘密の値は表示しません)。秘密の値は引数では受け取りません。シェルの履歴やプロセス一覧に残るためです。秘密の値とそれを出力するコマンド (kot.token と kot.token_command) は、一方を設定するともう一方と置き換わります。link.punches を off から on にすると、punch.since は次の勤務日、または --since の日になります。
help-config-set-key = 設定キー (例: kot.token)
help-config-set-value = 新しい値。なければ尋ねる
help-config-set-stdin = 標準入力の一行を値とする
help-config-set-since = link.punches on のとき: 打刻を始める勤務日
help-config-get = 設定を一つ表示する (秘密の値は (set) とだけ表示)
    .example = pcpunch config get kot.base_url
help-config-get-key = 設定キー (例: kot.base_url)
help-config-list = すべての設定を表示する (秘密の値は (set) とだけ表示)
    .example = pcpunch config list --origin
help-config-list-origin = 値の出どころも表示する
help-config-unset = 設定を既定値に戻す
    .example = pcpunch config unset kot.lanes
help-config-unset-key = 設定キー (例: kot.lanes)
help-config-check = 状態ファイル、MaLion、KING OF TIME、権限、時計を端から端まで確かめる
    .example = pcpunch config check
    .more = 一行ごとに、正常、誤りと対処、または試せない理由を表示します。打刻はしません。MaLion には malion.profile がなければ組み込みのプロファイル assumed-v1 で直近一時間分を問い合わせ、KING OF TIME は読み取りだけを行います。

help-employees = KING OF TIME の従業員 (勤怠管理連携)
    .example = pcpunch employees sync --dry-run
help-employees-sync = KING OF TIME から従業員と所属を取り込む (KING OF TIME は読み取りのみ)
    .example = pcpunch employees sync
help-employees-sync-dry-run = 計画を表示し、何も変えない
help-employees-sync-allow-removals = 一度に削除・退職となる人数をここまで認める
help-employees-list = 最後に取り込んだ従業員を表示する
    .example = pcpunch employees list
help-employees-list-history = 取り込みごとの変更を表示する

help-accounts = PC のユーザー名と従業員の対応 (アカウント連携)
    .example = pcpunch accounts export accounts.csv
help-accounts-export = アカウント連携を CSV に保存する (CSVデータ保存)
    .example = pcpunch accounts export --encoding cp932 accounts.csv
help-accounts-export-file = ファイル。- または省略で標準出力
help-accounts-export-encoding = ファイルの文字コード。既定は utf-8-bom
help-accounts-export-unlinked = 読み込みでもログでも一度も使われていないアカウントだけ
help-accounts-export-for-excel = コードを ="0123" と書き、表計算ソフトに変えさせない
help-accounts-import = アカウント連携を CSV から読み込む (CSVデータ入力)。ファイルにある行だけを、すべて更新するか、一つも更新しない
    .example = pcpunch accounts import accounts.csv --dry-run
help-accounts-import-file = ファイル
help-accounts-import-dry-run = 確かめて表示し、何も変えない
help-accounts-import-encoding = ファイルの文字コード (自動判別の代わり)
help-accounts-import-from = 置き換わる連携の最初の勤務日。既定は今日の勤務日
help-accounts-import-accept-names = 姓・名が従業員と異なる行も受け入れる
help-accounts-list = アカウント連携を表示する
    .example = pcpunch accounts list
help-accounts-history = いつ、だれが、どのファイルで、どの連携を変えたかを表示する
    .example = pcpunch accounts history
help-accounts-undo = 最後の読み込みを取り消す (連携だけ。送った打刻は残る)
    .example = pcpunch accounts undo
    .more = その読み込みが書き換えた連携を、すべて元のとおりに戻します。そのあとに送った打刻を一覧します。あとの取り込みや読み込みで変わったものがあれば、何も変えません。もう一度実行すると、その前の読み込みを取り消します。
help-accounts-exclude = ある人を打刻の対象外にする (管理監督者、休職、試行など)。コードを省くと対象外の人を表示する
    .example =
        pcpunch accounts exclude 1000 --from 2025-01-06 --to 2025-03-31
        pcpunch accounts exclude 1000 --remove
    .more = 対象外の勤務日のログは集めますが、打刻しません。期間の両端を含み、どちらも省けます。どちらもなければ今日からです。--remove は期間がなければすべてを取り消し、期間があればその日だけを取り消します。
help-accounts-exclude-code = 従業員コード
help-accounts-exclude-from = 最初の勤務日
help-accounts-exclude-to = 最後の勤務日
help-accounts-exclude-remove = 対象外を取り消す
help-accounts-allow-shared = 複数の PC で使われるユーザー名が一人のものであると登録する。ユーザー名を省くと一覧を表示する
    .example = pcpunch accounts allow-shared tarouk
    .more = shared-user-name で保留していた打刻は、次の実行で送ります。
help-accounts-allow-shared-name = PC のユーザー名
help-accounts-allow-shared-remove = 登録を取り消す

help-relay = 実行 (ログを集めて打刻する) と、その状態
    .example = pcpunch relay run --once
help-relay-run = ログを集め、打刻を決め、一度だけ送る
    .more = --once を付けなければ、SIGTERM か SIGINT まで繰り返します。状態ファイル、設定、認証情報は毎回読み直します。自分から終わるのは終了コード 2 と 9、それに凍結 (7) のときだけで、それ以外では続けます。標準出力が端末でなければ一回の実行を一行で示し、-v では --once の打刻を表で示します。
    .example =
        pcpunch relay run
        pcpunch relay run --once
        pcpunch relay run --once --dry-run
        pcpunch relay run --once --from logs.csv --complete-until 2024-12-18T00:00
        pcpunch relay run --once --from smarton.csv --source smarton --profile smarton.toml
help-relay-run-once = 繰り返さず、一回だけ実行する
help-relay-run-interval = 実行の開始から次の開始までの間隔。既定は 5m、最短 30s
help-relay-run-dry-run = メモリー上の複製で実行する。MaLion と KING OF TIME は読むだけで、何も保存・送信せず、送るはずの打刻を表示する
help-relay-run-from = MaLion の API の代わりに CSV ファイルからログを読む
help-relay-run-source = どの製品のログのファイルか (malion, smarton, lanscope)。既定は malion
help-relay-run-profile = ファイルの読み方を file の部に書いたプロファイル (TOML)。既定は malion.profile
help-relay-run-metrics = 実行のたびに、Prometheus のテキスト形式で指標を書き出すファイル。node_exporter の textfile collector 用 (*.prom)
help-relay-run-complete-until = ファイルが漏れなく揃っている時刻。既定は最も新しいログの時刻
help-relay-status = これまでの実行と、待っているものとその理由
    .example =
        pcpunch relay status --max-age 2h
        pcpunch relay status --metrics /var/lib/prometheus/node-exporter/pcpunch.prom
help-relay-status-max-age = この時間内に終了コード 0 か 3 で終わった実行がなければ終了コード 1 (90s, 30m, 2h, 1d)
help-relay-status-metrics = Prometheus のテキスト形式で指標を書き出すファイル (relay run --metrics と同じ)
help-relay-unfreeze = 凍結の解除 (ファイル全体と、凍結中のすべての日)
    .more = ファイルが凍結されていると何も送りません。実行はログの収集と打刻の判定までを行い、終了コード 7 で終わります。人が解除したものを理由に、もう一度ファイルが凍結されることはありません。
    .example = pcpunch relay unfreeze --reason "重複を手で削除した"
help-relay-unfreeze-reason = 理由 (記録用)
help-relay-rehearse = 過去のログを現在の設定と別の設定で試し、KING OF TIME の打刻と比べる
    .more =
        状態ファイルにあるログを、そのときに動いていたかのように、一回ずつ試します。打刻は送りません。
        結果は KING OF TIME にある打刻と比べ、一致、早い、遅い、打刻なしを、人ごとと合計で示します。
    .example =
        pcpunch relay rehearse --from 2024-11-01 --to 2024-11-30
        pcpunch relay rehearse --from 2024-11-01 --to 2024-11-30 --set punch.night_shift_hours=0,2000=12
        pcpunch relay rehearse --from 2024-11-01 --set punch.day_border=05:00 --days
help-relay-rehearse-from = 最初の勤務日
help-relay-rehearse-to = 最後の勤務日。既定は昨日
help-relay-rehearse-set = 現在の値の代わりに試す設定。複数のときは、すべて合わせて一つの案とする
help-relay-rehearse-days = 差のある打刻を、一人の一勤務日ごとに一行ずつ、理由とともに表示する

help-punches = 一つ一つの打刻について人が決めること
    .example = pcpunch punches list --state held
help-punches-list = 打刻を表示する
    .example =
        pcpunch punches list
        pcpunch punches list --state held --state refused
    .more = ここでは --state に打刻の状態も指定できます: decided, sending, accepted, refused, unknown, already-there, held, person, withdrawn, dropped。名前に . も / もない状態ファイルは、ここでは ./held のように書きます。
help-punches-show = 打刻のもとのログと、KING OF TIME の応答までを順に表示する
    .example =
        pcpunch punches show 17
        pcpunch punches show 17 --offline --format json
    .more = 打刻、もとになったログ、そのログをこの人のものとしたアカウント、打刻を決めた規則、送信の一回ごと、確認の読み取り、KING OF TIME が今その人のその日に表示している打刻 (一度だけ読みます)、その日の指摘を表示します。読み取れない時間帯には残りを表示し、終了コードは 5 です。
help-punches-show-id = punches list の番号
help-punches-show-offline = どこにも問い合わせず、手元の情報だけを表示する
help-punches-send = 保留、拒否、または人に任された打刻を送る (その日を読んでから)
    .example = pcpunch punches send 17 18
help-punches-send-ids = punches list の番号
help-punches-drop = 打刻を取りやめる
    .example = pcpunch punches drop 17 --reason "手入力済み"
help-punches-drop-ids = punches list の番号
help-punches-drop-reason = 記録に残す理由

help-state = 状態ファイルのバックアップと復元
    .example = pcpunch state backup backup.db
help-state-backup = 状態ファイルの整合したバックアップを作る (実行中でもよい)
    .more = バックアップは別の名前でモード 0600 で作ってから改名します。秘密の設定、ping.url、パスワードを含む http.proxy は、--with-secrets を付けない限り含みません。同じ名前のファイルは --yes を付けたときだけ置き換えます。
    .example =
        pcpunch state backup /var/backups/pcpunch.db
        pcpunch state backup --yes --with-secrets /var/backups/pcpunch.db
help-state-backup-file = バックアップのファイル
help-state-backup-with-secrets = 秘密の設定を含める
help-state-restore = バックアップを状態ファイルの位置に戻す (連携はしばらく待ち、読み取ってから送る)
    .more = まずバックアップ全体を検査します。バックアップにない秘密の設定は元の状態ファイルのものを残し、元のファイルは state.db.before-restore として残します。ほかの実行やコマンドが状態ファイルを使っている間は終了コード 8 で終わります。先に止めてください。
    .example = pcpunch state restore /var/backups/pcpunch.db
help-state-restore-file = バックアップのファイル

help-logs = PC ログと打刻の照合
    .example = pcpunch logs check
help-logs-check = PC ログ、送った打刻、KING OF TIME の表示を突き合わせる
    .example =
        pcpunch logs check
        pcpunch logs check --from 2024-12-01 --to 2024-12-31 --employee 1000
    .more = 従業員と勤務日ごとに一行、正しくないものには原因と対処を付けて表示します。指定がなければ、今日より前の七勤務日です。
help-logs-check-date = 一日だけ (勤務日)
help-logs-check-from = 最初の勤務日
help-logs-check-to = 最後の勤務日
help-logs-check-employee = この従業員コードの人だけ
help-logs-check-offline = どこにも問い合わせず、手元の情報だけを表示する
help-logs-check-timeline = 表の代わりに、一人一日を一本の帯で表示する (table 形式のときだけ)
help-logs-check-html = 結果を一つの HTML ファイルにも書く (表、帯、正しくないものの原因と対処。外部には何も取りに行かない)
help-logs-check-ack = 指摘を番号で了承する (根拠が変わらない間は終了コード 6 にしない)
help-logs-check-reason = 了承の理由 (記録に残す)
help-logs-differences = PC ログと、方法を問わず KING OF TIME にある打刻との差 (勤怠差異) を表示する (給与計算用)
    .example =
        pcpunch logs differences
        pcpunch logs differences --month 2024-12 --format csv > differences.csv
        pcpunch logs differences --month 2024-12 --summary
    .more = 最初のログオン (なければ、残っているアンロック) を出勤と、最後のログオフ (なければロック) を退勤と比べます。差が check.in_minutes、check.out_minutes を超えるもの (等しければ差異ではない) と、片方がないものが差異です。差は PC ログから打刻までの分数です。link.punches off でも使えます。KING OF TIME は全員分を一度に (62 日ごとに) 読みます。打刻は送らず、指摘も残しません。指定がなければ、今日より前の七勤務日です。
help-logs-differences-date = 一日だけ (勤務日)
help-logs-differences-from = 最初の勤務日
help-logs-differences-to = 最後の勤務日
help-logs-differences-month = 一か月の全勤務日
help-logs-differences-employee = この従業員コードの人だけ
help-logs-differences-all = 差異のない日も表示する
help-logs-differences-summary = 従業員と月ごとに一行にまとめる
help-logs-list = 集めたログと、それぞれがどうなったかを表示する
    .example =
        pcpunch logs list --date 2024-12-17 --user tarouk
        pcpunch logs list --from 2024-12-01 --to 2024-12-31 --terminal 'PC-*' --fate unlinked --fate open
help-logs-list-date = 一日だけ (勤務日)
help-logs-list-from = 最初の勤務日
help-logs-list-to = 最後の勤務日
help-logs-list-employee = この従業員コードの人だけ
help-logs-list-user = この PC ユーザー名だけ (* は任意の文字列、? は任意の一文字)
help-logs-list-terminal = この PC だけ (* と ? は --user と同じ)
help-logs-list-fates = 結果がこれになったログだけ (何度でも指定できる)
help-logs-list-punched = 打刻になったログだけ

help-sandbox = この機械の中で MaLion と KING OF TIME の代役を動かす (試用・研修用)
    .example = pcpunch sandbox
help-demo = 使い捨ての状態ファイルと代役を使い、仕事の全体を見せる
    .example = pcpunch demo
help-completions = シェルの補完を出力する
    .example =
        pcpunch completions bash > ~/.local/share/bash-completion/completions/pcpunch
        pcpunch completions zsh > ~/.zfunc/_pcpunch
        pcpunch completions fish > ~/.config/fish/completions/pcpunch.fish
        pcpunch completions powershell > pcpunch.ps1
    .more = コマンド、オプション、設定キー、指定した設定の値、man ページ、文書、ユニットの名前を補完します。スクリプトはプログラムを実行しないので、更新後は出力し直してください。zsh は fpath のフォルダーから、PowerShell はプロファイルの . ./pcpunch.ps1 で読み込みます。
help-completions-shell = シェル
help-man = man ページを出力する
    .example = pcpunch man relay run --lang ja | man -l -
help-man-page = コマンドの語 (例: relay run)、または settings、5 accounts、7 relay。省略でプログラム全体のページ
help-man-all = すべての man ページと補完をこのフォルダーに書き出す
help-units = systemd や cron で実行するためのファイルを出力する
    .example =
        pcpunch units
        pcpunch units pcpunch.service > /etc/systemd/system/pcpunch.service
        pcpunch units pcpunch.cron > /etc/cron.d/pcpunch
    .more =
        pcpunch.service は実行を繰り返し続けます。pcpunch-round.timer は五分ごとに pcpunch-round.service (一回の実行) を起動します。pcpunch.cron は同じことを cron で行います。使うのは三つのうち一つだけです。

        NAME を省くと、すべてのファイルを、置き場所を書いたコメントに続けて出力します。どのファイルにもこのプログラムのパスが入り、ユーザー pcpunch で動き、状態ファイルは /var/lib/pcpunch に置かれます。
help-units-name = ファイル名 (pcpunch.service、pcpunch-round.service、pcpunch-round.timer、pcpunch.cron)
help-schema = JSON 文書の内容を JSON Schema として出力する
    .example =
        pcpunch schema
        pcpunch schema relay-run
        pcpunch schema error > error.schema.json
    .more = NAME を省くと、--format json が出力する文書を 1 行ずつ一覧にします。NAME を付けると、その文書のスキーマ (draft 2020-12) を出力します。各項目の意味、形と単位、項目がないときの意味が書いてあり、単独で使えます。項目は増えるだけなので、知らない項目のある文書も受け取ってください。
help-schema-name = 文書の名前 (relay-run、relay-run.v1、pcpunch.relay-run.v1 のいずれでも)

man-name = 名前
man-synopsis = 書式
man-description = 説明
man-examples = 例
man-version = バージョン
