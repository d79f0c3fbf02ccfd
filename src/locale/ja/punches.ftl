punch-id = ID
punch-employee-code = 従業員コード
punch-name = 名前
punch-work-day = 勤務日
punch-kind = 種別
punch-time = 時刻
punch-reason = 理由
punch-state = 状態
punch-short = { $kind } { $time }
punch-short-state = { $kind } { $time } ({ $state })
punch-not-later = KING OF TIME の出勤より後ではない退勤

punch-kind-1 = 出勤
punch-kind-2 = 退勤
punch-kind-3 = 休憩開始
punch-kind-4 = 休憩終了

punch-state-decided = 送信待ち
punch-state-sending = 送信中
punch-state-accepted = 送信済み
punch-state-refused = 拒否
punch-state-unknown = 結果不明
punch-state-already-there = 打刻あり
punch-state-held = 保留
punch-state-person = 要判断
punch-state-withdrawn = 取り下げ
punch-state-dropped = 取りやめ

punches-none = 当てはまる打刻はありません。
punches-count = { $count } 件
punches-drop-question = { $count } 件の打刻を取りやめますか? 取りやめた打刻が送られることはありません。
punches-dropped = { $count } 件の打刻を取りやめました。
punches-not-known = ID { $ids } の打刻はありません。何も取りやめていません。
punches-not-known-remedy = 番号は `pcpunch punches list` で確かめられます。
punches-not-droppable = 取りやめられない打刻があります: { $ids }。何も取りやめていません。
punches-not-droppable-remedy = 取りやめられるのは送信待ち、保留、拒否、要判断の打刻だけです。送信済みの打刻は KING OF TIME の画面で直してください。
punches-not-droppable-line = ID { $id }: { $state }
