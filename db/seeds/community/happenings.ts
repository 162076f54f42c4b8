import type { FlagsTable } from '#db/schema.ts';
import type { SeedMember, SeedQuestion } from './world.ts';

/**
 * What newcomers and moderators did around the questions of `world.ts`, in the order in which they
 * did it. It ends with a queue that has each kind of work in it: texts that wait for their links or
 * a word (one of them held wrongly), first posts, and flags for several reasons, of which those on
 * one answer have hidden it. The log holds decisions before that, one of them undone.
 */
export type Happening = {
  daysAgo: number;
  /** Handle of who did it. */
  by: string;
} & (
  | ({ does: 'asks' } & Pick<SeedQuestion, 'category' | 'title' | 'body' | 'tags'>)
  | { does: 'follows'; category: SeedQuestion['category'] }
  | { does: 'warns'; whom: string; reason: string }
  | { does: 'suspends'; whom: string; reason: string }
  | ({
      /** How the question's title, or the text that it is about, begins. */
      on: string;
    } & (
      | { does: 'answers' | 'comments'; body: string }
      | { does: 'flags'; reason: FlagsTable['reason']; note?: string }
      | { does: 'takes' | 'keeps' | 'undoes' }
      | { does: 'hides' | 'removes' | 'locks' | 'pins'; reason: string }
      | { does: 'moves'; to: SeedQuestion['category']; reason: string }
    ))
);

export const newcomers: SeedMember[] = [
  {
    handle: 'essay-desk',
    name: 'Essay Desk',
    role: 'member',
    about: '',
    daysAgo: 26.5,
  },
  {
    handle: 'gregor',
    name: 'Gregor Stanek',
    role: 'member',
    about: 'Databases. Short answers.',
    daysAgo: 24.1,
  },
  {
    handle: 'rick',
    name: 'Rick Dalby',
    role: 'member',
    about: 'Growth at ClipHarbor.',
    daysAgo: 1.9,
  },
  {
    handle: 'ines',
    name: 'Inês Carvalho',
    role: 'member',
    about: 'Writes the help of a ferry company.',
    daysAgo: 0.7,
  },
  {
    handle: 'chloe',
    name: 'Chloé Martin',
    role: 'member',
    about: 'Support for a museum shop, in four languages.',
    daysAgo: 0.6,
  },
  {
    handle: 'hanneke',
    name: 'Hanneke Visser',
    role: 'member',
    about: 'Pharmacist who ended up with the web site.',
    daysAgo: 0.35,
  },
  {
    handle: 'jonas',
    name: 'Jonas Weber',
    role: 'member',
    about: '',
    daysAgo: 0.15,
  },
];

