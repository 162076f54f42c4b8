// Marks the words of a search in the article that it led to, without touching the article itself,
// and leads the reader from one to the next.
import { foundWordsBar } from './found-words-bar.client.ts';
import css from './found-words.css?inline';
import { loadLanguage } from './language.ts';
import { forgetSearch, RESULT_HERE, searchBefore } from './search-before.client.ts';
import { searchWords } from './search-words.client.ts';
import { wordPlaces } from './word-places.ts';

const ALL = 'found-words';
const PRESENT = 'found-word';
/** Signs of the text around a place that a screen reader is told. */
const AROUND = 160;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);

/** The texts of an article that are read; scripts stand among them. */
function* textsOf(article: HTMLElement): Iterable<Text> {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest('script, style, .anchor')) yield text;
  }
}

const rangeOf = (text: Text, { start, end }: { start: number; end: number }) => {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
};

/** Opens what a place is hidden in, and brings it into sight if it is not. */
function bringIntoSight(place: Range, bar: number): void {
  const inside = place.startContainer.parentElement;
  for (let around = inside; around; around = around.parentElement) {
    if (around instanceof HTMLDetailsElement) around.open = true;
    const tab = around.matches('.tab') && around.querySelector<HTMLInputElement>(':scope > input');
    if (tab) tab.checked = true;
  }
  for (let around = inside; around; around = around.parentElement) {
    const box = around.getBoundingClientRect();
    const { left, right } = place.getBoundingClientRect();
    // Code and tables that are wider than the text.
    if (around.scrollWidth > around.clientWidth && (left < box.left || right > box.right)) {
      around.scrollLeft += (left + right - box.left - box.right) / 2;
    }
  }
  const { top, bottom } = place.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight - bar) scrollTo({ top: scrollY + top - innerHeight / 3 });
}

async function showFoundWords(): Promise<void> {
  const search = 'highlights' in CSS ? searchBefore() : undefined;
  const article = document.querySelector<HTMLElement>('[data-article] .prose');
  if (!search || !article) return;
  // As the index of the page's locale has it, which also holds texts that stand in for missing ones.
  const language = await loadLanguage(document.documentElement.lang, []);
  const terms = new Set(search.words);
  const places = [...textsOf(article)].flatMap((text) =>
    wordPlaces(text.data, terms, language).map((place) => rangeOf(text, place)),
  );
  CSS.highlights.delete(PRESENT);
  CSS.highlights.set(ALL, new Highlight(...places));
  if (places.length === 0) return;
  const section = document.querySelector(':target');
  const first = section ? places.findIndex((place) => place.comparePoint(section, 0) < 0) : 0;
  // Between two places, until the reader goes to one.
  let at = Math.max(first, 0) - 0.5;
  const goTo = (wanted: number) => {
    at = (wanted + places.length) % places.length;
    const place = places[at]!;
    const present = new Highlight(place);
    present.priority = 1;
    CSS.highlights.set(PRESENT, present);
    bringIntoSight(place, bar.height);
    const block = place.startContainer.parentElement?.closest('p, li, td, th, h2, h3, h4, pre');
    bar.tell(at, block?.textContent.trim().slice(0, AROUND) ?? '');
  };
  const bar = foundWordsBar(
    { query: search.query, count: places.length, isAtStart: at < 0 },
    (await searchWords()).foundWords,
    {
      next: () => goTo(Math.floor(at) + 1),
      previous: () => goTo(Math.ceil(at) - 1),
      remove() {
        forgetSearch();
        CSS.highlights.delete(ALL);
        CSS.highlights.delete(PRESENT);
      },
    },
  );
}

void showFoundWords();
// The browser is about to go to the section that the result is.
addEventListener(RESULT_HERE, () => setTimeout(showFoundWords));
