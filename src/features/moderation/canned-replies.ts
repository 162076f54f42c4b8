import {
  PLACEHOLDER,
  type CannedReply,
  type Placeholder,
} from '#src/features/content/community-policy.ts';

/** The replies to choose from on a page of `locale`: its own, or the default locale's. */
export function repliesFor(
  replies: CannedReply[],
  locale: string,
  defaultLocale: string,
): CannedReply[] {
  const own = replies.filter((reply) => reply.locale === locale);
  return own.length > 0 ? own : replies.filter((reply) => reply.locale === defaultLocale);
}

/** Signs that would make more than a name of a name. */
const MARKUP = /[\\`*_[\]<>#|~@]/g;

/** A reply's Markdown with its placeholders filled in. */
export function fillReply(text: string, values: Record<Placeholder, string>): string {
  const known: Record<string, string | undefined> = values;
  return text
    .replace(PLACEHOLDER, (all, name: string) => known[name]?.replace(MARKUP, '\\$&') ?? all)
    .trim();
}
