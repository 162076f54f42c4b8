import type { ActionAPIContext } from 'astro:actions';
import { trapFor } from '#src/features/feedback/traps.ts';
import { setAside } from '#src/features/feedback/vote.ts';
import { database } from '#src/server/database.ts';

/** Whether a program sent the form; it is counted apart, and gets the answer that people get. */
export async function isTrapped(
  { request }: ActionAPIContext,
  honeypot: string | undefined,
  now: Date,
): Promise<boolean> {
  const userAgent = request.headers.get('user-agent') ?? '';
  const trap = trapFor({ userAgent, honeypot, elapsed: undefined });
  if (trap) await setAside(database(), trap, now);
  return trap !== undefined;
}
