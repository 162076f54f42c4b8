import type { z } from 'zod';
import type { ArticleIndex } from './article-index.ts';
import type { Fault, SearchTest } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { explainField } from './field-faults.ts';
import { nearest } from './nearest.ts';
import { readText } from './read-text.ts';
import { readYamlList, type YamlItem } from './read-yaml-list.ts';
import type { Complaint } from './reference-place.ts';
import { SEARCH_TESTS, searchTestFields } from './search-test-fields.ts';

const FORM = 'write tests as - {query: forgot password, article: account/password}';
const DEFAULT_WITHIN = 3;

type Fields = z.infer<typeof searchTestFields>;

/**
 * Reads `search/tests.yml`, and holds it against the articles that there are.
 * @returns the tests that can be run; what is faulty is told and left out
 */
export function readSearchTests(
  dir: string,
  { hasSearchTests }: Pick<ContentFiles, 'hasSearchTests'>,
  index: ArticleIndex,
  faults: Fault[],
): SearchTest[] {
  if (!hasSearchTests) return [];
  const text = readText(dir, SEARCH_TESTS, faults);
  const items = readYamlList(
    SEARCH_TESTS,
    text,
    ['a file of search tests is a list', FORM],
    faults,
  );
  const lines = new Map<string, number>();
  return items.flatMap((item) => {
    const fields = readFields(item, faults);
    if (!fields) return [];
    const test = testOf(fields, item, index);
    const [field, complaint] = complaintOf(test, index) ?? repetitionOf(test, lines) ?? [];
    if (!field || !complaint) return [test];
    faults.push(error(SEARCH_TESTS, item.lineOf(field), ...complaint));
    return [];
  });
}

function readFields({ value, lineOf }: YamlItem, faults: Fault[]): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(error(SEARCH_TESTS, lineOf(''), 'this is no test of the search', FORM));
    return undefined;
  }
  const { data, error: problem } = searchTestFields.safeParse(value);
  for (const issue of problem?.issues ?? []) {
    faults.push(...explainField(SEARCH_TESTS, searchTestFields, issue, value, lineOf));
  }
  return data;
}

function testOf(fields: Fields, { lineOf }: YamlItem, { site }: ArticleIndex): SearchTest {
  const [article = '', section] = fields.article.normalize('NFC').split(/#(.*)/s);
  return {
    line: lineOf(''),
    query: fields.query,
    locale: fields.locale ?? site.defaultLocale,
    article,
    ...(section !== undefined && { section }),
    within: fields.within ?? DEFAULT_WITHIN,
  };
}

/** What keeps a test from being run, and the field in which it is mended. */
function complaintOf(
  { locale, article: name, section }: SearchTest,
  index: ArticleIndex,
): [field: keyof Fields, Complaint] | undefined {
  const { locales } = index.site;
  if (!locales.includes(locale)) {
    return ['locale', [`the site has no locale "${locale}"`, `use one of: ${locales.join(', ')}`]];
  }
  const [category = '', slug = '', ...more] = name.split('/');
  if (!category || !slug || more.length > 0 || slug.endsWith('.md')) {
    const todo = 'write category/name without .md, such as billing/invoices';
    return ['article', [`"${name}" names no article`, todo]];
  }
  const article = index.find(locale, category, slug)?.article;
  if (!article) return ['article', absence(locale, category, slug, index)];
  if (article.unlisted) {
    const todo = 'remove the test, or `unlisted` from the article';
    return ['article', [`"${name}" is unlisted, so no search finds it`, todo]];
  }
  if (article.locale !== locale) {
    const todo = `translate it, or test it with locale: ${article.locale}`;
    return ['article', [`"${name}" has no text in "${locale}" that a search could find`, todo]];
  }
  if (section === undefined || article.sections.some(({ id }) => id === section)) return undefined;
  const guess = nearest(
    section,
    article.sections.map(({ id }) => id),
  );
  const todo = guess
    ? `write ${name}#${guess} if you meant that`
    : 'use the anchor of one of its headings';
  return ['article', [`there is no section #${section} in ${article.file}`, todo]];
}

function absence(locale: string, category: string, slug: string, index: ArticleIndex): Complaint {
  const name = `${category}/${slug}`;
  if (index.findHidden(locale, category, slug)) {
    return [`the article "${name}" is not published`, 'remove the test for now'];
  }
  const guess = index.guess(locale, category, slug);
  const todo = guess ? `write ${guess} if you meant that` : 'correct or remove it';
  return [`there is no article "${name}"`, todo];
}

/** What to say of a test that another one makes already: an article has one rank in a search. */
function repetitionOf(
  { query, locale, article, line }: SearchTest,
  lines: Map<string, number>,
): [field: keyof Fields, Complaint] | undefined {
  const words = query.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
  const key = [locale, article, words].join('\n');
  const other = lines.get(key);
  if (other === undefined) {
    lines.set(key, line);
    return undefined;
  }
  return ['query', [`line ${other} tests the same already`, 'keep one of the two']];
}
