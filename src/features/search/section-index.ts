import type { Language } from './language.ts';
import { wordsIn } from './query-words.ts';
import type { SectionText } from './section-texts.ts';

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

/** A section that has a term, and how strongly. */
export interface Posting {
  section: number;
  /** Times that the term stands there, weighed by where, against the length. */
  strength: number;
}

/** All that ranking needs of the articles of one language. */
export interface SectionIndex {
  articles: { name: string; title: string; titleTerms: Set<string> }[];
  sections: { article: number; id: string; title: string }[];
  postings: Map<string, Posting[]>;
  /** How many articles have a term. */
  spread: Map<string, number>;
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
  description: { weight: 1.5, lengthShare: 0.3 },
  heading: { weight: 2, lengthShare: 0.3 },
  above: { weight: 0.5, lengthShare: 0.3 },
  labels: { weight: 0.5, lengthShare: 0.5 },
  category: { weight: 0.3, lengthShare: 0.3 },
  text: { weight: 1, lengthShare: 0.5 },
} as const;

type Field = keyof typeof FIELDS;

/** The terms of a text: the stems of its words, and of the parts of those with signs in them. */
const termsOf = (text: string, { stem }: Language): string[] =>
  wordsIn(text).flatMap(({ word, parts }) =>
    parts.length > 0 ? [word, ...parts.map(stem)] : [stem(word)],
  );

function fieldsOf(article: ArticleText, section: SectionText, at: number): Record<Field, string> {
  return {
    title: article.title,
    // Of the whole article, and said once.
    description: at === 0 ? article.description : '',
    heading: section.title,
    above: section.above,
    labels: [...article.tags, ...article.keywords].join(' , '),
    category: article.category,
    text: section.text,
  };
}

/** Indexes the articles of one language; the order in which they come changes nothing. */
export function buildSectionIndex(unsorted: ArticleText[], language: Language): SectionIndex {
  const articles = unsorted.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const sections: SectionIndex['sections'] = [];
  const fields: Record<Field, string[]>[] = [];
  const vocabulary = new Map<string, number>();
  const spread = new Map<string, number>();
  for (const [at, article] of articles.entries()) {
    const own = new Set<string>();
    for (const [place, section] of article.sections.entries()) {
      sections.push({ article: at, id: section.id, title: section.title });
      const texts = fieldsOf(article, section, place);
      const terms = Object.fromEntries(
        Object.entries(texts).map(([field, text]) => [field, termsOf(text, language)]),
      ) as Record<Field, string[]>;
      fields.push(terms);
      for (const term of Object.values(terms).flat()) own.add(term);
    }
    for (const term of own) spread.set(term, (spread.get(term) ?? 0) + 1);
    const all = [article.title, article.description, ...article.tags, ...article.keywords].concat(
      article.sections.flatMap(({ title, text }) => [title, text]),
    );
    for (const { word, parts } of wordsIn(all.join(' \n '))) {
      for (const one of parts.length > 0 ? parts : [word]) {
        vocabulary.set(one, (vocabulary.get(one) ?? 0) + 1);
      }
    }
  }
  return {
    articles: articles.map(({ name, title }) => ({
      name,
      title,
      titleTerms: new Set(
        wordsIn(title)
          .filter(({ word }) => !language.isFiller(word))
          .flatMap(({ word, parts }) => (parts.length > 0 ? parts : [word]).map(language.stem)),
      ),
    })),
    sections,
    postings: postingsOf(fields),
    spread,
    vocabulary,
  };
}

function postingsOf(sections: Record<Field, string[]>[]): Map<string, Posting[]> {
  const names = Object.keys(FIELDS) as Field[];
  const usual = new Map(
    names.map((field) => {
      const lengths = sections.map((terms) => terms[field].length);
      return [field, lengths.reduce((sum, one) => sum + one, 0) / (lengths.length || 1) || 1];
    }),
  );
  const postings = new Map<string, Posting[]>();
  for (const [section, terms] of sections.entries()) {
    const strengths = new Map<string, number>();
    for (const field of names) {
      const { weight, lengthShare } = FIELDS[field];
      const length = 1 - lengthShare + (lengthShare * terms[field].length) / usual.get(field)!;
      for (const term of terms[field]) {
        strengths.set(term, (strengths.get(term) ?? 0) + weight / length);
      }
    }
    for (const [term, strength] of strengths) {
      const list = postings.get(term);
      if (list) list.push({ section, strength });
      else postings.set(term, [{ section, strength }]);
    }
  }
  return postings;
}
