import { describe, expect, test } from 'vitest';
import type { ArticleDigest } from '#src/features/insights/article-digest.ts';
import type { ArticleRecord } from '#src/features/insights/article-records.ts';

import { editVerdict, newcombe } from '#src/features/measures/edit-verdict.ts';
import { recordsAsMarkdown } from '#src/features/insights/records-as-markdown.ts';
import { recordsAsTable } from '#src/features/insights/records-as-table.ts';
import { record } from './sample-record.ts';

type Comment = ArticleDigest['comments'][number];

const comment = (changes: Partial<Comment>): Comment => ({
  at: new Date('2026-11-18T09:00:00Z'),
  answer: 'no',
  reason: 'did-not-work',
  section: 'step-3',
  locale: 'en',
  comment: 'The button is called Keep.',
  ...changes,
});

function changed(before: { n: number; yes: number }, after: { n: number; yes: number }) {
  return {
    verdict: editVerdict(before, after),
    before: { ...before, helpfulness: null },
    difference: before.n < 10 || after.n < 10 ? null : newcombe(before, after),
  } satisfies ArticleRecord['change'];
}

const records = [
  record('export', 52, 30, {
    change: changed({ n: 60, yes: 48 }, { n: 52, yes: 30 }),
    reasons: { 'did-not-work': 3, outdated: 1 },
    comments: [
      comment({}),
      comment({ answer: 'yes', reason: null, section: null, comment: 'Fine.' }),
    ],
  }),
  record('search', 24, 18),
  record('notices', 6, 5, { change: changed({ n: 4, yes: 2 }, { n: 6, yes: 5 }) }),
  record('new', 0, 0),
];

test('the table for a terminal', () => {
  expect(recordsAsTable(records, 80)).toBe(
    `Article            n  yes  Helpfulness      Change
en/using/export   52   30  58 % (44 to 70)  worse, −22 points (−38 to −5), before 48 of 60
    reasons: did not work 3, outdated 1
    2026-11-18, no, did not work, #step-3:
      The button is called Keep.
    2026-11-18, yes:
      Fine.
en/using/search   24   18  75 % (55 to 88)
en/using/notices   6    5  5 of 6           no evidence yet, before 2 of 4
en/using/new       0    0  no votes yet

n: readers who answered "Did this answer your question?"; below 10 of them only
counts are shown. In brackets the 95 % interval. Change: against the text before
the last edit that changed 5 % of the words or more.`,
  );
});

const visited = record('visited', 0, 0, {
  views: 180,
  reads: 120,
  failed: { count: 4, n: 120, share: { value: 4 / 120, low: 0.013, high: 0.083 } },
  queries: [{ query: 'cancel `plan` | now', visits: 14 }],
  next: [
    { next: 'search', title: null, visits: 12 },
    { next: 'article', title: 'Export', visits: 5 },
  ],
});

test('who came, from which searches, and what they did next', () => {
  expect(recordsAsTable([visited], 100).split('\n').slice(1, 4)).toEqual([
    'en/using/visited  0    0  no votes yet',
    '    readers: 180 views, 120 reads; a question or request followed 4 of the reads, 3 % (1 to 8)',
    '    searches that led here: “cancel `plan` | now” 14',
  ]);
  expect(recordsAsTable([visited], 100)).toContain('    next: searched 12, Export 5\n');
  expect(recordsAsMarkdown([visited])).toContain(`
**en/using/visited**

- Readers: 180 views, 120 reads; a question or request followed 4 of the reads, 3 % (1 to 8)
- Searches that led here: \`\` cancel \`plan\` | now \`\` 14
- Next: searched 12, Export 5
`);
});

test('long comments are broken at the width of the terminal', () => {
  const talkative = record('search', 1, 0, {
    comments: [comment({ comment: 'word '.repeat(40).trim() })],
  });
  const lines = recordsAsTable([talkative], 60).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});

describe('the Markdown for a pull request', () => {
  test('is a table with the remarks below', () => {
    expect(recordsAsMarkdown(records.slice(0, 2))).toBe(
      `| Article | n | yes | Helpfulness | Change |
| --- | ---: | ---: | --- | --- |
| en/using/export | 52 | 30 | 58 % (44 to 70) | worse, −22 points (−38 to −5), before 48 of 60 |
| en/using/search | 24 | 18 | 75 % (55 to 88) |  |

**en/using/export**

- Reasons: did not work 3, outdated 1
- 2026-11-18, no, did not work, #step-3: \` The button is called Keep. \`
- 2026-11-18, yes: \` Fine. \`

n: readers who answered "Did this answer your question?"; below 10 of them only counts are shown. In brackets the 95 % interval. Change: against the text before the last edit that changed 5 % of the words or more.`,
    );
  });

  test('shows what readers typed as it is, without links, pictures or mentions', () => {
    const words = '``@mara`` ![x](http://spam.example/p.png)\n\n# Heading';
    const text = recordsAsMarkdown([
      record('a', 1, 0, { comments: [comment({ comment: words })] }),
    ]);
    expect(text).toContain('``` ``@mara`` ![x](http://spam.example/p.png) # Heading ```');
  });
});
