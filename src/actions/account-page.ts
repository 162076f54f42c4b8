import { isInputError, type ActionError } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import { localePath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import type { Messages } from '#src/locales/en.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { sentForm } from './sent-form.ts';

/** What a form shows again after it was refused. */
export interface FormState {
  typed(name: string): string;
  /** What is wrong with a field. */
  fault(name: string): string | undefined;
  /** What is wrong with the whole. */
  sentence: string | undefined;
}

/** A page about an account, in one locale. */
export interface AccountPage {
  site: SiteFacts;
  locale: string;
  words: Messages['accounts'];
  /** One of the site's paths in this locale. */
  path(path: string): string;
}

/**
 * Begins a page about an account, which no cache may keep.
 * @returns undefined when there is no such page in this locale
 */
export async function accountPage(astro: AstroGlobal): Promise<AccountPage | undefined> {
  const { site } = await manifest();
  const { locale = site.defaultLocale } = astro.params;
  const isCanonical = astro.params['locale'] !== site.defaultLocale;
  if (!isCanonical || !site.locales.includes(locale)) return undefined;
  astro.response.headers.set('Cache-Control', 'no-store');
  const words = messagesFor(locale).accounts;
  return { site, locale, words, path: (path) => localePath(site, locale, path) };
}

/** A form as it was sent, with what is wrong with it; empty when it was not. */
export async function formState(
  request: Request,
  error: ActionError | undefined,
  words: Messages['accounts'],
): Promise<FormState> {
  const form = request.method === 'POST' ? await sentForm(request) : new FormData();
  const faults: Record<string, string[] | undefined> = isInputError(error) ? error.fields : {};
  return {
    typed(name) {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    },
    fault: (name) => faults[name]?.[0],
    sentence: error && (isInputError(error) ? words.mendFields : error.message),
  };
}
