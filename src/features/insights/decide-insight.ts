import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { mayReadInsights } from '#src/features/accounts/api-token.ts';
import { permit } from '#src/features/community/permitted.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import type { Author } from '#src/features/content/content.ts';
import { takeWaiting } from '#src/features/feedback/waiting-readers.store.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import {
  isClosed,
  mayDecideInsight,
  MOST_SUBJECTS,
  STATE_NOTE_LENGTH,
  TARGET_LENGTH,
  type State,
  type StateKind,
} from './insight-state.ts';
import { findSubjects, putStates } from './insight-states.store.ts';
import { ownHandle } from './own-handle.ts';
import { tellReaders } from './tell-readers.ts';

/** What somebody decides. */
export interface Decision {
  kind: StateKind;
  /** Several where they are ways of saying one thing; at most `MOST_SUBJECTS`. */
  subjects: string[];
  state: State;
  note: string;
  /** Where a missing address is to lead: a path of this site; empty for nowhere. */
  target?: string | undefined;
  /** Whether readers who left an address are told, once it is closed. */
  tells?: boolean | undefined;
}

const isPath = (target: string) => /^\/(?![/\\])\S*$/.test(target);

function checked(
  { kind, subjects, state, ...typed }: Decision,
  locale: string,
): Required<Omit<Decision, 'target' | 'tells'>> & { target: string | null } {
  const words = messagesFor(locale).insights.decide;
  const note = typed.note.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').trim();
  const target = (kind === 'missing-page' && typed.target?.trim()) || null;
  if (subjects.length === 0 || subjects.length > MOST_SUBJECTS) throw new NotFound();
  if (subjects.some((subject) => subject.includes('\0'))) throw new NotFound();
  if (note.length > STATE_NOTE_LENGTH) {
    throw new InvalidInput({ note: words.noteTooLong(STATE_NOTE_LENGTH) });
  }
  if (target !== null && (target.length > TARGET_LENGTH || !isPath(target))) {
    throw new InvalidInput({ target: words.targetShape });
  }
  return { kind, subjects: [...new Set(subjects)], state, note, target };
}

/**
 * Keeps what somebody decides about a comment, a search or a missing page.
 * @param from.authors of authors.yml; they decide whose articles are an author's
 * @param from.site as mails name it
 * @param locale of the sentences
 * @throws NotSignedIn, NotAllowed, InvalidInput, NotFound
 */
export async function decideInsight(
  db: Kysely<Database>,
  actor: Actor | undefined,
  decision: Decision,
  { authors, site }: { authors: Author[]; site: MailSite },
  locale: string,
  now: Date,
): Promise<void> {
  permit(actor, mayReadInsights(actor));
  const { kind, subjects, ...state } = checked(decision, locale);
  await db.transaction().execute(async (trx) => {
    const found = await findSubjects(trx, kind, subjects);
    const own = await ownHandle(trx, actor, authors);
    const isOwn = own !== undefined && found.every(({ owner }) => owner === own);
    permit(actor, mayDecideInsight(actor, { kind, isOwn }));
    if (found.length < subjects.length) throw new NotFound();
    await putStates(trx, kind, subjects, state, actor.id, now);
    if (kind === 'missing-page' || !isClosed(state.state)) return;
    if (decision.tells) {
      const news = { kind, subjects, message: state.note, writtenIn: locale };
      await tellReaders(trx, news, site, now);
    } else if (state.state === 'dismissed') await takeWaiting(trx, kind, subjects);
  });
}
