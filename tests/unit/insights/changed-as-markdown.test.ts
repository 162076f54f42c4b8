import { expect, test } from 'vitest';
import type { ChangedArticle } from '#src/features/insights/changed-articles.ts';
import { changedAsMarkdown } from '#src/features/insights/changed-as-markdown.ts';
import { record } from './sample-record.ts';

/** What a comment of GitHub holds. */
const MOST = 65_536;

const talkedAbout = (name: string): ChangedArticle => {
  const digest = record(name, 30, 10, {
    comments: Array.from({ length: 3 }, () => ({
      at: new Date('2026-11-18T09:00:00Z'),
      answer: 'no' as const,
      reason: null,
      section: null,
      locale: 'en',
      comment: 'word '.repeat(200),
    })),
  });
  return { file: digest.file, what: 'edited', digest };
};

test('a large branch still fits into a comment, and what is left out is counted', () => {
  const articles = Array.from({ length: 45 }, (_, at) => talkedAbout(`article-${at}`));
  const text = changedAsMarkdown(articles, [], []);
  expect(text.length).toBeLessThan(MOST);
  const told = text.match(/^\*\*articles\/en/gm)?.length ?? 0;
  expect(told).toBeGreaterThan(10);
  expect(text).toContain(`… and ${40 - told} more articles of which readers said something.`);
  expect(text).toContain('… and 5 more articles.');
  expect(text.trimEnd()).toMatch(/5 % of the words or more\.$/);
});

test('a folder that moved still fits, too', () => {
  const articles = Array.from({ length: 500 }, (_, at): ChangedArticle => {
    const { file, digest } = talkedAbout(`a-rather-long-name-of-an-article-${at}`);
    return { file, what: 'moved from elsewhere', digest, lost: `/articles/old/name-${at}` };
  });
  const text = changedAsMarkdown(articles, [], []);
  expect(text.length).toBeLessThan(MOST);
  expect(text).toContain('… and 440 more addresses.');
});

test('failed search tests fit beside them, and break no code', () => {
  const ranked = Array.from({ length: 12 }, (_, at) => ({
    name: `using/${'name'.repeat(60)}-${at}`,
    score: 1,
    section: { id: '', title: '' },
    because: { section: 1, title: 0, covered: 1 },
  }));
  const understood = {
    wanted: [],
    corrected: [],
    completed: [],
    filler: ['`'.repeat(3000)],
    expanded: [],
  };
  const broken = Array.from({ length: 30 }, (_, at) => ({
    test: { line: at + 1, query: 'x'.repeat(9000), locale: 'en', article: 'using/it', within: 10 },
    rank: undefined,
    found: {
      understood,
      ranked,
      judged: { quality: 'good' as const, reach: 1, score: 1.2 } as const,
    },
  }));
  const articles = Array.from({ length: 45 }, (_, at) => talkedAbout(`article-${at}`));
  const text = changedAsMarkdown(articles, [], broken);
  expect(text.length).toBeLessThan(MOST);
  expect(text).toContain('\n- ` search/tests.yml:10: "xxx');
  expect(text).not.toContain('search/tests.yml:11');
  expect(text).toContain('… and 20 more search tests.');
});

test('little is told whole', () => {
  const text = changedAsMarkdown([talkedAbout('invite')], [], []);
  expect(text).toContain('**articles/en/using/invite.md**\n\n- 2026-11-18, no: ` word word');
  expect(text).not.toContain('… and');
});
