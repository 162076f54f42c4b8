import { localeOfPath, localePath, type Locales } from '#src/features/articles/address.ts';

type Site = Locales & { locales: string[] };

/** Redirects that lead to one another in a circle end somewhere. */
const MOST_MOVES = 10;

const plain = (path: string): string => {
  try {
    return decodeURIComponent(path)
      .normalize()
      .replace(/(?<=.)\/$/, '');
  } catch {
    return path;
  }
};

/** Where articles stand that have moved. @returns the path of today; undefined for any other */
export type Moves = (path: string) => string | undefined;

/**
 * @param redirects old path → path of the article, as the content folder has them
 * @param articles paths that lead to an article of today; these have not moved
 */
export function movesOf(
  site: Site,
  redirects: Record<string, string>,
  articles: ReadonlySet<string>,
): Moves {
  const byOld = new Map(Object.entries(redirects).map(([from, to]) => [plain(from), to]));
  const isHere = (path: string) => articles.has(plain(path));

  function next(path: string): string | undefined {
    const own = byOld.get(plain(path));
    if (own !== undefined) return own;
    // In a language that the article is not written in, its page is that of the usual one.
    const locale = localeOfPath(site, path);
    if (locale === site.defaultLocale) return undefined;
    const usual = byOld.get(plain(path.slice(locale.length + 1)));
    return usual !== undefined && localeOfPath(site, usual) === site.defaultLocale
      ? localePath(site, locale, usual)
      : undefined;
  }

  return (path) => {
    let at = path;
    for (let moves = 0; moves < MOST_MOVES && !isHere(at); moves += 1) {
      const to = next(at);
      if (to === undefined) break;
      at = to;
    }
    return at === path ? undefined : at;
  };
}

/** Our HTML: a quotation mark ends every address, and no sign of a text is taken for a tag. */
const LINK = /(<a [^>]*?href=")(https?:\/\/[^"/?#]+)?(\/[^"?#]*)/g;

/**
 * HTML in which links to moved articles lead where these stand now, with the anchors that they had.
 * @param origin of this site; links with another are somebody else's
 */
export function followMoves(html: string, origin: string, moves: Moves): string {
  return html.replace(
    LINK,
    (link: string, start: string, host: string | undefined, path: string) => {
      if (host !== undefined && host.toLowerCase() !== origin) return link;
      const to = moves(path);
      return to === undefined ? link : `${start}${host ?? ''}${to}`;
    },
  );
}
