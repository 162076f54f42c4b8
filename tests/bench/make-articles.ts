import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Wording } from './make-words.ts';

const WORDS =
  'account address answer article browser button cancel category change choose click code connect copy customer database delete device download edit email error export file find folder follow format group help history image import index install invite invoice key language link list login mail member menu message mobile month move name notice number open order owner page password payment phone picture plan policy print privacy profile question reader receive refund remove rename renew repeat reply report request reset restore return save search section select send server setting share sign start status step store switch table team template text time title token topic translate transfer turn update upgrade upload user verify version video view visit week window word work write year'.split(
    ' ',
  );
const CATEGORIES = 40;
const WORDS_EACH = 600;
const SECTIONS = 5;

/** A linear congruential generator: the same seed gives the same articles on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    return state % below;
  };
}

const place = (index: number) => ({
  category: `shelf-${index % CATEGORIES}`,
  slug: `article-${index}`,
});

function article(index: number, count: number, wording?: Wording): string {
  const random = randomFrom(index + 1);
  const few: Wording = (n) => Array.from({ length: n }, () => WORDS[random(WORDS.length)] ?? '');
  const words = (n: number, isTelling?: boolean) => (wording ?? few)(n, isTelling).join(' ');
  const link = () => {
    const { category, slug } = place(random(count));
    return `[${words(2)}](../${category}/${slug}.md)`;
  };
  const section = (n: number) =>
    [
      `## ${words(3, true)} ${n}`,
      `${words(50)} ${link()}.`,
      `| ${words(1)} | ${words(1)} |\n| --- | --- |\n| ${words(2)} | ${words(3)} |\n| ${words(2)} | ${words(3)} |`,
      `${words(WORDS_EACH / SECTIONS - 70)} ${link()}.`,
    ].join('\n\n');
  const sections = Array.from({ length: SECTIONS }, (_, n) => section(n + 1));
  return `---\ntitle: ${words(4, true)} ${index}\ndescription: ${words(9)}\nupdated: 2026-01-01\n---\n\n${sections.join('\n\n')}\n`;
}

/** The file of the article with this number, relative to the content folder. */
export function articleFile(index: number): string {
  const { category, slug } = place(index);
  return path.join('articles', 'en', category, `${slug}.md`);
}

/**
 * Fills a content folder with articles of 600 words, with headings, links and tables.
 * @param wordingOf the words of an article by its number; by default some 150, all as usual
 */
export async function makeArticles(
  contentDir: string,
  count: number,
  wordingOf?: (index: number) => Wording,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const file = path.join(contentDir, articleFile(index));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, article(index, count, wordingOf?.(index)));
  }
}
