// What every page tells of its reader when it is hidden: how long an article was in sight, which way
// of contact was chosen, and what other scripts tell by `tellEvent`. Nothing is stored.
import type { Told } from './beacon.ts';

declare global {
  interface WindowEventMap {
    'helpmark:event': CustomEvent<Told>;
  }
  interface Document {
    readonly prerendering?: boolean;
  }
}

/** As many as the server takes at once. */
const MOST = 20;
/** Milliseconds without a sign of the reader that count as reading: after them, nobody may be there. */
const PATIENCE = 60_000;
const SIGNS = ['scroll', 'keydown', 'pointermove', 'pointerdown'];

const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
  globalPrivacyControl?: boolean;
};
const { lang: locale } = document.documentElement;
const { article, revision } = document.querySelector<HTMLElement>('[data-article]')?.dataset ?? {};
let page: number;
let opened: number;
/** What is to be told, with the moment at which it happened. */
let waiting: (Told & { at?: number })[];
/** Milliseconds in sight so far, and the seconds that were told of them. */
let seen: number;
let told: number;
/** When the reader gave the last sign; undefined while the page is out of sight. */
let sign: number | undefined;

const isHidden = () => document.visibilityState === 'hidden';

function open(): void {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  page = high * 2 ** 20 + (low >>> 12);
  opened = Date.now();
  waiting = [];
  seen = 0;
  told = -1;
  sign = isHidden() ? undefined : performance.now();
}

/** Counts the time since the last sign of the reader. */
function count(): void {
  if (sign === undefined) return;
  const now = performance.now();
  seen += Math.min(now - sign, PATIENCE);
  sign = now;
}

function send(): void {
  while (waiting.length) {
    const events = waiting
      .splice(0, MOST)
      .map(({ at, ...event }) => ({ ...event, ago: at && Math.round((Date.now() - at) / 1000) }));
    navigator.sendBeacon('/events', JSON.stringify({ locale, page, opened, revision, events }));
  }
}

function hide(): void {
  count();
  sign = undefined;
  const seconds = Math.floor(seen / 1000);
  // A page that was opened behind others and never looked at has no reader.
  if (article && seen > 0 && seconds > told)
    waiting.push({ kind: 'article-viewed', article, seconds });
  told = seconds;
  send();
}

function begin(): void {
  open();
  for (const name of SIGNS) addEventListener(name, count, { passive: true, capture: true });
  document.addEventListener('visibilitychange', () => {
    if (isHidden()) hide();
    else sign = performance.now();
  });
  addEventListener('pagehide', hide);
  // A page that comes back as it was left is opened once more.
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  addEventListener('helpmark:event', ({ detail }) => {
    waiting.push({ ...detail, at: Date.now() });
    // What is told while the page goes away would wait for good.
    if (sign === undefined) send();
  });
  for (const name of ['click', 'auxclick'] as const) {
    addEventListener(name, ({ target, button }) => {
      const link = (target as Element).closest<HTMLElement>('[data-channel]');
      const channel = link?.dataset['channel'];
      if (channel && button < 2) waiting.push({ kind: 'contact-clicked', channel, at: Date.now() });
    });
  }
}

// The server would not write it down anyway.
if (doNotTrack !== '1' && !globalPrivacyControl) {
  // A page that is made ahead has no reader yet.
  if (document.prerendering) document.addEventListener('prerenderingchange', begin, { once: true });
  else begin();
}
