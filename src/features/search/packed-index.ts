import type { SynonymRule } from '#src/features/content/read-synonyms.ts';
import { ByteReader } from './byte-reader.ts';
import type { SectionIndex, TermPlaces } from './section-index.ts';
import type { Quote } from './section-quote.ts';

/** What begins with a text, up to the next, lies in a file. */
export type PartList = [first: string, file: string][];

/** A shelf of articles as the index names it. */
export interface IndexedCategory {
  name: string;
  title: string;
}

/** What is read before the first query. */
export interface IndexRoot {
  usual: SectionIndex['usual'];
  /** Of each article, in the order of their names: how many sections it has. */
  sections: number[];
  /** How much its title says in all: the squares of its terms' rarities. */
  titles: number[];
  /** Its category, by its place in `categories`. */
  shelves: number[];
  /** Its page in Pagefind's index. */
  pages: string[];
  categories: IndexedCategory[];
  filler: string[];
  /** Words that go with many matters. */
  light: string[];
  rules: SynonymRule[];
  hasCompounds: boolean;
  terms: PartList;
  words: PartList;
  /** Files of what sections say first, of `QUOTED_TOGETHER` articles each. */
  quotes: string[];
}

export const QUOTED_TOGETHER = 16;

/** Where the files of an index come from, uncompressed. */
export type ReadFile = (name: string) => Promise<Uint8Array>;

export const PART_ENDING = '.part';

/** The file of a locale's root; unlike the parts', its name stays. */
export const rootOf = (locale: string): string => `${locale}.root`;

/** Strengths are kept as steps of a scale on which four of them are twice as much. */
const STEPS = 4;
const LEAST = 0.05;

export const levelOf = (strength: number): number =>
  Math.max(0, Math.round(STEPS * Math.log2(strength / LEAST)));

const strengthAt = (level: number) => LEAST * 2 ** (level / STEPS);

/** How much a term tells articles apart (the idf of BM25). @param spread articles that have it */
export const rarity = (articles: number, spread: number): number =>
  spread === 0 ? 0 : Math.log(1 + (articles - spread + 0.5) / (spread + 0.5));

/** What ranking knows of a term. */
export interface TermFacts {
  rarity: number;
  /** Section → how strongly it has the term, with what all sections of its article share. */
  sections: Map<number, number>;
  /** Articles with the term in their title. */
  inTitles: Set<number>;
}

/** An index as it lies in files, of which only those are read that a query needs. */
export class PackedIndex {
  readonly root: IndexRoot;
  /** Words of the site, as far as they are loaded, with the logarithm of how often each is written. */
  readonly words = new Map<string, number>();
  #read: ReadFile;
  #loading = new Map<string, Promise<void>>();
  #places = new Map<string, TermPlaces>();
  #facts = new Map<string, TermFacts>();
  /** Of each section its article, and of each article its first section. */
  #articleOf: number[] = [];
  #firstOf: number[] = [];

  /** @throws whatever `read` throws */
  static async open(locale: string, read: ReadFile): Promise<PackedIndex> {
    const root = new TextDecoder().decode(await read(rootOf(locale)));
    return new PackedIndex(JSON.parse(root) as IndexRoot, read);
  }

  private constructor(root: IndexRoot, read: ReadFile) {
    this.root = root;
    this.#read = read;
    for (const [article, count] of root.sections.entries()) {
      this.#firstOf.push(this.#articleOf.length);
      for (let at = 0; at < count; at += 1) this.#articleOf.push(article);
    }
  }

  /** How many articles there are. */
  get size(): number {
    return this.#firstOf.length;
  }

  articleOf(section: number): number {
    return this.#articleOf[section]!;
  }

  /** The place of a section in its article, from 0. */
  placeOf(section: number): number {
    return section - this.#firstOf[this.articleOf(section)]!;
  }

  /** The section at a place of an article, from 0. */
  sectionAt(article: number, place: number): number {
    return this.#firstOf[article]! + place;
  }

  /** Makes terms known to `has` and `term`. */
  async load(terms: Iterable<string>): Promise<void> {
    await this.#loadParts(this.root.terms, terms, (bytes) => this.#takeTerms(bytes));
  }

  /** Makes the words that begin as these do known to `words`. */
  async loadWords(like: Iterable<string>): Promise<void> {
    await this.#loadParts(this.root.words, like, (bytes) => this.#takeWords(bytes));
  }

  has(term: string): boolean {
    return this.#places.has(term);
  }

