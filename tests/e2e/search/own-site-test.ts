import { randomInt } from 'node:crypto';
import { mergeTests } from '@playwright/test';
import { member } from '#tests/integration/community/members.ts';
import { ask } from '#tests/integration/search/sample-questions.ts';
import { test as quiet } from '#tests/e2e/pages/quiet-page.ts';
import { test as onOwnSite } from '#tests/e2e/security/site.ts';

/**
 * A test on a site whose community is empty but for what the test asks there, and at which its
 * visitor has searched nothing yet: what other tests do neither changes results nor uses up limits.
 */
export const test = mergeTests(quiet, onOwnSite).extend({
  baseURL: async ({ site }, use) => use(site.url),
  extraHTTPHeaders: async ({ baseURL: _ }, use) =>
    use({ 'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` }),
});

/**
 * Has questions asked before the tests of a file: once a site, which files may share.
 * @param author a name that no other file has
 */
export function withQuestions(author: string, questions: Parameters<typeof ask>[2]): void {
  const asked = new WeakSet<object>();
  test.beforeEach(async ({ site }) => {
    if (asked.has(site)) return;
    asked.add(site);
    const { id } = await member(site.db, author);
    await ask(site.db, id, questions);
  });
}
