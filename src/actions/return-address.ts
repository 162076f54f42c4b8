import type { Env } from '#src/server/env.ts';

/** Where the provider of single sign-on sends a browser back to; the same in all locales. */
export const returnAddress = ({ SITE_URL }: Pick<Env, 'SITE_URL'>): string =>
  `${SITE_URL}/account/single-sign-on`;
