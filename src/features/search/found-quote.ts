import type { FoundArticle } from './describe-article.ts';
import type { PackedIndex } from './packed-index.ts';
import type { RankedArticle } from './rank-articles.ts';
import type { Quote } from './section-quote.ts';
import type { UnderstoodQuery } from './understand-query.ts';

/** What an article says to a question, word for word, and where. */
export interface FoundQuote extends Quote {
  /** Of the article, and of its section unless it is the beginning. */
  title: string;
  section: string;
  url: string;
}

/** Fewer words are no question, unless a sign says so. */
const WORDS_OF_QUESTION = 4;
/** A section has to have so many of the words as they were typed to speak for its article. */
const SAID = 0.75;
const SIGN = /[?？؟]\s*$/u;

/** Whether somebody asks, rather than names a thing. */
const isQuestion = (query: string, { wanted, filler }: UnderstoodQuery): boolean =>
  SIGN.test(query) || (filler.length > 0 && wanted.length + filler.length >= WORDS_OF_QUESTION);

/**
 * What the best section says first, where a question is asked that it seems to answer. Nothing is
 * made up: a site that has a model of its own to phrase answers would put it in here.
 */
export async function quoteFor(
  index: PackedIndex,
  query: string,
  understood: UnderstoodQuery,
  { article, section }: RankedArticle,
  { title, url, sections }: FoundArticle,
): Promise<FoundQuote | undefined> {
  if (!isQuestion(query, understood)) return undefined;
  const words = understood.wanted.filter(({ isExtra }) => !isExtra);
  const here = index.sectionAt(article, section);
  const said = words.filter(({ as }) => index.term(as[0]!.term)?.sections.has(here));
  if (said.length < words.length * SAID) return undefined;
  const quote = await index.quote(article, section);
  if (!quote) return undefined;
  const place = section === 0 ? undefined : sections[0];
  const plain = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('');
  return {
    ...quote,
    title: plain(title),
    section: place ? plain(place.title) : '',
    url: place?.url ?? url,
  };
}
