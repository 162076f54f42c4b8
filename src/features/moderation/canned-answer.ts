import { localePath, type Locales } from '#src/features/articles/address.ts';
import { fillReply } from './canned-replies.ts';

/** Who a canned reply is from, and what it is about. */
interface Occasion {
  /** Whom it answers. */
  name: string;
  moderator: string;
  question: string;
}

/** A canned reply as it stands in a form or a comment, in the language of a page. */
export function cannedAnswer(
  text: string,
  site: Locales,
  locale: string,
  { name, moderator, question }: Occasion,
): string {
  const guidelines = localePath(site, locale, '/community/guidelines');
  return fillReply(text, { name, moderator, question, guidelines });
}
