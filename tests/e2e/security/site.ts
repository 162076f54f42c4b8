import { test as base } from '@playwright/test';
import { ownSite, type OwnSite } from '#tests/support/own-site.ts';

/** Tests that share a site of their own, where nobody else does anything. */
export const test = base.extend<object, { site: OwnSite }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs.
    async ({}, use) => {
      const site = await ownSite();
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
