import type { Language } from './language.ts';
import { wordsIn } from './query-words.ts';
import type { SectionText } from './section-texts.ts';
import { termsOf } from './terms.ts';

/** What is indexed of an article. */
export interface ArticleText {
  /** `category/slug` */
  name: string;
  title: string;
  description: string;
  keywords: string[];
  tags: string[];
  /** The title of its shelf. */
  category: string;
  sections: SectionText[];
}

/** An article or a section that has a term, and how strongly. */
export interface Posting {
  at: number;
  /** Times that the term stands there, weighed by where, against the length. */
  strength: number;
}

/** Where a term stands. */
export interface TermPlaces {
  /** In what all sections of an article share: its title, labels and shelf. */
  articles: (Posting & { inTitle: boolean })[];
  sections: Posting[];
}

/** The articles of one language by their terms, before it is packed. */
export interface SectionIndex {
  /** Words that a title and the text of a section have on average. */
  usual: { title: number; text: number };
  /** By their names, each with the number of its sections. */
  articles: { name: string; sections: number; titleTerms: string[] }[];
  terms: Map<string, TermPlaces>;
  /** Words as they are written, and how often: what spelling is corrected to. */
  vocabulary: Map<string, number>;
}

/**
 * How much a term weighs where it stands, against one in the running text, and how far a long field
 * waters it down (the b of BM25F: Robertson and Zaragoza, The Probabilistic Relevance Framework,
 * 2009, section 3.6). The first are tuned, see decision 025.
 */
const FIELDS = {
  title: { weight: 3, lengthShare: 0.3 },
  labels: { weight: 2, lengthShare: 0.5 },
  category: { weight: 0.3, lengthShare: 0.3 },
  description: { weight: 1.5, lengthShare: 0.3 },
  heading: { weight: 2, lengthShare: 0.3 },
  above: { weight: 0.5, lengthShare: 0.3 },
  text: { weight: 1, lengthShare: 0.5 },
} as const;

type Field = keyof typeof FIELDS;
type Terms = Partial<Record<Field, string[]>>;

const sharedTexts = ({ title, tags, keywords, category }: ArticleText) => ({
  title,
  labels: [...tags, ...keywords].join(' , '),
  category,
});

const sectionFields = (article: ArticleText, section: SectionText, at: number) => ({
  // Of the whole article, and said once.
  description: at === 0 ? article.description : '',
  heading: section.title,
  above: section.above,
  text: section.text,
});

/** How often words are written on a site, those with signs in them by their parts. */
function countWords(articles: ArticleText[]): Map<string, number> {
  const vocabulary = new Map<string, number>();
  for (const { title, description, tags, keywords, sections } of articles) {
    const texts = sections.flatMap((section) => [section.title, section.text]);
    const all = [title, description, ...tags, ...keywords, ...texts].join(' \n ');
    for (const { word, parts } of wordsIn(all)) {
      for (const one of parts.length > 0 ? parts : [word]) {
        vocabulary.set(one, (vocabulary.get(one) ?? 0) + 1);
      }
    }
  }
  return vocabulary;
}

/**
 * Indexes the articles of one language; the order in which they come changes nothing.
 * @param hasCompounds whether its words are joined into longer ones, as in German
 */
export function buildSectionIndex(
  unsorted: ArticleText[],
  language: Language,
  hasCompounds = false,
): SectionIndex {
  const articles = unsorted.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const vocabulary = countWords(articles);
  const known = hasCompounds ? vocabulary : undefined;
  const termsIn = (texts: Partial<Record<Field, string>>): Terms =>
    Object.fromEntries(
      Object.entries(texts).map(([field, text]) => [field, termsOf(text, language, known)]),
    );

  const shared = articles.map((article) => termsIn(sharedTexts(article)));
  const sections = articles.flatMap((article) =>
    article.sections.map((section, at) => termsIn(sectionFields(article, section, at))),
  );
  const usual = { title: meanLength(shared, 'title'), text: meanLength(sections, 'text') };
  const terms = new Map<string, TermPlaces>();
  const placesOf = (term: string): TermPlaces => {
    let places = terms.get(term);
    if (!places) terms.set(term, (places = { articles: [], sections: [] }));
    return places;
  };
  for (const [at, strengths] of strengthsOf(shared).entries()) {
    const title = new Set(shared[at]!.title);
    for (const [term, strength] of strengths) {
      placesOf(term).articles.push({ at, strength, inTitle: title.has(term) });
    }
  }
  for (const [at, strengths] of strengthsOf(sections).entries()) {
    for (const [term, strength] of strengths) placesOf(term).sections.push({ at, strength });
  }
  return {
    usual,
    articles: articles.map(({ name, title, sections: own }) => ({
      name,
      sections: own.length,
      titleTerms: titleTerms(title, language),
    })),
    terms,
    vocabulary,
  };
}

/** What a title is about: its terms without filler, each once. */
function titleTerms(title: string, { stem, isFiller }: Language): string[] {
  const telling = wordsIn(title).filter(({ word }) => !isFiller(word));
  return [
    ...new Set(telling.flatMap(({ word, parts }) => (parts.length > 0 ? parts : [word]).map(stem))),
  ];
}

/** Numbers do not make a text long: a list of addresses is about what stands above it. */
const lengthOf = (terms: string[]): number =>
  terms.reduce((sum, term) => sum + Number(/\p{L}/u.test(term)), 0);

function meanLength(texts: Terms[], field: Field): number {
  const words = texts.reduce((sum, terms) => sum + lengthOf(terms[field]!), 0);
  return words / texts.length || 1;
}

/** What a term gains by standing once in a field of a length, the usual one being `usual`. */
export function fieldGain(field: Field, length: number, usual: number): number {
  const { weight, lengthShare } = FIELDS[field];
  return weight / (1 - lengthShare + (lengthShare * length) / usual);
}

/** Of each text the strength of its terms. */
function strengthsOf(texts: Terms[]): Map<string, number>[] {
  const names = Object.keys(texts[0] ?? {}) as Field[];
  const usual = new Map(names.map((field) => [field, meanLength(texts, field)]));
  return texts.map((terms) => {
    const strengths = new Map<string, number>();
    for (const field of names) {
      const own = terms[field]!;
      const gain = fieldGain(field, lengthOf(own), usual.get(field)!);
      for (const term of own) strengths.set(term, (strengths.get(term) ?? 0) + gain);
    }
    return strengths;
  });
}
