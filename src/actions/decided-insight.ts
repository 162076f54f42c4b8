import { actions, isInputError } from 'astro:actions';
import type { AstroGlobal } from 'astro';
import { commentAnchor } from '#src/features/insights/comment-anchor.ts';
import { refusedDecision, type RefusedDecision } from '#src/features/insights/refused-decision.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { sentForm } from './sent-form.ts';

/** Of a page on which something can be decided about. */
export interface DecidedPage {
  /** Its address with its query, for forms to be sent to. */
  at: string;
  /** Whether it was just led back to. */
  isSaved: boolean;
  refused: RefusedDecision | undefined;
}

/**
 * Deals with a decision that a page was sent.
 * @returns the way back to where it was taken, once it is
 */
export async function decidedInsight(
  astro: AstroGlobal,
  locale: string,
): Promise<DecidedPage | Response> {
  const { pathname, searchParams } = astro.url;
  const query = new URLSearchParams(searchParams);
  query.delete('_action');
  query.delete('saved');
  const result = astro.getActionResult(actions.insights.decide);
  if (result?.data) {
    query.set('saved', '');
    return astro.redirect(`${pathname}?${query}#${commentAnchor(result.data.subject ?? '')}`, 303);
  }
  const at = query.size > 0 ? `${pathname}?${query}` : pathname;
  const isSaved = searchParams.has('saved');
  if (!result?.error) return { at, isSaved, refused: undefined };
  const sentence = isInputError(result.error)
    ? messagesFor(locale).community.errors.invalid
    : result.error.message;
  return {
    at,
    isSaved: false,
    refused: refusedDecision(await sentForm(astro.request), sentence),
  };
}
