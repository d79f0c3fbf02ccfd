people-code = 従業員コード
people-name = 氏名
people-division = 所属
people-day-border = 日付変更時間
people-hired = 入社日
people-resigned = 退職日
people-active = 在籍
people-yes = はい
people-no = いいえ

sync-at = 日時
sync-current = 在籍人数
sync-change = 変更
sync-before = 変更前
sync-after = 変更後
sync-is-joined = 追加
sync-is-changed = 変更
sync-is-resigned = 退職
sync-is-gone = 削除
sync-is-restored = 復帰
sync-is-code-moved = コード移動
sync-fact-employee_code = コード
sync-fact-name = 氏名
sync-fact-division = 所属コード
sync-fact-emails = メール
sync-fact-hired = 入社日
sync-fact-resigned = 退職日

sync-counts = 追加 { $joined }、変更 { $changed }、退職 { $resigned }、削除 { $gone }、復帰 { $restored }、コード移動 { $code_moved }
sync-current-people = 在籍 { $current } 人
sync-facts = 内容
sync-applied = 反映しました。
sync-nothing-new = 変更はありません。
sync-dry-run = 確認のみです。何も反映していません。
sync-not-applied = 何も反映していません。
sync-gone = KING OF TIME にいない人は無効になります (リンクと履歴は残ります)。誤って削除した人は 設定 ▸ 従業員 ▸ 従業員設定 ▸ 表示 ▸ 削除済み従業員の復帰 で戻せます。
sync-nameless = { $code } { $name }: { $bearer } のサービスアカウントが「{ $code }」のため、サービスアカウントは空です。`accounts import` で登録してください。
sync-account-stays = { $person }: 従業員コードは { $before } から変わりましたが、これまでのサービスアカウントのログがあるため変えていません。`accounts import` で確認してください。
sync-held = 従業員コード { $code } は { $holder } から { $person } に移りました。PC のユーザー名が従業員コードのままのため、両方の人を `accounts import` で確認するまで、どちらの打刻も送りません。

sync-limit-other-company = このトークンは、この状態ファイルとは別の会社のものです。
sync-remedy-other-company = kot.token を確かめてください。別の会社には別の状態ファイルを使います。
sync-limit-empty = KING OF TIME の従業員が一人もいません (登録済みの在籍者 { $active } 人)。
sync-remedy-empty = トークンの権限と会社を確かめてください。何も反映していません。
sync-limit-all-new = 登録済みの在籍者 { $active } 人が一人も見つからず、全員 ({ $listed } 人) が新しい人です。
sync-remedy-all-new = 会社とトークンを確かめてください。正しければ: pcpunch employees sync --allow-removals { $removals }
sync-limit-removals = 在籍者 { $active } 人のうち { $removals } 人が一度に退職または削除になります。
sync-remedy-removals = --dry-run で一覧を確かめてください。正しければ: pcpunch employees sync --allow-removals { $removals }

links-released-punches = { $released }打刻は { $punches } 件になります。
links-released = 待っていたログ { $logs } 件 ({ $work_days } 勤務日分) が対象になります。{ $too_old ->
    [0] {""}
   *[other] うち { $too_old } 勤務日は古いため、人の判断を待ちます。
}{ $closed ->
    [0] {""}
   *[other] うち { $closed } 勤務日は KING OF TIME で締められているため、締めが解除されるまで待ちます。
}
links-closed-not-asked = KING OF TIME で締められている日があるかは確認できませんでした: { $reason }
