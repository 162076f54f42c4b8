import { gunzipSync } from 'node:zlib';
import type { SynonymRule } from '#src/features/content/read-synonyms.ts';
import { openIndex, type ArticleIndex } from '#src/features/search/article-index.ts';
import { hasCompounds } from '#src/features/search/compounds.ts';
import { fillerWords } from '#src/features/search/filler-words.ts';
import { loadLanguage } from '#src/features/search/language.ts';
import { lightWords } from '#src/features/search/light-words.ts';
import { packIndex } from '#src/features/search/pack-index.ts';
import { rankArticles } from '#src/features/search/rank-articles.ts';
import { buildSectionIndex, type ArticleText } from '#src/features/search/section-index.ts';
import { understandQuery } from '#src/features/search/understand-query.ts';

/** A search over texts in memory, by the same files that a site has. */
export interface PackedSearch extends ArticleIndex {
  names: string[];
  files: Map<string, Uint8Array>;
  search(query: string): Promise<{
    understood: Awaited<ReturnType<typeof understandQuery>>;
    ranked: (ReturnType<typeof rankArticles>[number] & { name: string })[];
  }>;
}

export async function packedSearch(
  articles: ArticleText[],
  { rules = [], locale = 'en' }: { rules?: SynonymRule[]; locale?: string } = {},
): Promise<PackedSearch> {
  const filler = fillerWords(locale);
  const compounding = hasCompounds(locale);
  const built = buildSectionIndex(articles, await loadLanguage(locale, filler), compounding);
  const names = built.articles.map(({ name }) => name);
  const files = await packIndex(locale, built, {
    articles: names.map((name) => ({ category: 'using', page: `en_${name}`, quotes: [] })),
    categories: [{ name: 'using', title: 'Using' }],
    filler,
    light: [...lightWords(locale)],
    rules,
    hasCompounds: compounding,
  });
  const index = await openIndex(locale, (name) => Promise.resolve(gunzipSync(files.get(name)!)));
  return {
    ...index,
    names,
    files,
    async search(query) {
      const understood = await understandQuery(query, index);
      const ranked = rankArticles(index.index, understood).map((one) => ({
        ...one,
        name: names[one.article]!,
      }));
      return { understood, ranked };
    },
  };
}
