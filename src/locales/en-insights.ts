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
  topic: 'What they looked for',
  missedIn: 'Missed',
  searchesIntro:
    'What people looked for in vain, put together by meaning. A miss wants a keyword, a better title, or a new article.',
  why: 'Why',
  nothingFound: (n: string) => `nothing found ${n}`,
  partly: (n: string) => `only parts found ${n}`,
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
  decide: {
    target: 'Address on this site to lead to',
    noteTooLong: (most: number) => `A note has at most ${most} characters.`,
    targetShape: 'The address to lead to begins with one slash, such as /articles/using/invite.',
  },
};
