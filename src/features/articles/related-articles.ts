import type { Article } from '#src/features/content/article.ts';
import { termSplitter } from '#src/features/content/words.ts';

/** How many most telling words stand for an article, and how many articles are offered. */
const TERMS = 16;
const OFFERED = 5;
/** Of a word that many share, only those whose word it is most are looked at: work stays linear. */
const SHARING_MAX = 24;
/** A title or a tag says more about an article than a word somewhere in its text. */
const TITLE_WEIGHT = 4;
/** Writers have already put what belongs together on one shelf. */
const SAME_CATEGORY = 1.6;

const key = (article: Article) => `${article.category}/${article.slug}`;

function termCounts(article: Article, split: (text: string) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (term: string, weight: number) => counts.set(term, (counts.get(term) ?? 0) + weight);
  for (const term of split(article.body)) add(term, 1);
  const telling = [article.title, ...article.tags, ...article.keywords].join(' ');
  for (const term of split(telling)) add(term, TITLE_WEIGHT);
  return counts;
}

/**
 * Finds the articles most alike by TF-IDF over their most telling words, within a locale.
 * @returns a function from an article to the `category/slug` of up to five others, best first
 */
export function relatedArticles(articles: Article[]): (article: Article) => string[] {
  const vectors = new Map<Article, Map<string, number>>();
  const holders = new Map<string, { article: Article; weight: number }[]>();
  for (const locale of new Set(articles.map((article) => article.locale))) {
    const own = articles.filter((article) => article.locale === locale);
    const split = termSplitter(locale);
    const counts = new Map(own.map((article) => [article, termCounts(article, split)]));
    const inArticles = new Map<string, number>();
    for (const terms of counts.values()) {
      for (const term of terms.keys()) inArticles.set(term, (inArticles.get(term) ?? 0) + 1);
    }
    for (const [article, terms] of counts) {
      const weighed = [...terms]
        .map(([term, n]): [string, number] => [
          term,
          (1 + Math.log(n)) * Math.log(own.length / (inArticles.get(term) ?? 1)),
        ])
        .filter(([, weight]) => weight > 0)
        .sort((a, b) => b[1] - a[1])
        .slice(0, TERMS);
      const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
      vectors.set(article, new Map(weighed.map(([term, weight]) => [term, weight / length])));
      for (const [term, weight] of weighed) {
        const name = `${locale} ${term}`;
        const sharing = holders.get(name);
        if (sharing) sharing.push({ article, weight: weight / length });
        else holders.set(name, [{ article, weight: weight / length }]);
      }
    }
  }
  for (const [name, sharing] of holders) {
    if (sharing.length <= SHARING_MAX) continue;
    holders.set(name, sharing.toSorted((x, y) => y.weight - x.weight).slice(0, SHARING_MAX));
  }
  return (article) => {
    const scores = new Map<Article, number>();
    for (const [term, weight] of vectors.get(article) ?? []) {
      for (const other of holders.get(`${article.locale} ${term}`) ?? []) {
        if (other.article === article) continue;
        scores.set(other.article, (scores.get(other.article) ?? 0) + weight * other.weight);
      }
    }
    const best: [Article, number][] = [];
    for (const [other, alike] of scores) {
      const score = other.category === article.category ? alike * SAME_CATEGORY : alike;
      const place = best.findIndex(([, lower]) => lower < score);
      if (place >= 0) best.splice(place, 0, [other, score]);
      else if (best.length < OFFERED) best.push([other, score]);
      best.length = Math.min(best.length, OFFERED);
    }
    return best.map(([other]) => key(other));
  };
}
