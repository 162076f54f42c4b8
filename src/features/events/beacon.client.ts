/** What a page tells; see `beacon.ts`. */
interface Told {
  kind: string;
  form: string;
  article?: string;
  question?: number;
  rank?: number;
}

const ADDRESS = '/events';
/** As many as the server takes at once. */
const MOST = 40;

const { doNotTrack, globalPrivacyControl } = navigator as Navigator & {
  globalPrivacyControl?: boolean;
};
/** The server would not write it down anyway. */
const isRefused = doNotTrack === '1' || globalPrivacyControl === true;
let waiting: Told[] = [];

/** Sends what is waiting, also while the page goes away. */
export function sendEvents(): void {
  while (waiting.length > 0) {
    const events = waiting.slice(0, MOST);
    waiting = waiting.slice(MOST);
    const { lang: locale } = document.documentElement;
    navigator.sendBeacon(ADDRESS, JSON.stringify({ locale, events }));
  }
}

/** Keeps an event until the page is hidden. */
export function tellEvent(event: Told): void {
  if (!isRefused) waiting.push(event);
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') sendEvents();
});
