// On a page for missing addresses that was built ahead, the browser looks for what comes close.
import { loadEngine } from './engine-browser.ts';
import { missingWords } from './missing-words.ts';
import { findArticles } from './query.ts';
import { element } from './search-options.client.ts';
import { suggestArticles } from './suggest-articles.ts';

const box = document.querySelector<HTMLElement>('.suggested[data-text]')!;
const query = missingWords(location.pathname, (box.dataset['locales'] ?? '').split(' ')).join(' ');

if (query !== '') {
  const engine = await loadEngine();
  const articles = await suggestArticles((request) => findArticles(engine, request), query);
  if (articles.length > 0) {
    const links = articles.map(({ title, url }) =>
      element('li', {}, element('a', { href: url }, title.map(({ text }) => text).join(''))),
    );
    box.replaceChildren(element('p', {}, box.dataset['text'] ?? ''), element('ul', {}, ...links));
  }
}
