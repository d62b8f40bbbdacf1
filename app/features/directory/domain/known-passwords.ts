/**
 * Passwords and words that lists of leaked passwords begin with, without spaces and in small letters.
 * Rows of letters, repetitions and a known word with figures behind it are found by rule, so that the
 * list holds words and patterns only.
 */
export const knownPasswords: ReadonlySet<string> = new Set(
  `
  password passw0rd p@ssword p@ssw0rd pass password1 password123 password1234 password12345 passwordpassword
  qwerty qwertyuiop qwertyuiop123 qwertyuiopasdf qwertyuiopasdfghjkl asdfghjkl asdfghjkl123 zxcvbnm zxcvbnm123
  qwertyqwerty asdfasdfasdf qazwsxedc qazwsxedcrfv 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r 1q2w3e4r5t
  1q2w3e4r5t6y q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 zaq12wsx zaq1zaq1 abc123 abcd1234 abcabcabc123 a1b2c3d4 a1b2c3d4e5f6
  admin administrator admin123 administrator1 root toor letmein letmeinplease welcome welcome1 welcomehome
  iloveyou iloveyou123 iloveyousomuch ihateyou princess dragon monkey sunshine football baseball basketball superman
  batman pokemon starwars master shadow michael jennifer charlie jordan michelle ashley computer internet
  secret changeme changeit default guest test tester testtest testtesttest temp temporary trustno1 whatever
  nothing freedom hello hellohello helloworld hellothere goodmorning goodluck goodbye loveyou lovelove loveme
  summer winter spring autumn monday sunday january december october november september
  google facebook twitter instagram amazon microsoft windows apple android iphone samsung nintendo playstation
  correcthorsebatterystaple thequickbrownfox thisismypassword mypassword mypassword1 mysecretpassword
  ichigo sakura sakurasakura arigatou arigato konnichiwa konichiwa ohayou sayonara nihon nippon japan tokyo osaka
  kyoto hokkaido yokohama nagoya doraemon pikachu totoro naruto onepiece hatsunemiku anpanman hellokitty
  takahashi tanaka satou suzuki watanabe yamamoto nakamura kobayashi yamada sasaki
  angou himitsu pasuwado pasuwaado aikotoba tanjoubi daisuki aishiteru aishiteruyo neko inu nekoneko wanwan
  fukushi fukushika shiyakusho kencho kenchou yakuba soudan shien sapoto sapota supporter volunteer
  パスワード あいことば ひみつ ありがとう こんにちは さくら だいすき あいしてる にほん とうきょう たんじょうび
  おはよう さようなら ねこ いぬ ドラえもん ピカチュウ 暗証番号 合言葉 秘密
  `.split(/\s+/).filter((word) => word !== ''),
)
