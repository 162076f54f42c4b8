import { topicWords, writtenWords } from '#src/features/search/topic-words.ts';

/** Something that people wrote, and how many of them. */
export interface WeighedText {
  text: string;
  locale: string;
  people: number;
  /** What it led to, if anything: of two texts that led to the same, one is about the other. */
  ledTo: string[];
}

/** Texts of one meaning, the one of most people first. */
export interface Cluster<Text extends WeighedText> {
  locale: string;
  texts: Text[];
  people: number;
}

/** Texts stand together when they share so much of what they are about. */
const ALIKE = 0.5;
/** As much of a text's weight stands in another one that says all of it. */
const CONTAINED = 0.95;
/** What two texts led to says as much as a word that both have. */
const LED_TO_WEIGHT = 1;

type Vector = Map<string, number>;

/**
 * How much two texts are about the same, from 0 to 1: the cosine of what they are about, and enough
 * where one says all that the other says, as a question's title says all of a short query.
 */
function likeness(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  let shared = 0;
  for (const [feature, weight] of small) {
    const other = large.get(feature);
    if (other === undefined) continue;
    sum += weight * other;
    shared += weight ** 2;
  }
  return shared >= CONTAINED ? Math.max(sum, ALIKE) : sum;
}

function unit(vector: Vector): Vector {
  const length = Math.hypot(...vector.values());
  return new Map([...vector].map(([feature, weight]) => [feature, weight / length]));
}

/**
 * Puts texts of one meaning together: those that share the words that say what they are about,
 * rare ones counting more, or that led to the same articles. Each joins the first cluster whose
 * foremost text it resembles; the texts of most people found clusters, and name them.
 */
export function clusterTexts<Text extends WeighedText>(texts: Text[]): Cluster<Text>[] {
  const clusters: (Cluster<Text> & { vector: Vector })[] = [];
  for (const [locale, own] of Map.groupBy(texts, (one) => one.locale)) {
    const written = new Set(own.flatMap(({ text }) => writtenWords(text, locale)));
    const topics = own.map(({ text }) => topicWords(text, locale, (word) => written.has(word)));
    const usedBy = new Map<string, number>();
    for (const words of topics) {
      for (const word of new Set(words)) usedBy.set(word, (usedBy.get(word) ?? 0) + 1);
    }
    const vectors = own.map(({ ledTo }, at) => {
      const vector: Vector = new Map();
      for (const word of topics[at]!) {
        vector.set(word, Math.log(1 + own.length / (usedBy.get(word) ?? 1)));
      }
      const heaviest = Math.max(1, ...vector.values());
      for (const place of ledTo) vector.set(`→${place}`, heaviest * LED_TO_WEIGHT);
      return unit(vector);
    });
    const inOrder = own
      .map((text, at) => ({ text, vector: vectors[at]! }))
      .sort((a, b) => b.text.people - a.text.people || (a.text.text < b.text.text ? -1 : 1));
    const founded: typeof clusters = [];
    for (const { text, vector } of inOrder) {
      const alike = founded
        .map((cluster) => ({ cluster, by: likeness(cluster.vector, vector) }))
        .reduce((best, one) => (one.by > best.by ? one : best), {
          cluster: undefined as (typeof founded)[number] | undefined,
          by: ALIKE - 1e-9,
        }).cluster;
      if (alike) {
        alike.texts.push(text);
        alike.people += text.people;
      } else founded.push({ locale, texts: [text], people: text.people, vector });
    }
    clusters.push(...founded);
  }
  return clusters
    .map(({ locale, texts, people }) => ({ locale, texts, people }))
    .sort((a, b) => b.people - a.people || (a.texts[0]!.text < b.texts[0]!.text ? -1 : 1));
}
