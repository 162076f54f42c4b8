import type { MailSite } from '#src/features/accounts/mails.ts';
import { localePath } from '#src/features/articles/address.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import { readEnv } from '#src/server/env.ts';

const { SITE_URL } = readEnv();

/** The site as mails name it: their links lead to its public address. */
export function mailSite(site: SiteFacts): MailSite {
  return {
    name: site.name,
    // Whoever chose a language that the site has no more reads the usual one.
    address: (locale, path) =>
      SITE_URL +
      localePath(site, site.locales.includes(locale) ? locale : site.defaultLocale, path),
  };
}