  /**
   * @param term or several, with spaces between them: then of the sections that have all of them
   * @returns undefined for what no article has, or what is not loaded
   */
  term(term: string): TermFacts | undefined {
    let facts = this.#facts.get(term);
    if (facts) return facts;
    const places = this.#places.get(term);
    if (places) facts = this.#factsOf(places);
    else if (term.includes(' ')) facts = allOf(term.split(' ').map((one) => this.term(one)));
    if (facts) this.#facts.set(term, facts);
    return facts;
  }

  #factsOf({ articles, sections }: TermPlaces): TermFacts {
    const inTitles = new Set<number>();
    const strengths = new Map<number, number>();
    const having = new Set<number>();
    for (const { at, strength, inTitle } of articles) {
      if (inTitle) inTitles.add(at);
      having.add(at);
      const first = this.#firstOf[at]!;
      for (let own = 0; own < this.root.sections[at]!; own += 1) {
        strengths.set(first + own, strength);
      }
    }
    for (const { at, strength } of sections) {
      having.add(this.articleOf(at));
      strengths.set(at, (strengths.get(at) ?? 0) + strength);
    }
    return { rarity: rarity(this.size, having.size), sections: strengths, inTitles };
  }

  /** What a section says first. @param place of the section in its article */
  async quote(article: number, place: number): Promise<Quote | undefined> {
    const file = this.root.quotes[Math.floor(article / QUOTED_TOGETHER)]!;
    const all = JSON.parse(new TextDecoder().decode(await this.#read(file))) as (Quote | null)[][];
    return all[article % QUOTED_TOGETHER]?.[place] ?? undefined;
  }

  async #loadParts(
    parts: PartList,
    wanted: Iterable<string>,
    take: (bytes: Uint8Array) => void,
  ): Promise<void> {
    const files = new Set([...wanted].flatMap((one) => partWith(parts, one) ?? []));
    await Promise.all([...files].map((file) => this.#loadOnce(file, take)));
  }

  #loadOnce(file: string, take: (bytes: Uint8Array) => void): Promise<void> {
    let loading = this.#loading.get(file);
    if (!loading) {
      this.#loading.set(file, (loading = this.#read(file).then(take)));
      // The next query tries again.
      loading.catch(() => this.#loading.delete(file));
    }
    return loading;
  }

  #takeTerms(bytes: Uint8Array): void {
    const columns = new ByteReader(bytes);
    const [terms, places, strengths] = [0, 1, 2].map(() => new ByteReader(columns.bytes())) as [
      ByteReader,
      ByteReader,
      ByteReader,
    ];
    for (let last = ''; !terms.isAtEnd;) {
      last = last.slice(0, terms.number()) + terms.text();
      const inArticles = places.number();
      const inSections = places.number();
      const own: TermPlaces = { articles: [], sections: [] };
      for (let count = 0, at = 0; count < inArticles; count += 1) {
        const next = places.number();
        at += Math.floor(next / 2);
        const strength = strengthAt(strengths.number());
        own.articles.push({ at, strength, inTitle: next % 2 === 1 });
      }
      for (let count = 0, at = 0; count < inSections; count += 1) {
        at += places.number();
        own.sections.push({ at, strength: strengthAt(strengths.number()) });
      }
      this.#places.set(last, own);
    }
  }

  #takeWords(bytes: Uint8Array): void {
    for (const line of new TextDecoder().decode(bytes).split('\n')) {
      const [word = '', times] = line.split(' ');
      this.words.set(word, Number(times));
    }
  }
}

/** What is known of several terms that stand together: as much as of the weakest of them. */
function allOf(terms: (TermFacts | undefined)[]): TermFacts | undefined {
  const [first, ...others] = terms;
  if (!first || others.some((one) => one === undefined)) return undefined;
  const rest = others as TermFacts[];
  const sections = [...first.sections]
    .filter(([section]) => rest.every((one) => one.sections.has(section)))
    .map(([section, strength]): [number, number] => [
      section,
      Math.min(strength, ...rest.map((one) => one.sections.get(section)!)),
    ]);
  if (sections.length === 0) return undefined;
  return {
    rarity: Math.min(first.rarity, ...rest.map((one) => one.rarity)),
    sections: new Map(sections),
    inTitles: new Set(
      [...first.inTitles].filter((article) => rest.every((one) => one.inTitles.has(article))),
    ),
  };
}

/** The part in which a text lies, if the index has it: the last that does not begin after it. */
function partWith(parts: PartList, text: string): string | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (parts[middle]![0] <= text) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1]?.[1];
}
