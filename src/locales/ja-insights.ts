import type { Messages } from './en.ts';

/** What authors and staff read about how the help center does. */
export const insights: Messages['insights'] = {
  title: '分析',
  pages: '分析のページ',
  overview: '概要',
  articles: '記事',
  comments: 'コメント',
  mine: '担当する記事',
  searches: '検索',
  gaps: '足りない記事',
  community: 'コミュニティの状態',
  satisfaction: '満足度',
  freshness: '鮮度',
  missing: '見つからなかったページ',
  measuresPage: '指標とその測り方',
  notForYou: '分析は、執筆者、モデレーター、管理者のためのページです。',
  period: '期間',
  periods: {
    week: '過去 7 日間',
    month: '過去 28 日間',
    quarter: '過去 13 週間',
    year: '過去 52 週間',
  },
  language: 'ページの言語',
  everyLanguage: 'すべての言語',
  show: '表示する',
  days: (from: string, to: string) => `${from} ～ ${to}`,
  asOf: (moment: string) => `${moment}（UTC）までの集計です。`,
  notCounted: 'まだ集計されていません。集計は 15 分ごとに行われます。',
  nothing: 'この期間には何もありません。',
  exportAs: 'この表をダウンロード：',
  ofAll: (count: string, n: string) => `${n} のうち ${count}`,
  interval: (low: string, high: string) => `${low} ～ ${high}`,
  none: 'まだありません',
  how: (measure: string) => `「${measure}」の測り方`,
  table: '数値の表',
  state: '状態',
  states: { new: '新規', planned: '対応予定', fixed: '対応済み', dismissed: '見送り' },
  note: 'メモ',
  save: '保存',
  visits: (n: number) => `訪問 ${n} 件`,
  people: (n: number) => `${n} 人`,
  measures: {
    views: {
      name: '閲覧数',
      meaning: '記事が画面に表示された訪問の数です。一度の訪問で何度開いても 1 と数えます。',
    },
    reads: {
      name: '読まれた数',
      meaning: '記事が 10 秒以上表示されていたか、読者がフィードバックを送った訪問の数です。',
    },
    helpfulness: {
      name: '役立ち度',
      meaning:
        '記事の一つの文章について「この記事で疑問は解決しましたか？」に答えた読者のうち、「はい」と答えた人の割合です。一人につき最後の答えを一度だけ数えます。語の 5% 以上を書き直すと、新しく数え始めます。',
    },
    'edit-verdict': {
      name: '書き直しの判定',
      meaning:
        '書き直した文章が、前の文章より役に立っているかどうかです。差の 95% 信頼区間がすべて 0 の片側にあれば「良くなった」または「悪くなった」、そうでなければ「まだ判断できない」とします。',
    },
    'failed-deflections': {
      name: 'ディフレクションの失敗',
      meaning:
        '記事を読んだ訪問のうち、その後 24 時間以内に同じ訪問者が質問するか、チームに問い合わせたものです。',
    },
    'self-service-rate': {
      name: '自己解決率',
      meaning:
        '記事を一つでも読んだ訪問のうち、24 時間以内に質問も問い合わせもなかったものの割合です。黙ってあきらめた人もここに入ります。',
    },
    'search-success': {
      name: '検索成功率',
      meaning:
        '検索をした訪問のうち、最後の検索でよく合う結果が出て、その一つが開かれたものの割合です。',
    },
    'search-misses': {
      name: '検索の失敗',
      meaning:
        'すべての検索のうち、よく合う結果がなかったものと、結果が出ても訪問の間に一つも開かれなかったものです。同じ語句は一度の訪問で一度だけ数えます。',
    },
    'click-rank': {
      name: 'クリック順位',
      meaning:
        '訪問の中で最初に開かれた結果が、一覧の何番目にあったかです。上位 3 件の割合で示します。',
    },
    'form-funnel': {
      name: 'フォームでのディフレクション',
      meaning:
        'フォームを開いた訪問がどう終わったかです。送信：24 時間以内に送られた。確認済み：候補で解決したと本人が答えた。推定：候補が開かれ、何も送られなかった。不明：それ以外。これらは決して足し合わせません。',
    },
    'answered-share': {
      name: '回答率',
      meaning: '期間中の質問のうち、これまでにほかの人が回答したものの割合です。',
    },
    'first-answer-time': {
      name: '最初の回答までの時間',
      meaning:
        '質問から、ほかの人による最初の回答までの時間です。夜間や休日も含めます。半数が回答を得るまでの時間と、10 件中 9 件が得るまでの時間を示します。未回答の質問は待っているものとして数えます（Kaplan-Meier 法）。',
    },
    'acceptance-time': {
      name: '回答の採用までの時間',
      meaning:
        '質問から、現在採用されている回答の採用までの時間です。まだ採用のない質問は待っているものとして数えます（Kaplan-Meier 法）。',
    },
    'first-contact-resolution': {
      name: '初回解決率',
      meaning: '回答のある質問のうち、最初の回答が採用されたものの割合です。',
    },
    csat: {
      name: '満足度（CSAT）',
      meaning:
        '回答を採用したときや問い合わせが完了したときに、満足度を 1 から 5 で答えた人のうち、4 か 5 を選んだ人の割合です。',
    },
    ces: {
      name: '解決のしやすさ（CES）',
      meaning:
        '簡単に解決できたと思うかを 1 から 7 で答えた人のうち、5、6、7 を選んだ人の割合です。',
    },
    freshness: {
      name: '鮮度',
      meaning: '見直し期限のある記事が読まれた数のうち、期限の日までに読まれたものの割合です。',
    },
  },
  definitions: {
    intro:
      'それぞれの数字の求め方です。割合には必ず件数と 95% 信頼区間（Wilson）を添え、10 件に満たないときは件数だけを示します。訪問とは、一人の訪問者の動きが 30 分を超える間を置かずに続いたものです。プログラムと、数えないよう求めた訪問者は、どの数字にも入りません。',
    shownOn: '表示するページ：',
    counted: {
      views: '記事が画面に表示された訪問',
      reads: '10 秒以上の表示またはフィードバックがあった訪問',
      helpfulness: 'はい / (はい + いいえ)、一つの文章について',
      'edit-verdict': '(後の割合 − 前の割合) の 95% 信頼区間、Newcombe',
      'failed-deflections': '24 時間以内に質問か問い合わせが続いた数 / 読まれた数',
      'self-service-rate':
        '記事を読み、24 時間以内に質問も問い合わせもなかった訪問 / 記事を読んだ訪問',
      'search-success': '最後の検索がよく合い、クリックされた訪問 / 検索をした訪問',
      'search-misses': '(結果なし + 一部の語だけ一致 + よく合うが開かれず) / 検索',
      'click-rank': '最初のクリックが 1、2、3 番目だった訪問 / クリックのあった訪問',
      'form-funnel': '確認済み | 推定 | 不明 | 送信、それぞれ / フォームを開いた訪問',
      'answered-share': 'ほかの人が回答した質問 / 投稿された質問',
      'first-answer-time': 'Kaplan-Meier 法による中央値と 90 パーセンタイル',
      'acceptance-time': 'Kaplan-Meier 法による中央値と 90 パーセンタイル',
      'first-contact-resolution': '最初の回答が採用された質問 / 回答のある質問',
      csat: '4 か 5 の答え / すべての答え（1 から 5）',
      ces: '5、6、7 の答え / すべての答え（1 から 7）',
      freshness: '見直し期限までに読まれた数 / 見直し期限のある記事が読まれた数',
    },
    pitfall: {
      views:
        '閲覧からわかるのは、だれかが来たことだけです。探していたものが見つかったとは限りません。',
      reads: '10 秒間表示されていても、その間よそを見ていたかもしれません。',
      helpfulness:
        '答える読者は少なく、ほかの読者と同じではありません。比べるなら、同じ記事どうしにしてください。',
      'edit-verdict':
        '書き直しの前と後では、訪れる読者が違います。判定は有力な手がかりですが、証明ではありません。',
      'failed-deflections':
        '問い合わせた人は記事をいくつも読んでいることがあり、そのすべてに数えられます。どの記事のせいでもないかもしれません。',
      'self-service-rate': 'あきらめた訪問者と、助かった訪問者は区別できません。',
      'search-success': '開かれた結果が、正しい結果だったとは限りません。',
      'search-misses': '検索結果の一覧に答えが出ていて、開く必要がないこともあります。',
      'click-rank':
        '人は上にあるものを開きます。順位がよくても、探しているものが見つかっていなければ、並び順がよいとは言えません。',
      'form-funnel': '推定の解決は推測です。本人がそう言ったのは、確認済みのものだけです。',
      'answered-share': '新しい質問ほど、回答を待った時間が短くなります。',
      'first-answer-time': '時計は夜も休日も進みます。',
      'acceptance-time':
        '助かってもそう言わない人はたくさんいます。その質問はここではいつまでも待ち続けます。',
      'first-contact-resolution':
        'だれも採用しなければ、どれほどよい回答でも、何も解決していないことになります。',
      csat: '答える人は少なく、無作為に選ばれた人でもありません。何人に尋ねたかを見て、低い評価を読んでください。',
      ces: '解決までの道のり全体についての答えで、一つの記事についてのものではありません。',
      freshness: '見直し期限が正しいことが前提です。期限のない記事は、分子にも分母にも入りません。',
    },
  },
  changes: {
    title: '言い換え',
    intro:
      '開くものが見つからなかった人が、2 分以内に入力し直した語句です。二つ目の語句で見つかったなら、一つ目を同義語かキーワードに加えましょう。',
    first: '最初の入力',
    opened: 'その後、結果を開いた',
  },
  gapsPage: {
    intro:
      '足りないと思われる記事です。よく合う結果のなかった検索と、記事では答えられなかった質問を、意味ごとにまとめています。求める人の多いものから並びます。',
    gap: '足りない記事',
    peopleHead: '人数',
    evidence: '根拠',
    search: (query: string, missed: string) => `「${query}」の検索で見つからず：${missed}`,
    why: { unanswered: '未回答', 'no-article': '記事なしで解決' },
    start: '記事を書き始める',
    startHow:
      '記事を書き始めるには、コンテンツフォルダにファイルを作ります。解決済みの質問からは、次のコマンドが、回答と回答者の名前を入れた下書きを作ります。内容を確認してください。',
    from: '元になる回答：',
    more: (n: number) => `ほか ${n} 件`,
    onlyFirst: (shown: string, all: string) => `${all} 件のうち、最初の ${shown} 件です。`,
  },
  missingPage: {
    intro:
      '開こうとした人がいるのに、存在しないアドレスです。リダイレクトがあれば、次に来た人は正しい記事に着きます。',
    address: 'アドレス',
    visitsHead: '訪問',
    from: 'リンク元',
    last: '最後のアクセス',
    proposal: 'リダイレクト',
    propose: (title: string) => `「${title}」へのリダイレクトを提案する`,
    proposed: (path: string) => `提案済み：${path}`,
    leadsTo: (path: string) => `現在は ${path} につながります。`,
    noProposal: '近い記事はありません。',
    proposeHow:
      '提案は、次のコマンドが記事の redirectFrom に書き込むまで、ここに残ります。書き込まれた内容を確認し、コミットしてください。',
  },
  ownerMail: {
    subject: '今週の担当記事',
    intro: (name: string, from: string, to: string) =>
      `${name}さん、${from}から${to}までの、担当記事への読者の声と動きをお伝えします。`,
    worthDoing: 'まず取り組むとよいこと：',
    toDo: {
      worse: (title: string, _n: number, _query: string) =>
        `「${title}」は前回の書き直しから評価が下がっています。変更点を見直してください`,
      review: (title: string, n: number, _query: string) =>
        `「${title}」は見直しの時期です（今週 ${n} 回読まれました）`,
      failed: (title: string, n: number, _query: string) =>
        `「${title}」を読んだあと、${n} 人が質問しました。足りなかったことを書き足してください`,
      search: (title: string, n: number, query: string) =>
        `「${query}」の検索が ${n} 回失敗しました。「${title}」のキーワードに加えますか`,
      comments: (title: string, n: number, _query: string) =>
        `「${title}」に新しいコメントが ${n} 件あります。読んでください`,
    },
    verdicts: '書き直しの判定：',
    verdict: {
      better: (title: string) => `「${title}」は以前より役に立っています`,
      worse: (title: string) => `「${title}」は以前ほど役に立っていません`,
    },
    articles: '記事ごと：',
    article: (title: string, parts: string) => `${title}：${parts}`,
    parts: {
      between: '、',
      votes: (share: string) => `「はい」の票 ${share}`,
      comments: (n: string) => `コメント ${n}`,
      followed: (share: string) => `読まれた後の質問か問い合わせ ${share}`,
    },
    more: (n: number) => `ほかに ${n} 件がサイトにあります。`,
    comments: '読者の声：',
    commentOn: (title: string) => `「${title}」について：`,
    misses: '失敗した人もいる一方、担当記事にたどり着いた人もいる検索：',
    miss: (query: string, missed: string, title: string) =>
      `「${query}」（${missed}）：「${title}」`,
    reviews: '見直す記事：',
    review: (title: string, date: string) => `「${title}」、${date}まで`,
    all: '担当記事の一覧',
    why: 'authors.yml に記事の担当者として載っている方に、週に一度お送りしています。何もなかった週は届きません。',
    choice: {
      title: '担当する記事についての週ごとのメール',
      weekly: '担当する記事への読者の声を毎週月曜日に受け取る',
    },
  },
  satisfactionPage: {
    intro:
      '二つの短いアンケートへの答えです。すべてが終わった後に一度だけ、満足したか、簡単だったかを尋ねます。',
    says: {
      csat: (share: string) => `満足した人（5 段階の 4 か 5）：${share}`,
      ces: (share: string) => `簡単だったと答えた人（7 段階の 5、6、7）：${share}`,
    },
    good: { csat: '4 と 5', ces: '5 ～ 7' },
    beforeWas: (share: string) => `前の期間：${share}`,
    before: '前の期間',
    askedWhen: '尋ねた時点',
    allMoments: 'すべて',
    moments: {
      accepted: '回答が採用された',
      'contact-closed': '問い合わせが完了した',
      solved: '候補で解決した',
    },
    answered: '尋ねた人のうち',
    notKnown: '不明',
    low: '低い評価',
    lowIntro:
      '一つひとつに事情があります。5 段階の 1 と 2、7 段階の 1 から 3 を、何についての評価かとともに示します。',
    when: '日時',
    measure: '指標',
    score: '評価',
    occasion: '対象',
  },
  communityPage: {
    intro: '回答がどのくらい早く付くか、だれが答えるか、何人が自分で解決しているかです。',
    times: '待ち時間',
    time: '項目',
    cases: '待ち終えた数',
    median: '半数の待ち時間（中央値）',
    p90: '10 件中 9 件の待ち時間',
    tooFew: '質問が少なすぎます',
    stillWaiting: '未定：待っている質問が多すぎます',
    open: '観察期間より後',
    noAnswer: '回答なし',
    noAcceptance: '採用なし',
    curveSays: (half: string) => `質問の半数は、${half}以内に回答を得ています。`,
    curveSaysOpen: '回答を得た質問は半数に達していません。',
    after: '経過時間',
    waiting: '待っている割合',
    weeks: '週ごとの質問と回答',
    weeksSay: (questions: string, answers: string) =>
      `質問：${questions}、ほかの人による回答：${answers}`,
    weekFrom: '週の初日',
    questions: '質問',
    answers: '回答',
    unanswered: '回答が一つもない質問',
    unansweredSays: (n: number) => `回答が一つもない質問が ${n} 件あります（古い順）。`,
    allAnswered: 'すべての質問に回答があります。',
    question: '質問',
    category: 'カテゴリ',
    asked: '質問日時',
    haveIt: '同じ質問を持つメンバー',
    answerers: '回答している人',
    member: 'メンバー',
    accepted: '採用',
    byCategory: 'カテゴリ別',
    channels: 'そのほかの連絡手段',
    channelsIntro:
      'どのページにもある連絡手段 (電話、メール、チャット、障害情報のページ) に進んだ訪問です。その後どうなったかは、ここからは分かりません。',
    channel: '手段',
    channelVisits: '訪問',
    funnels: 'フォームを開いた後',
    funnelsIntro:
      '四つの終わり方があり、決して足し合わせません。本人が解決したと言ったのは、確認済みのものだけです。',
    forms: { ask: '質問フォーム', contact: '問い合わせフォーム' },
    funnelSays: {
      ask: (opened: string, confirmed: string, posted: string) =>
        `${opened} 件の訪問のうち、${confirmed} 件は候補で解決したと答え、${posted} 件は質問しました。`,
      contact: (opened: string, confirmed: string, posted: string) =>
        `${opened} 件の訪問のうち、${confirmed} 件は候補で解決したと答え、${posted} 件は問い合わせました。`,
    },
    ends: { confirmed: '確認済み', implied: '推定', unknown: '不明', posted: '送信' },
    opened: '訪問',
    suggested: '候補の表示',
    suggestionOpened: '候補を開いた',
    selfServiceSays: (share: string) => `記事を読み、質問せずに済んだ訪問：${share}`,
  },
  topic: '探していたもの',
  missedIn: '失敗',
  searchesIntro:
    '探しても見つからなかったものを、意味ごとにまとめています。失敗した検索には、キーワード、よりよいタイトル、または新しい記事が必要です。',
  why: '理由',
  nothingFound: (n: string) => `答えなし：${n}`,
  partly: (n: string) => `答えか不確か：${n}`,
  unopened: (n: string) => `何も開かず：${n}`,
  thenTyped: '次の入力',
  opened: '開いた',
  alsoTyped: (n: number) => `ほかの言い方 ${n} 件`,
  parts: '一覧の区切り',
  partOf: (first: string, last: string, total: string) =>
    `${total} 件のうち ${first} ～ ${last} 件目`,
  partBefore: '前へ',
  partAfter: '次へ',
  owner: '担当者',
  everyOwner: 'すべての担当者',
  nobody: '担当者なし',
  category: 'カテゴリ',
  everyCategory: 'すべてのカテゴリ',
  article: '記事',
  removed: '公開終了',
  commentsHead: 'コメント',
  sortedBy: '並び順：',
  sorts: {
    need: '手直しが必要な順',
    helpful: '役に立った順',
    reads: 'よく読まれた順',
    failed: 'ディフレクションの失敗が多い順',
  },
  verdicts: {
    better: '良くなった',
    worse: '悪くなった',
    'no evidence yet': 'まだ判断できない',
  },
  articlesIntro:
    '各記事の今の文章について読者が答えたことと、期間中の訪問です。「手直しが必要な順」は区間の上の端で並べます。票をいちばん好意的に見ても低い記事が、先に来ます。',
  mineIntro: (name: string) => `${name}さんが担当する記事です。手直しが必要なものから並びます。`,
  ownsNothing: '担当する記事はまだありません。',
  ownsNothingHow:
    '記事のフロントマターの owner にあなたの名があり、それがあなたであることが authors.yml に（アカウントのアドレスかハンドルで）書かれていると、その記事の担当者になります。コンテンツフォルダの管理者に追加を頼んでください。',
  ownersHow: '担当者の指定方法',
  ownsWithout: 'この言語またはカテゴリに、担当する記事はありません。',
  answers: { yes: 'はい', no: 'いいえ' },
  earlierText: '以前の文章について',
  aboutSection: (section: string) => `（「${section}」について）`,
  everyState: 'すべての状態',
  saved: '保存しました。',
  commentsIntro:
    '読者が記事に寄せたコメントです（新しい順）。どう対応したかを、状態とメモで示します。担当者は自分の記事のコメントを、モデレーターはすべてのコメントを扱えます。',
  points: (points: string, low: string, high: string) => `${points} ポイント（${low} ～ ${high}）`,
  articlePage: {
    read: '記事を読む',
    edit: 'ファイルを編集',
    about: (owner: string) => `担当者：${owner}`,
    reviewBy: (day: string) => `見直し期限：${day}`,
    removed: 'この記事の公開は終わりました。数字は残ります。',
    helpfulness: '役立ち度の推移',
    helpfulSays: (share: string, since: string) =>
      `今の文章（${since}から）への投票のうち、「はい」の割合：${share}`,
    noVotes: '今の文章への投票はまだありません。',
    howDrawn:
      '点は、横線が示す週の「はい」の割合です。それぞれ 10 票以上あります。点を通る縦線は 95% 信頼区間です。点線は、数え直しの始まった書き直しを示します。',
    tooFew:
      'この期間、10 票に達した文章はありません。割合にすると、わかっている以上のことを示してしまうため、件数だけを示します。',
    weeks: '週',
    text: '文章',
    firstText: '最初の文章',
    editNumber: (n: string) => `書き直し ${n}`,
    edits: '書き直しの効果',
    editsNone:
      '文章はまだ一つだけです。語の 5% 以上を書き直すと、前の文章と後の文章をここで比べます。',
    before: '前',
    after: '後',
    difference: '差',
    patience: (n: string) =>
      `書き直してからの投票は ${n} 票で、まだ二つの文章の差を判断できません。票が増えればわかります。`,
    sections: 'セクションごとの読者の声',
    wholeArticle: '記事全体',
    sectionGone: (id: string) => `${id}（今はありません）`,
    times: (name: string, n: string) => `${name} ${n}`,
    nobodySaid: 'この期間に、理由やコメントを残した人はいません。',
    reasonsAs: '理由をダウンロード：',
    commentsAs: 'コメントをダウンロード：',
    searches: 'この記事に至った検索',
    searched: '検索した語句',
    visits: '訪問',
    next: '読んだ後の行動',
    nextSays: (n: string) => `${n} 件の訪問で、この記事を最後に表示した後に取られた行動です。`,
    nextStep: '次の行動',
    share: '割合',
    nextSteps: {
      article: '別の記事',
      search: '検索した',
      channel: 'ほかの窓口を選んだ',
      ask: '質問フォームを開いた',
      contact: '問い合わせフォームを開いた',
      left: '離れた、または記録に残る行動がない',
    },
    escalations: '読んだ後の質問と問い合わせ',
    escalationsSays:
      '前の 24 時間にこの記事を読んだ訪問者からの質問と問い合わせです。別の件についてのものかもしれません。',
    request: 'チームへの問い合わせ',
    questionGone: '今はない質問',
    readingTime: '読む時間と長さ',
    readingSays: (median: string) => `閲覧の半数で、記事は ${median}以上表示されていました。`,
    readingBeyond: (seconds: string) =>
      `閲覧の半数を超えて、記事は ${seconds}以上表示されていました。`,
    readingNeed: (words: string, time: string, speed: string) =>
      `全 ${words} 語を読むには、一分に ${speed} 語の速さで約 ${time}かかります。`,
    allWords: '全文を読む時間',
    seconds: (from: string, to: string) => `${from} ～ ${to}`,
    secondsOver: (from: string) => `${from}以上`,
    visible: '表示時間',
    readers: '週ごとの読者',
    readersSays: (views: string, reads: string) => `閲覧数 ${views}、そのうち読まれた数 ${reads}`,
    week: '週の初日',
    views: '閲覧数',
    reads: '読まれた数',
    failed: 'その後の質問と問い合わせ',
  },
  freshnessPage: {
    says: (overdue: number, lost: string) =>
      `見直し期限を過ぎた記事が ${overdue} 件あります。期限の後に読まれた数は ${lost} です。`,
    reviewBy: '見直し期限',
    lost: '期限の後に読まれた数',
    reads: '読まれた数',
    overdue: '期限切れ',
    noneOverdue: '期限を過ぎた記事はありません。',
    due: (days: number) => `${days} 日以内に期限が来る記事`,
    noneDue: '期限が近い記事はありません。',
    undated: '期限のない記事',
    noneUndated: 'すべての記事に期限があります。',
    byOwner: '担当者別',
  },
  tellReaders: (n: number) =>
    `対応済みまたは見送りになったら、アドレスを残した読者 ${n} 人にこのメモで知らせる`,
  overviewPage: {
    first: '最初にすること',
    nothingFirst:
      '目立つものはありません。ほかより悪いと言える記事はなく、ここでわかる限り、何かを待っている人もいません。',
    tasks: {
      unhelpful: (people: string, n: string) =>
        `読者 ${n} 人のうち ${people} 人が、疑問は解決しなかったと答えました。ほかの記事より悪い結果です。`,
      failed: (people: string, n: string) =>
        `読まれた数 ${n} のうち ${people} で、一日以内に質問かチームへの問い合わせがありました。ほかの記事より多い数です。`,
      overdue: (people: string, n: string) =>
        `見直し期限を過ぎています。この期間に読まれた数 ${n} のうち ${people} は期限の後でした。`,
      gap: (people: string) =>
        `検索の失敗と質問が合わせて ${people} 回ありましたが、答える記事がありません。`,
      missingPage: (people: string) =>
        `${people} 件の訪問がこのアドレスを開こうとしましたが、何もありません。`,
      questions: 'だれも回答していない質問',
      unanswered: (n: number, people: string) =>
        `この期間の質問 ${n} 件が回答を待っています。同じ質問を持つ人は ${people} 人です。`,
    },
    changes: {
      week: 'この一週間の変化',
      month: 'この 4 週間の変化',
      quarter: 'この 13 週間の変化',
      year: 'この 52 週間の変化',
    },
    nothingChanged: '偶然で説明できる以上に変わった指標はなく、新しい判定もありません。',
    verdicts: '書き直しの新しい判定',
    misses: '新しく失敗するようになった検索',
    all: 'すべての指標',
    allHow:
      'この期間を、その前の同じ日数と比べます。差の 95% 信頼区間が 0 を含まないときだけ、「良くなった」または「悪くなった」とします。そのような区間が二十あれば、一つは偶然にそうなることがあります。',
    measure: '指標',
    now: 'この期間',
    before: '前の期間',
    verdict: '判定',
    parts: {
      'ask-confirmed': '質問：確認済み',
      'ask-implied': '質問：推定',
      'ask-unknown': '質問：不明',
      'ask-posted': '質問：送信',
      'contact-confirmed': '問い合わせ：確認済み',
      'contact-implied': '問い合わせ：推定',
      'contact-unknown': '問い合わせ：不明',
      'contact-posted': '問い合わせ：送信',
      median: '半数の待ち時間（中央値）',
      p90: '10 件中 9 件の待ち時間',
    },
  },
  decide: {
    target: '転送先（このサイトのアドレス）',
    noteTooLong: (most: number) => `メモは ${most} 文字までです。`,
    targetShape: '転送先は、/articles/using/invite のように一つのスラッシュで始めてください。',
  },
};
