import { manifest } from '#src/features/articles/manifest.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';

/** What every page of the community is made with. */
export interface LivePage {
  site: SiteFacts;
  locale: string;
  /** The shelves of the page's locale. */
  categories: { name: string; title: string }[];
  /** Whether the community has guidelines to lead to. */
  hasGuidelines: boolean;
}

/**
 * The page that an address asks for.
 * @param asked the locale that the address names, if any
 * @returns undefined when there is no such locale, or when the address names the default one
 */
export async function livePage(asked: string | undefined): Promise<LivePage | undefined> {
  const { site, categories, community } = await manifest();
  const locale = asked ?? site.defaultLocale;
  if (asked === site.defaultLocale || !site.locales.includes(locale)) return undefined;
  return {
    site,
    locale,
    categories: categories.filter((one) => one.locale === locale),
    hasGuidelines: community.guidelines.length > 0,
  };
}
