import { create, insertMultiple, search } from '@orama/orama';
import { languageName, type ArticleDocument, type Engine } from './engine.ts';

/** Orama as it comes; stems, forgiven slips and weighed titles were tried, and found less. */
export async function openOrama(documents: ArticleDocument[], locale: string): Promise<Engine> {
  const index = create({
    schema: { title: 'string', description: 'string', labels: 'string', body: 'string' },
    language: languageName(locale),
  });
  await insertMultiple(
    index,
    documents.map(({ id, title, description, labels, body }) => ({
      id,
      title,
      description,
      labels,
      body,
    })),
  );
  return {
    async find(query) {
      const { hits } = await search(index, { term: query, limit: 10 });
      return hits.map(({ id }) => id);
    },
  };
}
