/** More words than these say nothing more about what was meant. */
const WORDS_MAX = 6;

/** Whole parts of addresses that tell where help is kept, not what it is about. */
const PLACES = new Set([
  'article',
  'articles',
  'categories',
  'category',
  'docs',
  'en-us',
  'faq',
  'hc',
  'help',
  'index',
  'kb',
  'knowledge-base',
  'page',
  'pages',
  'post',
  'posts',
  'sections',
  'wiki',
]);
const ENDING = /\.(html?|md|php|aspx?|jsp|pdf)$/i;
/** Numbers, and names that machines gave: no reader searches for them. */
const IDENTIFIER = /^(\d+|(?=.*\d)[0-9a-f]{6,})$/i;

/**
 * The words that the path of a missing page is made of, the most telling first: those of its
 * last part. Locale, file ending, numbers and identifiers are left out.
 * @param locales the site's, of which one may begin the path
 */
export function missingWords(path: string, locales: string[]): string[] {
  const parts = decoded(path)
    .split('/')
    .filter((part) => part !== '');
  if (locales.includes(parts[0] ?? '')) parts.shift();
  const words = parts
    .map((part) => part.replace(ENDING, ''))
    .filter((part) => !PLACES.has(part.toLowerCase()))
    .reverse()
    .flatMap(
      (part) => part.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [],
    )
    .map((word) => word.toLowerCase())
    .filter((word) => !IDENTIFIER.test(word) && !/^[a-z]$/.test(word));
  return [...new Set(words)].slice(0, WORDS_MAX);
}

/** Decodes each part for itself, so that one broken sign does not spoil the rest. */
function decoded(path: string): string {
  return (path.split(/[?#]/)[0] ?? '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part.replaceAll(/%[0-9a-f]{0,2}/gi, ' ');
      }
    })
    .join('/')
    .normalize('NFC');
}
