import { NotFound } from '#src/server/errors.ts';
import { feedbackTarget } from './feedback-target.ts';
import type { VoteForm } from './forms.ts';
import type { Ballot } from './give-feedback.ts';

/**
 * What a form says of which article.
 * @throws NotFound when there is no such article
 */
export async function ballotOf({
  locale,
  category,
  slug,
  revision,
  answer,
}: Omit<VoteForm, 'elapsed'>): Promise<Ballot> {
  const target = await feedbackTarget(locale, category, slug);
  if (!target) throw new NotFound();
  return { article: target.article, locale, revision, answer };
}
