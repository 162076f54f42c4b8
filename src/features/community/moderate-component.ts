import type { Locales } from '#src/features/articles/address.ts';
import type { ShownAnswer, ShownComment, ShownQuestion } from './question-page.ts';

/**
 * What stands at each text for those who moderate. It is handed down by the page: moderation is a
 * later room, which the community knows nothing of.
 */
export type ModerateComponent = (
  props: { site: Locales; locale: string } & (
    | { noun: 'question'; writing: ShownQuestion }
    | { noun: 'answer'; writing: ShownAnswer }
    | { noun: 'comment'; writing: ShownComment }
  ),
) => unknown;
