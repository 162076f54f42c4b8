import { parkDraft } from '#src/features/community/park-draft.ts';
import { systemClock } from '#src/server/clock.ts';
import { database } from '#src/server/database.ts';
import { senderOf } from './sender-of.ts';

/**
 * The way back to a form whose text was refused because nobody is signed in: what was typed waits
 * there. When it cannot be kept, it is still in the form that is shown again.
 * @param path of the form's page, without query
 * @param anchor of the form on it
 */
export async function parkedWay(
  context: { request: Request; clientAddress: string },
  place: string,
  fields: Record<string, string>,
  path: string,
  anchor = '',
): Promise<string | undefined> {
  const now = systemClock();
  try {
    const { visitor } = await senderOf(context, now);
    const token = await parkDraft(database(), place, fields, visitor.network, now);
    return `${path}?draft=${token}${anchor}`;
  } catch {
    return undefined;
  }
}
