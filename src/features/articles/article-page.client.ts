// What an article gains with JavaScript: contents that follow the reading, copy buttons,
// remembered tabs, videos in place, printing. Everything can be read without it.

const words = document.querySelector<HTMLTemplateElement>('#article-words')?.dataset ?? {};
const all = <T extends Element = HTMLElement>(selector: string) =>
  document.querySelectorAll<T>(selector);

async function copy(button: HTMLElement, text: string, before: string | undefined) {
  await navigator.clipboard.writeText(text);
  button.textContent = words['copied'] ?? '';
  setTimeout(() => (button.textContent = before ?? ''), 2000);
}

const links = new Map(
  [...all<HTMLAnchorElement>('nav.toc a')].map((link) => [link.hash.slice(1), link]),
);
if (links.size > 0) {
  const headings = [...links.keys()].map((id) => document.getElementById(decodeURIComponent(id)));
  const follow = () => {
    // The last heading above a third of the window is the section being read.
    const line = innerHeight / 3;
    const reading = headings.findLast(
      (heading) => heading && heading.getBoundingClientRect().top < line,
    );
    for (const [id, link] of links) {
      if (reading && decodeURIComponent(id) === reading.id)
        link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  addEventListener('scroll', () => requestAnimationFrame(follow), { passive: true });
  follow();
}

if (navigator.clipboard) {
  for (const figure of all('.prose .code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button copy';
    button.textContent = words['copy'] ?? '';
    button.onclick = () =>
      copy(button, figure.querySelector('code')?.textContent ?? '', words['copy']);
    figure.append(button);
  }
  for (const link of all<HTMLAnchorElement>('[data-copy-markdown]')) {
    const label = link.querySelector('span');
    if (!label) continue;
    label.textContent = link.dataset['copy'] ?? '';
    link.onclick = (event) => {
      event.preventDefault();
      fetch(link.href)
        .then((response) => (response.ok ? response.text() : Promise.reject(new Error())))
        .then((text) => copy(label, text, link.dataset['copy']))
        .catch(() => location.assign(link.href));
    };
  }
}

addEventListener('change', ({ target }) => {
  const radio = target as HTMLInputElement;
  const group = radio.closest<HTMLElement>('.tabs')?.dataset['group'];
  const chosen = radio.nextElementSibling?.textContent;
  if (!group || !chosen || !radio.matches('.tab > input')) return;
  // All tabs of a group go together, here and, remembered, in other articles.
  for (const label of all(`.tabs[data-group="${CSS.escape(group)}"] > .tab > label`)) {
    if (label.textContent === chosen)
      (label.previousElementSibling as HTMLInputElement).checked = true;
  }
  try {
    localStorage.setItem(`tabs:${group}`, chosen);
  } catch {
    // Storage is switched off: the choice lasts as long as the page.
  }
});

for (const cover of all<HTMLAnchorElement>('.video-cover')) {
  cover.onclick = (event) => {
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = cover.dataset['embed'] ?? '';
    frame.title = cover.textContent?.trim() ?? '';
    frame.allow = 'autoplay; fullscreen; picture-in-picture';
    cover.replaceWith(frame);
    frame.focus();
  };
}

for (const item of all('[data-print]')) {
  item.hidden = false;
  item.onclick = () => print();
}
