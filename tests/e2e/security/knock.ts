import { takeWritten, type WrittenRow } from '#tests/support/written-rows.ts';
import type { Asked, Row } from './permission-table.ts';
import type { Scene } from './scene.ts';
import { encoded, outcomeOf, visit, type Answer, type Sent } from './visit.ts';

/** What came of asking at a door. */
export interface Outcome {
  outcome: string;
  answer: Answer;
  written: WrittenRow[];
}

/** Written for everybody who comes, whatever becomes of it. */
const TRACES = ['rate_limits', 'visitor_salts'];

export const isAction = ({ door }: Row): boolean => /^\w+\.\w+$/.test(door);

/** Where a form for an action goes: to its page, as without JavaScript, or to the action itself. */
export function addressOf({ door }: Row, at: string, byScript: boolean): string {
  if (byScript) return `/_actions/${door}`;
  return `${at}${at.includes('?') ? '&' : '?'}_action=${door}`;
}

export function requestFor(row: Row, scene: Scene, asked: Asked, byScript: boolean): Sent {
  const { at, form, body, headers, cookie } = asked;
  const session = scene.actor && `session=${scene.actor.token}`;
  return {
    path: isAction(row) ? addressOf(row, at, byScript) : at,
    body: body ?? (form && encoded(form)),
    headers: {
      ...(cookie !== undefined && { Cookie: [session, cookie].filter(Boolean).join('; ') }),
      ...headers,
    },
  };
}

/** Sends a request and finds out what it has changed. */
export async function send(scene: Scene, request: Sent): Promise<Outcome> {
  await takeWritten(scene.site.db);
  const answer = await visit(scene, request);
  const written = await takeWritten(scene.site.db);
  return {
    outcome: outcomeOf(answer, request.body !== undefined),
    answer,
    written: written.filter(({ table }) => !TRACES.includes(table)),
  };
}

/** Asks what a row asks. */
export async function knock(row: Row, scene: Scene, byScript = false): Promise<Outcome> {
  const asked = await row.ask(scene);
  return send(scene, requestFor(row, scene, asked, byScript));
}

/** Whether what a row is to be seen by is there. */
export function isSeen(seen: string | RegExp, { answer, written }: Outcome): boolean {
  if (typeof seen !== 'string') {
    return seen.test([answer.location, answer.cookies, answer.text].join('\n'));
  }
  const [table, column] = seen.split('.');
  return written.some(
    (row) =>
      row.table === table &&
      (column === undefined ||
        JSON.stringify(row.was?.[column]) !== JSON.stringify(row.is?.[column])),
  );
}
