import { plural } from './plural.ts';

/** What authors and staff read about how the help center does. */
export const insights = {
  title: 'Insights',
  pages: 'Pages of insights',
  overview: 'Overview',
  articles: 'Articles',
  comments: 'Comments',
  mine: 'My articles',
  searches: 'Searches',
  gaps: 'Gaps',
  community: 'Community health',
  satisfaction: 'Satisfaction',
  freshness: 'Freshness',
  missing: 'Missing pages',
  measuresPage: 'What is measured, and how',
  notForYou: 'Insights are for authors and staff.',
  period: 'Period',
  periods: {
    week: 'Last 7 days',
    month: 'Last 28 days',
    quarter: 'Last 13 weeks',
    year: 'Last 52 weeks',
  },
  language: 'Language of the page',
  everyLanguage: 'All languages',
  show: 'Show',
  days: (from: string, to: string) => `${from} to ${to}`,
  asOf: (moment: string) => `Counted until ${moment} (UTC).`,
  notCounted: 'Nothing has been counted yet. Events are counted every quarter of an hour.',
  nothing: 'Nothing here in this period.',
  exportAs: 'This table as',
  ofAll: (count: string, n: string) => `${count} of ${n}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  none: 'none yet',
  how: (measure: string) => `How ${measure} is measured`,
  table: 'The figures as a table',
  state: 'State',
  states: { new: 'New', planned: 'Planned', fixed: 'Fixed', dismissed: 'Dismissed' },
  note: 'Note',
  save: 'Save',
  visits: (n: number) => plural('en', n, { one: `${n} visit`, other: `${n} visits` }),
  people: (n: number) => plural('en', n, { one: `${n} person`, other: `${n} people` }),
  measures: {
    views: {
      name: 'Views',
      meaning: 'Visits in which an article was on the screen, however often it was opened in one.',
    },
    reads: {
      name: 'Reads',
      meaning:
        'Visits in which an article was visible for at least 10 seconds, or in which the reader gave feedback on it.',
    },
    helpfulness: {
      name: 'Helpfulness',
      meaning:
        'Of the readers who answered “Did this answer your question?” about one text of an article, the share who said yes. Each counts once, with the last answer; an edit of 5 % of the words or more starts a new count.',
    },
    'edit-verdict': {
      name: 'Edit verdict',
      meaning:
        'Whether the text after an edit is found more helpful than the text before: better or worse when the 95 % interval of the difference lies on one side of zero, else no evidence yet.',
    },
    'failed-deflections': {
      name: 'Failed deflections',
      meaning:
        'Of the visits that read an article, those whose visitor asked a question or wrote to the team within 24 hours after it.',
    },
    'self-service-rate': {
      name: 'Self-service rate',
      meaning:
        'Of the visits with at least one read, those that no question or request followed within 24 hours. Whoever gave up in silence counts here as well.',
    },
    'search-success': {
      name: 'Search success',
      meaning:
        'Of the visits with a search, those whose last search had a good match of which a result was opened.',
    },
    'search-misses': {
      name: 'Search misses',
      meaning:
        'Of all searches, those with no good match, and those with results of which none was opened within the visit. One query counts once in a visit.',
    },
    'click-rank': {
      name: 'Click rank',
      meaning:
        'At which place of the list the first result stood that a visit opened, as the share of the first three.',
    },
    'form-funnel': {
      name: 'Deflection at the forms',
      meaning:
        'How the visits ended that opened a form. Sent: within 24 hours. Confirmed: the visitor said that a suggestion solved it. Implied: a suggestion was opened and nothing sent. Unknown: the rest. They are never added up.',
    },
    'answered-share': {
      name: 'Answered share',
      meaning:
        'Of the questions asked in the period, those that somebody else has answered by now.',
    },
    'first-answer-time': {
      name: 'Time to the first answer',
      meaning:
        'From the question to the first answer by somebody else, around the clock: the time after which half, and nine in ten, are answered. Open questions count as waiting (Kaplan-Meier).',
    },
    'acceptance-time': {
      name: 'Time to the accepted answer',
      meaning:
        'From the question to the acceptance that stands, with open questions counted as waiting (Kaplan-Meier).',
    },
    'first-contact-resolution': {
      name: 'First-contact resolution',
      meaning: 'Of the answered questions, those whose first answer was accepted.',
    },
    csat: {
      name: 'Satisfaction (CSAT)',
      meaning:
        'Of those who said, when they accepted an answer or their request was closed, how satisfied they are from 1 to 5, the share of 4 and 5.',
    },
    ces: {
      name: 'Ease (CES)',
      meaning:
        'Of those who said how far they agree that it was easy to get this solved, from 1 to 7, the share of 5, 6 and 7.',
    },
    freshness: {
      name: 'Freshness',
      meaning: 'Of the reads of articles that have a review date, those on or before that date.',
    },
  },
  definitions: {
    intro:
      'How each number is made. Every share stands with its counts and its 95 % interval (Wilson); below ten cases there are only the counts. Visits are one visitor’s events with no gap over 30 minutes; programs, and visitors who ask not to be counted, are in none of them.',
    shownOn: 'Shown on',
    counted: {
      views: 'visits with the article on the screen',
      reads: 'visits with 10 s of visible time or feedback',
      helpfulness: 'yes / (yes + no), of one text',
      'edit-verdict': '95 % interval of (share after − share before), Newcombe',
      'failed-deflections': 'reads that a question or request followed in 24 h / reads',
      'self-service-rate':
        'visits with a read and no question or request in 24 h / visits with a read',
      'search-success':
        'visits whose last search was good and led to a click / visits with a search',
      'search-misses': '(nothing answers + doubtful + good and not opened) / searches',
      'click-rank': 'first clicks at place 1, 2 or 3 / visits with a click',
      'form-funnel': 'confirmed | implied | unknown | sent, each / visits to the form',
      'answered-share': 'questions answered by somebody else / questions asked',
      'first-answer-time': 'Kaplan-Meier median and 90th percentile',
      'acceptance-time': 'Kaplan-Meier median and 90th percentile',
      'first-contact-resolution': 'questions whose first answer was accepted / questions answered',
      csat: 'answers of 4 or 5 / answers (1 to 5)',
      ces: 'answers of 5, 6 or 7 / answers (1 to 7)',
      freshness: 'reads within the review date / reads of articles with a review date',
    },
    pitfall: {
      views: 'A view says that somebody came, not that they found what they came for.',
      reads: 'Ten seconds on the screen may be ten seconds of looking away.',
      helpfulness:
        'Few readers vote, and those who do are not like the others: compare an article with itself.',
      'edit-verdict':
        'Other readers came after the edit than before it: a verdict is strong evidence, not proof.',
      'failed-deflections':
        'Whoever writes to us may have read several articles, and it counts against each; it may be the fault of none.',
      'self-service-rate': 'A visitor who gives up looks like one who was helped.',
      'search-success': 'An opened result need not have been the right one.',
      'search-misses':
        'Sometimes the answer stands in the list of results itself, and nobody has to open one.',
      'click-rank':
        'People open what stands on top; a good rank praises the order only as long as they find what they want.',
      'form-funnel':
        'An implied solution is a guess; only the confirmed ones were said by somebody.',
      'answered-share': 'Recent questions have had less time to be answered.',
      'first-answer-time': 'The clock runs at night and on holidays too.',
      'acceptance-time': 'Many are helped and never say so: their questions wait for ever here.',
      'first-contact-resolution':
        'Where nobody accepts anything, nothing is resolved, however good the answers are.',
      csat: 'Few answer, and they are not a random few: look at how many were asked, and read the low ones.',
      ces: 'It is about the whole way to the solution, not about one article.',
      freshness: 'It trusts the review dates: an article without one is in neither number.',
    },
  },
  changes: {
    title: 'Said another way',
    intro:
      'What people typed within two minutes after they had found nothing to open. Where the second way led somewhere, the first wants to be a synonym or a keyword.',
    first: 'Typed first',
    opened: 'Then opened a result',
  },
  gapsPage: {
    intro:
      'Articles that seem to be missing: what was searched for without a good match, and what was asked and not answered by an article, put together by meaning. The one that most people miss stands first.',
    gap: 'Missing article',
    peopleHead: 'People',
    evidence: 'What speaks for it',
    search: (query: string, missed: string) => `searched “${query}” in vain: ${missed}`,
    why: { unanswered: 'not answered', 'no-article': 'solved without an article' },
    start: 'Start an article',
    startHow:
      'To start an article, write a file in the content folder. Of solved questions, this command writes drafts for you to review, with the answer and its writer’s name:',
    from: 'From this answer:',
    more: (n: number) => plural('en', n, { one: 'and one more', other: `and ${n} more` }),
    onlyFirst: (shown: string, all: string) => `The first ${shown} of ${all}.`,
  },
  missingPage: {
    intro:
      'Addresses that somebody asked for and that do not exist. A redirect takes the next visitor to the right article.',
    address: 'Address',
    visitsHead: 'Visits',
    from: 'Came from',
    last: 'Last asked for',
    proposal: 'Redirect',
    propose: (title: string) => `Propose redirect to “${title}”`,
    proposed: (path: string) => `Proposed: ${path}`,
    leadsTo: (path: string) => `Leads to ${path} by now.`,
    noProposal: 'No article is like it.',
    proposeHow:
      'Proposals are kept here until this command writes them into the articles’ redirectFrom, for you to review and commit:',
  },
  ownerMail: {
    subject: 'Your articles this week',
    intro: (name: string, from: string, to: string) =>
      `Hello ${name}, this is what readers said and did with the articles that you own, from ${from} to ${to}.`,
    worthDoing: 'Worth doing first:',
    toDo: {
      worse: (title: string, _n: number, _query: string) =>
        `“${title}” does worse since its last edit: look at what was changed`,
      review: (title: string, n: number, _query: string) =>
        `“${title}” is due for review (${plural('en', n, { one: `${n} read`, other: `${n} reads` })} this week)`,
      failed: (title: string, n: number, _query: string) =>
        plural('en', n, {
          one: `After “${title}”, one reader had to ask: say what they asked for`,
          other: `After “${title}”, ${n} readers had to ask: say what they asked for`,
        }),
      search: (title: string, n: number, query: string) =>
        plural('en', n, {
          one: `“${query}” was searched in vain once: would “${title}” want it as a keyword?`,
          other: `“${query}” was searched in vain ${n} times: would “${title}” want it as a keyword?`,
        }),
      comments: (title: string, n: number, _query: string) =>
        plural('en', n, {
          one: `“${title}” has a new comment: read it`,
          other: `“${title}” has ${n} new comments: read them`,
        }),
    },
    verdicts: 'Verdicts on your edits:',
    verdict: {
      better: (title: string) => `“${title}” is found more helpful than before`,
      worse: (title: string) => `“${title}” is found less helpful than before`,
    },
    articles: 'Article by article:',
    article: (title: string, parts: string) => `${title}: ${parts}`,
    parts: {
      between: '; ',
      votes: (share: string) => `said yes: ${share}`,
      comments: (n: string) => `comments: ${n}`,
      followed: (share: string) => `reads followed by a question or a request: ${share}`,
    },
    more: (n: number) =>
      plural('en', n, {
        one: 'One more article is on the site.',
        other: `${n} more are on the site.`,
      }),
    comments: 'What readers wrote:',
    commentOn: (title: string) => `On “${title}”:`,
    misses: 'Searched for in vain by some, while others ended on your articles:',
    miss: (query: string, missed: string, title: string) => `“${query}” (${missed}): “${title}”`,
    reviews: 'To be looked at again:',
    review: (title: string, date: string) => `“${title}”, by ${date}`,
    all: 'All your articles',
    why: 'You get this mail once a week because authors.yml names you as the owner of articles. When nothing happened, none comes.',
    choice: {
      title: 'The weekly mail about your articles',
      weekly: 'Send me on Mondays what readers said of the articles that I own',
    },
  },
  satisfactionPage: {
    intro:
      'What people said in the two short surveys, which ask once, when it is over: whether they are satisfied, and whether it was easy.',
    says: {
      csat: (share: string) => `Satisfied, with a 4 or a 5 of 5: ${share}.`,
      ces: (share: string) => `Found it easy, with a 5, 6 or 7 of 7: ${share}.`,
    },
    good: { csat: '4 and 5', ces: '5 to 7' },
    beforeWas: (share: string) => `The period before: ${share}`,
    before: 'The period before',
    askedWhen: 'Asked when',
    allMoments: 'All',
    moments: {
      accepted: 'An answer was accepted',
      'contact-closed': 'A request was closed',
      solved: 'A suggestion solved it',
    },
    answered: 'Of those asked',
    notKnown: 'not known',
    low: 'Low answers',
    lowIntro: 'Each is a story: 1 and 2 of 5, and 1 to 3 of 7, with what they were given for.',
    when: 'When',
    measure: 'Measure',
    score: 'Score',
    occasion: 'Occasion',
  },
  communityPage: {
    intro: 'How soon people are answered, by whom, and how many help themselves.',
    times: 'How long people wait',
    time: 'Until',
    cases: 'No longer waiting',
    median: 'Half within',
    p90: 'Nine in ten within',
    tooFew: 'too few questions',
    stillWaiting: 'not yet: too many still wait',
    open: 'longer than was watched',
    noAnswer: 'no answer yet',
    noAcceptance: 'nothing accepted yet',
    curveSays: (half: string) => `Half of those who ask have an answer within ${half}.`,
    curveSaysOpen: 'Fewer than half of those who asked have an answer.',
    after: 'After',
    waiting: 'Still waiting',
    weeks: 'Questions and answers by week',
    weeksSay: (questions: string, answers: string) =>
      `Asked: ${questions}. Answers by somebody else: ${answers}.`,
    weekFrom: 'Week from',
    questions: 'Questions',
    answers: 'Answers',
    unanswered: 'Without any answer',
    unansweredSays: (n: number) =>
      plural('en', n, {
        one: 'One question has no answer at all.',
        other: `${n} questions have no answer at all, the oldest first.`,
      }),
    allAnswered: 'Every question has an answer.',
    question: 'Question',
    category: 'Category',
    asked: 'Asked',
    haveIt: 'Members who have it',
    answerers: 'Who answers',
    member: 'Member',
    accepted: 'Accepted',
    byCategory: 'By category',
    channels: 'Other ways to reach people',
    channelsIntro:
      'Visits that turned to one of the ways that stand on every page: a number, an address, a chat, the status page. What came of it, the product does not see.',
    channel: 'Way',
    channelVisits: 'Visits',
    funnels: 'What came of opening a form',
    funnelsIntro:
      'Four ends, which are never added up: only the confirmed solutions were said by somebody.',
    forms: { ask: 'The form for questions', contact: 'The form for requests' },
    funnelSays: {
      ask: (opened: string, confirmed: string, posted: string) =>
        `Of ${opened} visits, ${confirmed} said that a suggestion solved it, and ${posted} asked.`,
      contact: (opened: string, confirmed: string, posted: string) =>
        `Of ${opened} visits, ${confirmed} said that a suggestion solved it, and ${posted} wrote to us.`,
    },
    ends: { confirmed: 'Confirmed', implied: 'Implied', unknown: 'Unknown', posted: 'Sent' },
    opened: 'Visits',
    suggested: 'Suggestions shown',
    suggestionOpened: 'Suggestion opened',
    selfServiceSays: (share: string) => `Visits that read and did not have to ask: ${share}.`,
  },
  topic: 'What they looked for',
  missedIn: 'Missed',
  searchesIntro:
    'What people looked for in vain, put together by meaning. A miss wants a keyword, a better title, or a new article.',
  why: 'Why',
  nothingFound: (n: string) => `nothing answers ${n}`,
  partly: (n: string) => `doubtful ${n}`,
  unopened: (n: string) => `nothing opened ${n}`,
  thenTyped: 'Typed next',
  opened: 'Opened',
  alsoTyped: (n: number) =>
    plural('en', n, {
      one: 'and one more way of saying it',
      other: `and ${n} more ways of saying it`,
    }),
  parts: 'Parts of the list',
  partOf: (first: string, last: string, total: string) => `${first} to ${last} of ${total}`,
  partBefore: 'Those before',
  partAfter: 'Those after',
  owner: 'Owner',
  everyOwner: 'All owners',
  nobody: 'nobody',
  category: 'Category',
  everyCategory: 'All categories',
  article: 'Article',
  removed: 'no longer published',
  commentsHead: 'Comments',
  sortedBy: 'Order:',
  sorts: {
    need: 'Needs work first',
    helpful: 'Most helpful first',
    reads: 'Most read first',
    failed: 'Most failed deflections first',
  },
  verdicts: { better: 'Better', worse: 'Worse', 'no evidence yet': 'No evidence yet' },
  articlesIntro:
    'What readers say of the present text of each article, and who came in the period. Needs work is sorted by the upper end of the interval: an article stands high when even the kindest reading of its votes is low.',
  mineIntro: (name: string) => `The articles that ${name} owns, those that need work first.`,
  ownsNothing: 'No article is yours yet.',
  ownsNothingHow:
    'An article is yours when its front matter names you as owner and authors.yml says that this is you: with the address of your account, or with your handle. Ask whoever looks after the content folder to add you.',
  ownersHow: 'How owners are named',
  ownsWithout: 'Nothing of yours in this language or category.',
  answers: { yes: 'Yes', no: 'No' },
  earlierText: 'about an earlier text',
  aboutSection: (section: string) => ` on “${section}”`,
  everyState: 'All states',
  saved: 'Saved.',
  commentsIntro:
    'What readers wrote under articles, the latest first. A state and a note say what came of it; owners decide about comments on their articles, moderators about all.',
  points: (points: string, low: string, high: string) => `${points} points (${low} to ${high})`,
  articlePage: {
    read: 'Read the article',
    edit: 'Edit its file',
    about: (owner: string) => `Owner: ${owner}.`,
    reviewBy: (day: string) => `To be looked at again by ${day}.`,
    removed: 'This article is no longer published. Its figures stay.',
    helpfulness: 'Helpfulness over time',
    helpfulSays: (share: string, since: string) =>
      `Of all votes on the present text, which stands since ${since}, the share that said yes is ${share}.`,
    noVotes: 'Nobody has voted on the present text yet.',
    howDrawn:
      'A dot is the share of yes of the weeks that its line covers, ten votes or more each; the upright line through it is its 95 % interval. A dotted line is an edit that began a new count.',
    tooFew:
      'There are fewer than ten votes on one text in this period: a share would pretend to know more than it does, so here are the counts.',
    weeks: 'Weeks',
    text: 'Text',
    firstText: 'First text',
    editNumber: (n: string) => `Edit ${n}`,
    edits: 'What the edits did',
    editsNone:
      'One text so far. When an edit changes 5 % of the words or more, the text before and the text after are compared here.',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    patience: (n: string) =>
      `${n} votes since, and the two texts cannot be told apart yet. More votes will tell.`,
    sections: 'What readers say, by section',
    wholeArticle: 'The whole article',
    sectionGone: (id: string) => `${id}, which is no longer there`,
    times: (name: string, n: string) => `${name} ${n}`,
    nobodySaid: 'In this period nobody gave a reason or left a comment.',
    reasonsAs: 'The reasons as',
    commentsAs: 'The comments as',
    searches: 'Searches that led here',
    searched: 'Searched for',
    visits: 'Visits',
    next: 'What readers did next',
    nextSays: (n: string) => `After their last look at it in a visit, in ${n} visits.`,
    nextStep: 'Next',
    share: 'Share',
    nextSteps: {
      article: 'Another article',
      search: 'Searched',
      channel: 'Chose another way to get help',
      ask: 'Opened the form for questions',
      contact: 'Opened the form to the team',
      left: 'Left, or did nothing more that is recorded',
    },
    escalations: 'Asked or written after reading',
    escalationsSays:
      'Questions and requests of visitors who had read this article in the 24 hours before. They may be about something else.',
    request: 'A request to the team',
    questionGone: 'A question that is no longer there',
    readingTime: 'Reading time against length',
    readingSays: (median: string) =>
      `In half of the views the article was visible for ${median} or longer.`,
    readingBeyond: (seconds: string) =>
      `In more than half of the views the article was visible for ${seconds} or longer.`,
    readingNeed: (words: string, time: string, speed: string) =>
      `Whoever reads all of its ${words} words needs about ${time}, at ${speed} words a minute.`,
    allWords: 'All words read',
    seconds: (from: string, to: string) => `${from} to ${to}`,
    secondsOver: (from: string) => `${from} or longer`,
    visible: 'Visible for',
    readers: 'Readers by week',
    readersSays: (views: string, reads: string) => `${views} views, ${reads} of them reads.`,
    week: 'Week from',
    views: 'Views',
    reads: 'Reads',
    failed: 'Then asked or wrote',
  },
  freshnessPage: {
    says: (overdue: number, lost: string) =>
      plural('en', overdue, {
        one: `One article is overdue for a review; it was read ${lost} times after its date.`,
        other: `${overdue} articles are overdue for a review; they were read ${lost} times after their dates.`,
      }),
    reviewBy: 'Review by',
    lost: 'Reads after the date',
    reads: 'Reads',
    overdue: 'Overdue',
    noneOverdue: 'None is overdue.',
    due: (days: number) => `Due in the next ${days} days`,
    noneDue: 'None is due.',
    undated: 'Without a date',
    noneUndated: 'Every article has a date.',
    byOwner: 'By owner',
  },
  tellReaders: (n: number) =>
    plural('en', n, {
      one: 'When it is fixed or dismissed, tell the reader who left an address, with this note',
      other: `When it is fixed or dismissed, tell the ${n} readers who left an address, with this note`,
    }),
  overviewPage: {
    first: 'What to do first',
    nothingFirst:
      'Nothing stands out: no article does worse than the others by evidence, and nobody waits for anything that is known here.',
    tasks: {
      unhelpful: (people: string, n: string) =>
        `${people} of ${n} readers say that it did not answer their question; that is worse than the other articles do.`,
      failed: (people: string, n: string) =>
        `After ${people} of ${n} reads the reader asked or wrote to the team within a day; that is more than after other articles.`,
      overdue: (people: string, n: string) =>
        `Its review is overdue, and ${people} of its ${n} reads in this period came after the date.`,
      gap: (people: string) =>
        `It was searched for in vain or asked about ${people} times, and no article answers it.`,
      missingPage: (people: string) =>
        `${people} visits came for this address, and nothing is there.`,
      questions: 'Questions that nobody answered',
      unanswered: (n: number, people: string) =>
        plural('en', n, {
          one: `One question of this period waits for an answer, and so do ${people} people who have it.`,
          other: `${n} questions of this period wait for an answer, and so do ${people} people who have them.`,
        }),
    },
    changes: {
      week: 'What changed this week',
      month: 'What changed in these four weeks',
      quarter: 'What changed in these 13 weeks',
      year: 'What changed in these 52 weeks',
    },
    nothingChanged: 'No measure changed by more than chance explains, and no verdict has come in.',
    verdicts: 'Verdicts on edits that have come in',
    misses: 'Searched for in vain, and not so before',
    all: 'All measures',
    allHow:
      'This period against as many days before it. Better or worse is said only where the 95 % interval of the difference leaves out zero; of twenty such intervals, one may do so by chance.',
    measure: 'Measure',
    now: 'This period',
    before: 'Before',
    verdict: 'Evidence',
    parts: {
      'ask-confirmed': 'Questions: confirmed',
      'ask-implied': 'Questions: implied',
      'ask-unknown': 'Questions: unknown',
      'ask-posted': 'Questions: sent',
      'contact-confirmed': 'To the team: confirmed',
      'contact-implied': 'To the team: implied',
      'contact-unknown': 'To the team: unknown',
      'contact-posted': 'To the team: sent',
      median: 'Half of them within',
      p90: 'Nine in ten within',
    },
  },
  decide: {
    target: 'Address on this site to lead to',
    noteTooLong: (most: number) => `A note has at most ${most} characters.`,
    targetShape: 'The address to lead to begins with one slash, such as /articles/using/invite.',
  },
};
