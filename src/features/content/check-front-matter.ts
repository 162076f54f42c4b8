import type { ArticleIndex } from './article-index.ts';
import type { Author, Fault } from './content.ts';
import { error, warning } from './faults.ts';
import { nearest } from './nearest.ts';
import type { ReadArticle } from './read-article.ts';

/** Checks that whom and what an article's front matter names is there, and named once. */
export function checkFrontMatter(
  read: ReadArticle,
  index: ArticleIndex,
  authors: Map<string, Author> | undefined,
): Fault[] {
  return [...checkOwner(read, authors), ...checkRelated(read, index), ...checkKeywords(read)];
}

function checkOwner(
  { article, lineOf }: ReadArticle,
  authors: Map<string, Author> | undefined,
): Fault[] {
  const { file, owner } = article;
  if (owner === undefined || authors?.has(owner)) return [];
  const guess = nearest(owner, authors?.keys() ?? []);
  const [what, todo] = authors
    ? [
        `"${owner}" is not in authors.yml`,
        guess
          ? `write "${guess}" if you meant that`
          : `add "${owner}" there, or name someone who is`,
      ]
    : [
        `"${owner}" is unknown, since there is no authors.yml`,
        `create authors.yml with a line such as ${owner}: { name: … }, or remove the owner`,
      ];
  return [error(file, lineOf('owner'), what, todo)];
}

function checkRelated({ article, lineOf }: ReadArticle, index: ArticleIndex): Fault[] {
  return article.related.flatMap((name, at) => {
    const { file, locale } = article;
    const tell = (what: string, todo: string) => error(file, lineOf(`related.${at}`), what, todo);
    const [category = '', slug = '', ...more] = name.split('/');
    if (!category || !slug || more.length > 0 || slug.endsWith('.md')) {
      return tell(
        `"${name}" names no article`,
        'write category/name without .md, such as billing/invoices',
      );
    }
    if (category === article.category && slug === article.slug) {
      return tell('the article is related to itself', 'remove this line');
    }
    if (index.find(locale, category, slug)) return [];
    if (index.findHidden(locale, category, slug)) {
      return tell(`the related article "${name}" is not published`, 'remove it for now');
    }
    const guess = index.guess(locale, category, slug);
    const todo = guess ? `write "${guess}" if you meant that` : 'correct or remove it';
    return tell(`there is no article "${name}"`, todo);
  });
}

/** One more changes nothing, but whoever reads the list looks for the difference. */
function checkKeywords({ article, lineOf }: ReadArticle): Fault[] {
  const { file, keywords } = article;
  const known = new Set<string>();
  return keywords.flatMap((keyword, at) => {
    const plain = keyword.normalize('NFKC').toLowerCase();
    if (!known.has(plain)) {
      known.add(plain);
      return [];
    }
    const what = `"${keyword}" is among the keywords already`;
    return warning(file, lineOf(`keywords.${at}`), what, 'keep it once');
  });
}
