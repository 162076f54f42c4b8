import type { Fault, Site } from './content.ts';
import type { ArticleFile, ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { isKnownLocale } from './locale-names.ts';
import { SEARCH_TESTS } from './search-test-fields.ts';

/** Faults that the names and places of files show, before any is read. */
export function checkFiles(files: ContentFiles, site: Pick<Site, 'locales'>): Fault[] {
  if (files.articles.length === 0) {
    const todo = 'put an article at articles/<locale>/<category>/<name>.md';
    return [...strayFiles(files), error('articles', 1, 'there are no articles', todo)];
  }
  return [
    ...strayFiles(files),
    ...unknownLocales(files, site),
    ...unsuitableNames(files),
    ...doubleAddresses(files),
  ];
}

function strayFiles({ all, ...placed }: ContentFiles): Fault[] {
  const known = new Set([
    ...[placed.articles, placed.categories, placed.snippets, placed.synonyms]
      .flat()
      .map(({ file }) => file),
    ...placed.notices,
    ...[placed.community.guidelines, placed.community.replies].flat().map(({ file }) => file),
    placed.community.wordRules,
    SEARCH_TESTS,
  ]);
  return [...all].filter((file) => !known.has(file)).flatMap((file) => strayFile(file) ?? []);
}

function strayFile(file: string): Fault | undefined {
  const [room = '', ...inside] = file.split('/');
  const name = inside.at(-1) ?? room;
  if (inside.length === 0) {
    const wanted = /^(site|authors)\.yaml$/i.exec(file)?.[1]?.toLowerCase();
    if (!wanted) return undefined;
    return error(file, 1, 'nobody reads a file of this name', `rename it to ${wanted}.yml`);
  }
  if (room === 'search') {
    const todo = 'name it synonyms.<locale>.yml or tests.yml';
    return error(file, 1, 'nobody reads a file of this name here', todo);
  }
  if (room === 'community') {
    const todo = 'name it guidelines.<locale>.md, canned-replies.<locale>.yml or word-rules.yml';
    return error(file, 1, 'nobody reads a file of this name here', todo);
  }
  if (/\.(mdx|markdown|mdown|MD)$/.test(name)) {
    return error(file, 1, 'an article is a file whose name ends in .md', 'rename it');
  }
  if (name.endsWith('.md')) {
    const places: Record<string, string> = {
      articles: 'an article belongs at articles/<locale>/<category>/<name>.md',
      snippets: 'a snippet belongs at snippets/<locale>/<name>.md',
      notices: 'a notice belongs at notices/<name>.md',
    };
    return error(file, 1, places[room] ?? 'this file has no place', 'move it there');
  }
  if (room === 'articles' && /\.ya?ml$/i.test(name)) {
    const what = 'only articles/<locale>/<category>/_category.yml is read';
    return error(file, 1, what, 'rename or move this file');
  }
  return undefined;
}

/** One fault a folder, at its first article: a folder of a hundred is one mistake. */
function unknownLocales({ articles }: ContentFiles, site: Pick<Site, 'locales'>): Fault[] {
  const byLocale = Map.groupBy(articles, ({ locale }) => locale);
  return [...byLocale].flatMap(([locale, [first, ...others]]) => {
    if (!first || site.locales.includes(locale)) return [];
    const more = others.length > 0 ? ` (and ${others.length} more in its folder)` : '';
    const [what, todo] = isKnownLocale(locale)
      ? [
          `this article is in "${locale}", which is not among the site's locales (${site.locales.join(', ')})${more}`,
          `add "${locale}" to locales in site.yml, or move the file`,
        ]
      : [
          `this article is in "${locale}", which is no language${more}`,
          'name the folder by a language code such as en or pt-BR',
        ];
    return error(first.file, 1, what, todo);
  });
}

const SUITABLE = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

function unsuitableNames({ articles }: ContentFiles): Fault[] {
  const folders = new Set<string>();
  return articles.flatMap(({ file, locale, category, slug }) => {
    const faults: Fault[] = [];
    if (!SUITABLE.test(category) && !folders.has(`${locale}/${category}`)) {
      folders.add(`${locale}/${category}`);
      faults.push(unsuitable(file, `the folder "${category}"`, category));
    }
    if (!SUITABLE.test(slug)) faults.push(unsuitable(file, `"${slug}"`, slug));
    if (slug.toLowerCase() === 'index') {
      const todo = 'give the file a name that says what it is about';
      faults.push(error(file, 1, 'index is the name of the page of the category itself', todo));
    }
    return faults;
  });
}

function unsuitable(file: string, which: string, name: string): Fault {
  const better = name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '');
  const what = `${which} becomes part of an address, where only letters, digits and hyphens belong`;
  return error(file, 1, what, `rename it to ${better || 'something with letters'}`);
}

/** Addresses that differ only in case are one address to many people and to some servers. */
function doubleAddresses({ articles }: ContentFiles): Fault[] {
  const first = new Map<string, ArticleFile>();
  return articles.flatMap((place) => {
    const address = `${place.locale}/${place.category}/${place.slug}`.toLowerCase();
    const other = first.get(address);
    if (!other) first.set(address, place);
    const what = `this article has the same address as ${other?.file}`;
    return other ? error(place.file, 1, what, 'rename or remove one of the two files') : [];
  });
}
