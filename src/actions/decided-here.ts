import { actions } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import type { RefusedDecision } from '#src/features/insights/insight-state.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { formState } from './account-page.ts';

/** Where forms about states go on a page, and what became of the one that it was sent. */
export interface DecidedHere {
  /** The address to send them to, which keeps what the page is limited to. */
  action: string;
  refused: RefusedDecision | undefined;
}

/**
 * Takes what was decided on a page of insights.
 * @returns the way back to the page once it is done
 */
export async function decidedHere(
  astro: AstroGlobal,
  locale: string,
): Promise<DecidedHere | Response> {
  const query = new URLSearchParams(astro.url.searchParams);
  query.delete('_action');
  const page = astro.url.pathname + (query.size > 0 ? `?${query}` : '');
  const result = astro.getActionResult(actions.insights.decide);
  if (result && !result.error) return astro.redirect(page, 303);
  const deed = String(actions.insights.decide);
  const { typed, sentence } = await formState(
    astro.request,
    result?.error,
    messagesFor(locale).accounts,
  );
  return {
    action: query.size > 0 ? `${page}&${deed.slice(1)}` : page + deed,
    refused:
      sentence === undefined
        ? undefined
        : { subject: typed('subject'), state: typed('state'), note: typed('note'), sentence },
  };
}
