import type { Messages } from './en.ts';
import { plural } from './plural.ts';

export const de: Messages = {
  search: {
    label: 'Hilfe durchsuchen',
    submit: 'Suchen',
  },
  article: {
    minutesToRead: (n) =>
      plural('de', n, { one: `${n} Minute Lesezeit`, other: `${n} Minuten Lesezeit` }),
  },
};
