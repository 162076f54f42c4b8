import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { tellChange } from '#src/server/changes.ts';
import { InvalidInput, NotAllowed } from '#src/server/errors.ts';
import type { Actor } from './actor.ts';
import { faultsIn } from './faults.ts';
import { aboutFault, handleFault, nameFault, tidyAbout, tidyHandle, tidyName } from './member.ts';
import { updateProfile } from './members.store.ts';

export interface Profile {
  name: string;
  handle: string;
  about: string;
  locale: string;
}

/**
 * Changes what a member says of themselves, which everybody can read.
 * @param locales those that the site is written in
 * @throws InvalidInput with the fault of each field; NotAllowed while they are suspended
 */
export async function editProfile(
  db: Kysely<Database>,
  actor: Actor,
  { locale, ...typed }: Profile,
  locales: string[],
): Promise<void> {
  if (actor.suspendedUntil) throw new NotAllowed();
  const name = tidyName(typed.name);
  const handle = tidyHandle(typed.handle);
  const about = tidyAbout(typed.about);
  const faults = faultsIn({
    name: nameFault(name),
    // Whoever has a handle keeps it, also when it is reserved later.
    handle: handle === actor.handle ? undefined : handleFault(handle),
    about: aboutFault(about),
    locale: locales.includes(locale) ? undefined : 'localeUnknown',
  });
  if (faults) throw new InvalidInput(faults);
  const isFree = await updateProfile(db, actor.id, { name, handle, about, locale });
  if (!isFree) throw new InvalidInput({ handle: 'handleTaken' });
  // The name stands on pages of every kind.
  await tellChange(db, ['*']);
}
