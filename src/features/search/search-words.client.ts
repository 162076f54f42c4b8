import type { Messages } from '#src/locales/en.ts';

const languages: Record<string, () => Promise<Messages>> = {
  ar: async () => (await import('#src/locales/ar.ts')).ar,
  de: async () => (await import('#src/locales/de.ts')).de,
  en: async () => (await import('#src/locales/en.ts')).en,
  ja: async () => (await import('#src/locales/ja.ts')).ja,
};

/** The search's sentences in the language of the page; only that language is fetched. */
export async function searchWords(): Promise<Messages['search']> {
  const language = document.documentElement.lang.split('-')[0] ?? 'en';
  const messages = languages[language] ?? languages['en'];
  if (!messages) throw new Error('no sentences');
  return (await messages()).search;
}