export const happenings: Happening[] = [
  {
    daysAgo: 26.4,
    by: 'essay-desk',
    does: 'asks',
    category: 'writing',
    title: 'Where do students find a really good essay writer?',
    body: 'Many students ask me this. The answer is https://essay-desk.example with native writers, any subject, delivered in six hours. First page free!',
    tags: ['essays'],
  },
  {
    daysAgo: 26.1,
    by: 'tomas',
    does: 'removes',
    on: 'Where do students find',
    reason: 'Advertising, and not about Helpmark.',
  },
  {
    daysAgo: 26.09,
    by: 'tomas',
    does: 'suspends',
    whom: 'essay-desk',
    reason: 'An account for advertising only.',
  },
  {
    daysAgo: 22.4,
    by: 'gregor',
    does: 'comments',
    on: '`/health/live` for the balancer.',
    body: 'Same here with two processes and HAProxy. `live` for the balancer, `ready` for the pager.',
  },
  { daysAgo: 22.1, by: 'joana', does: 'keeps', on: 'Same here with two processes' },
  {
    daysAgo: 21,
    by: 'diego',
    does: 'flags',
    on: 'The check reads the content folder',
    reason: 'unkind',
    note: 'I only tried to help.',
  },
  { daysAgo: 20.8, by: 'joana', does: 'keeps', on: 'The check reads the content folder' },
  {
    daysAgo: 20.1,
    by: 'joana',
    does: 'locks',
    on: 'When do you split an article',
    reason: 'Everything seems to be said, twice.',
  },
  { daysAgo: 19.9, by: 'joana', does: 'undoes', on: 'When do you split an article' },
  { daysAgo: 12.5, by: 'tomas', does: 'follows', category: 'operating' },
  { daysAgo: 12.2, by: 'omar', does: 'follows', category: 'writing' },
  { daysAgo: 12, by: 'joana', does: 'follows', category: 'using' },
  {
    daysAgo: 9.3,
    by: 'gregor',
    does: 'comments',
    on: 'What alternative text for a picture',
    body: 'Thirty-one warnings and he asks what the first one means. Some people should not be let near a web site.',
  },
  {
    daysAgo: 9.25,
    by: 'wanjiru',
    does: 'flags',
    on: 'Thirty-one warnings and he asks',
    reason: 'unkind',
    note: 'Diego asked politely. Nobody should be spoken to like that here.',
  },
  {
    daysAgo: 9.2,
    by: 'lars',
    does: 'flags',
    on: 'Thirty-one warnings and he asks',
    reason: 'unkind',
  },
  {
    daysAgo: 9,
    by: 'joana',
    does: 'hides',
    on: 'Thirty-one warnings and he asks',
    reason: 'It is about the person who asks, not about the question.',
  },
  {
    daysAgo: 8.95,
    by: 'joana',
    does: 'warns',
    whom: 'gregor',
    reason:
      'You know a great deal, and it is welcome here. Please leave out what you think of those who do not know it yet.',
  },
  {
    daysAgo: 8.9,
    by: 'joana',
    does: 'pins',
    on: 'Is it unkind to vote',
    reason: 'Everybody new here asks this sooner or later.',
  },
  {
    daysAgo: 2.2,
    by: 'joana',
    does: 'moves',
    on: 'An answer for three customers only',
    to: 'writing',
    reason: 'Drafts and unlisted articles are at home there.',
  },
  {
    daysAgo: 1.8,
    by: 'rick',
    does: 'answers',
    on: 'Embed a video from our own PeerTube?',
    body: `Hi team! Hosting videos yourself is **so** last decade. At ClipHarbor we take care of everything: upload, subtitles, analytics, and your customers will love the player.

Search for *ClipHarbor Business* and use the code HELP30 for 30 % off the first year. Happy to jump on a call!`,
  },
  {
    daysAgo: 1.5,
    by: 'minh',
    does: 'flags',
    on: 'Hi team! Hosting videos',
    reason: 'spam',
    note: 'Does not answer what I asked, and there is a discount code in it.',
  },
  { daysAgo: 1.2, by: 'sofia', does: 'flags', on: 'Hi team! Hosting videos', reason: 'spam' },
  {
    daysAgo: 1,
    by: 'omar',
    does: 'flags',
    on: 'Hi team! Hosting videos',
    reason: 'spam',
    note: 'The same text stands in two other forums that I read.',
  },
  {
    daysAgo: 0.95,
    by: 'wanjiru',
    does: 'comments',
    on: 'I am sorry, no. Only a whole host name works',
    body: 'Names in our network are given out by one man. Whoever would like to help me convince him: Pieter, 0155 501 234, best in the evening.',
  },
  {
    daysAgo: 0.9,
    by: 'minh',
    does: 'comments',
    on: 'How do you explain an interval',
    body: 'Something else, while so many of you are here: has anybody a ticket left for the documentation meetup in Ghent?',
  },
  {
    daysAgo: 0.7,
    by: 'lars',
    does: 'flags',
    on: 'Names in our network are given',
    reason: 'private',
    note: 'The number of somebody who has not been asked. The rest of it may well stay.',
  },
  {
    daysAgo: 0.65,
    by: 'gregor',
    does: 'comments',
    on: 'One snippet with a different amount',
    body: 'Nine files. Copy, paste, done. Did this really need a question?',
  },
  {
    daysAgo: 0.6,
    by: 'meera',
    does: 'flags',
    on: 'Nine files. Copy, paste, done.',
    reason: 'unkind',
    note: 'Not the first time.',
  },
  {
    daysAgo: 0.58,
    by: 'diego',
    does: 'flags',
    on: 'Something else, while so many',
    reason: 'off-topic',
  },
  {
    daysAgo: 0.55,
    by: 'ines',
    does: 'asks',
    category: 'writing',
    title: 'Which of these three front pages would you have us keep?',
    body: `We have tried three orders of categories since the spring, and everybody in the house prefers another one:

1. [by what travellers do](https://help.ferries.example/v1)
2. [by the part of the journey](https://help.ferries.example/v2)
3. [by ship, as the crew would have it](https://help.ferries.example/v3)

The votes under the articles are much the same for all of them. What else would you look at before you choose?`,
    tags: ['structure', 'categories'],
  },
  {
    daysAgo: 0.54,
    by: 'adaeze',
    does: 'flags',
    on: 'Nine files. Copy, paste, done.',
    reason: 'unkind',
  },
  {
    daysAgo: 0.4,
    by: 'chloe',
    does: 'answers',
    on: 'One snippet with a different amount',
    body: `We had this with opening hours, one sentence for each of four museums. A file for each sounded worse than it is, since files that are named alike stand together:

~~~text
content/snippets/en/hours-castle.md
content/snippets/en/hours-harbour.md
content/snippets/en/hours-mint.md
content/snippets/en/hours-mill.md
~~~

Every spring I go through them in ten minutes, and open no article.`,
  },
  {
    daysAgo: 0.3,
    by: 'hanneke',
    does: 'asks',
    category: 'using',
    title: 'Search: how do people find what they may buy without prescription?',
    body: `I look after the help pages of a group of pharmacies. Most of our readers type *without prescription*, or only *prescription*, and get the articles about sending one in.

Is it enough to put the phrase into the title, or does the search look for words one by one?`,
    tags: ['search', 'keywords'],
  },
  {
    daysAgo: 0.1,
    by: 'jonas',
    does: 'asks',
    category: 'writing',
    title: 'Two of us on one article at the same time: what happens?',
    body: 'We are about to move our help pages to Helpmark. Today two people can open the same page, and the second to save wins. How do you work on one article together here, with git?',
    tags: ['git', 'teamwork'],
  },
  { daysAgo: 0, by: 'tomas', does: 'takes', on: 'Which of these three front pages' },
];
