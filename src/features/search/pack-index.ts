import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { SynonymRule } from '#src/features/content/read-synonyms.ts';
import { ByteWriter } from './byte-writer.ts';
import {
  levelOf,
  PART_ENDING,
  QUOTED_TOGETHER,
  rarity,
  rootOf,
  type IndexedCategory,
  type IndexRoot,
  type PartList,
} from './packed-index.ts';
import type { SectionIndex, TermPlaces } from './section-index.ts';
import type { Quote } from './section-quote.ts';

/** What is packed beside the terms. */
export interface PackedFacts {
  /** Of each article, in the index's order. */
  articles: { category: string; page: string; quotes: (Quote | undefined)[] }[];
  categories: IndexedCategory[];
  filler: string[];
  light: string[];
  rules: SynonymRule[];
  hasCompounds: boolean;
}

/**
 * Bytes of a part before it is compressed to about half: small enough that a query of a few words
 * asks for little of a large index, and large enough that a small one is a handful of files.
 */
const PART_SIZE = 48_000;
/** Words of a site that are not worth parting: about 17 kB. */
const FEW_WORDS = 6_000;

const zipped = promisify(gzip);
// In threads of their own: on a large site this is a third of the work.
const packed = (bytes: string | Uint8Array): Promise<Uint8Array> => zipped(bytes, { level: 9 });

/** Name → content of the files of an index, which `PackedIndex` reads; the root comes last. */
export async function packIndex(
  locale: string,
  index: SectionIndex,
  facts: PackedFacts,
): Promise<Map<string, Uint8Array>> {
  const parts: Promise<[string, Uint8Array]>[] = [];
  const addPart = (bytes: string | Uint8Array): string => {
    const name = `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}${PART_ENDING}`;
    parts.push(packed(bytes).then((content) => [name, content]));
    return name;
  };
  const terms: PartList = partsOfTerms(index).map(({ first, bytes }) => [first, addPart(bytes)]);
  const words: PartList = partsOfWords(index).map(({ first, text }) => [first, addPart(text)]);
  const titles = titleWeights(index);
  const names = facts.categories.map(({ name }) => name);
  const root: IndexRoot = {
    usual: index.usual,
    sections: index.articles.map(({ sections }) => sections),
    titles: titles,
    shelves: facts.articles.map(({ category }) => names.indexOf(category)),
    pages: facts.articles.map(({ page }) => page),
    categories: facts.categories,
    filler: facts.filler,
    light: facts.light,
    rules: facts.rules,
    hasCompounds: facts.hasCompounds,
    terms,
    words,
    quotes: together(facts.articles).map((some) =>
      addPart(JSON.stringify(some.map(({ quotes }) => quotes))),
    ),
  };
  const last = await packed(JSON.stringify(root));
  return new Map([...(await Promise.all(parts)), [rootOf(locale), last]]);
}

const together = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / QUOTED_TOGETHER) }, (_, at) =>
    all.slice(at * QUOTED_TOGETHER, (at + 1) * QUOTED_TOGETHER),
  );

/** Of each article how much its title says in all: the squares of its terms' rarities. */
function titleWeights({ articles, terms }: SectionIndex): number[] {
  const articleOf = articles.flatMap(({ sections }, at) => Array<number>(sections).fill(at));
  const rarities = new Map<string, number>();
  const rare = (term: string): number => {
    const known = rarities.get(term);
    if (known !== undefined) return known;
    const places = terms.get(term);
    const having = new Set(places?.articles.map(({ at }) => at));
    for (const { at } of places?.sections ?? []) having.add(articleOf[at]!);
    const found = rarity(articles.length, having.size);
    rarities.set(term, found);
    return found;
  };
  return articles.map(({ titleTerms }) => {
    const weight = titleTerms.reduce((sum, term) => sum + rare(term) ** 2, 0);
    return Math.round(weight * 100) / 100;
  });
}

/** By code units, as `<` compares texts when a part is looked up. */
const inOrder = <T>(entries: Iterable<[string, T]>) =>
  [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));

function partsOfTerms({ terms }: SectionIndex): { first: string; bytes: Uint8Array }[] {
  const parts: { first: string; bytes: Uint8Array }[] = [];
  let part: TermsPart | undefined;
  for (const [term, places] of inOrder(terms)) {
    if (part && part.size > PART_SIZE) {
      parts.push({ first: part.first, bytes: part.bytes });
      part = undefined;
    }
    part ??= new TermsPart(term);
    part.add(term, places);
  }
  if (part) parts.push({ first: part.first, bytes: part.bytes });
  return parts;
}

/** Terms that follow each other: what is alike lies together, since it compresses better so. */
class TermsPart {
  readonly first: string;
  #last = '';
  #terms = new ByteWriter();
  #places = new ByteWriter();
  #strengths = new ByteWriter();

  constructor(first: string) {
    this.first = first;
  }

  get size(): number {
    return this.#terms.length + this.#places.length + this.#strengths.length;
  }

  get bytes(): Uint8Array {
    const whole = new ByteWriter();
    for (const column of [this.#terms, this.#places, this.#strengths]) {
      whole.number(column.length);
      whole.bytes(column.done());
    }
    return whole.done();
  }

  add(term: string, { articles, sections }: TermPlaces): void {
    let shared = 0;
    while (shared < term.length && term[shared] === this.#last[shared]) shared += 1;
    this.#terms.number(shared);
    this.#terms.text(term.slice(shared));
    this.#last = term;
    this.#places.number(articles.length);
    this.#places.number(sections.length);
    let before = 0;
    for (const { at, strength, inTitle } of articles) {
      this.#places.number((at - before) * 2 + Number(inTitle));
      this.#strengths.number(levelOf(strength));
      before = at;
    }
    before = 0;
    for (const { at, strength } of sections) {
      this.#places.number(at - before);
      this.#strengths.number(levelOf(strength));
      before = at;
    }
  }
}

/** Each word with how often it is written, about: spelling asks for the more usual one alone. */
function partsOfWords({ vocabulary }: SectionIndex): { first: string; text: string }[] {
  const lines = inOrder(vocabulary).map(([word, times]) => ({
    // Of a large site, what begins alike lies in one part, so that one is enough for a word.
    first: vocabulary.size > FEW_WORDS ? [...word][0]! : '',
    line: `${word} ${Math.round(Math.log2(times))}`,
  }));
  return [...Map.groupBy(lines, ({ first }) => first)].map(([first, own]) => ({
    first,
    text: own.map(({ line }) => line).join('\n'),
  }));
}
