import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SafeHtml } from '#src/components/html.ts';
import { knownHandles } from '#src/features/accounts/known-handles.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { mentionsOfText } from '#src/server/mention.ts';

/** More names are not looked up; nobody speaks to so many at once. */
const MOST_MENTIONS = 50;

/** HTML of what a member wrote, in which the handles of members lead to their pages. */
export async function renderWriting(db: Kysely<Database>, markdown: string): Promise<SafeHtml> {
  const named = new Set(mentionsOfText(markdown).map(({ handle }) => handle));
  const handles = await knownHandles(db, [...named].slice(0, MOST_MENTIONS));
  return renderMarkdown(markdown, handles);
}
