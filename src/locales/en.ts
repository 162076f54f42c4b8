import { plural } from './plural.ts';

/** Every sentence of the interface; its shape is the contract for the other languages. */
export const en = {
  search: {
    label: 'Search the help center',
    submit: 'Search',
  },
  article: {
    minutesToRead: (n: number) =>
      plural('en', n, { one: `${n} minute to read`, other: `${n} minutes to read` }),
  },
};

export type Messages = typeof en;
