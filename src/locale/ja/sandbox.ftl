demo-title = == { $what } ==
demo-at = == { $time }  { $what } ==
demo-welcome = このプログラムに内蔵の MaLion と KING OF TIME を相手に、仕事の全体を行います。後には何も残りません。
demo-settings = 設定: 両サービスの場所と秘密の値 (秘密の値は引数にしません)
demo-check-settings = すべて応答するか
demo-employees = KING OF TIME の従業員を取り込む (勤怠管理連携)
demo-accounts = どの PC ユーザー名が誰のものか: 保存、編集、入力
demo-edited = 編集後のファイル: 最後の列が PC のユーザー名
demo-evening = 夜の実行: 今朝のログオンが出勤になる
demo-next-morning = 翌朝の実行: シャットダウン時のログオフが届き、勤務日が確定し、退勤が送られる
demo-check = KING OF TIME の内容は正しいか。1人の PC ユーザー名がアカウントと異なる
demo-end = 以上です。自社の設定は `pcpunch config set` で、kot.token と malion.host から始めてください。
sandbox-serves = この機械で MaLion と KING OF TIME を開きました (Ctrl-C で終了)。別の端末で次のように入力すると使えます:
sandbox-ends = 終了しました。何も残りません。
