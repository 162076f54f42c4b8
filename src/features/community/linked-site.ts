import type { Locales } from '#src/features/articles/address.ts';
import type { Env } from '#src/server/env.ts';
import type { LinkedSite } from './article-mentions.store.ts';

/** This site, as links in texts name it. */
export const linkedSite = (
  { SITE_URL }: Pick<Env, 'SITE_URL'>,
  { defaultLocale }: Locales,
): LinkedSite => ({ origin: new URL(SITE_URL).origin, defaultLocale });
