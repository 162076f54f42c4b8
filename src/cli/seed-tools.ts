import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { SeedTools } from '#db/seed.ts';
import { hashPassword } from '#src/features/accounts/password.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { renderWriting } from '#src/features/community/render-writing.ts';
import { tellFollowers } from '#src/features/notifications/tell-followers.ts';
import type { Env } from '#src/server/env.ts';
import { progress } from './progress.ts';
import { CommandError } from './run-command.ts';
import { seedDeeds } from './seed-deeds.ts';

type Place = Pick<Env, 'DATA_DIR'>;

/**
 * The password of all invented members. Made by chance for this folder of data: one of them is an
 * admin, and what stands in our code everybody knows.
 */
export function examplePassword({ DATA_DIR }: Place): string {
  const file = path.join(DATA_DIR, 'example-password');
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    const password = randomBytes(9).toString('base64url');
    fs.mkdirSync(DATA_DIR, { recursive: true });
    fs.writeFileSync(file, password, { mode: 0o600 });
    return password;
  }
}

/** By which the invented newcomers' texts are held, like everybody's. */
const wordRules = () =>
  manifest().then(
    ({ community }) => community.wordRules,
    () => {
      throw new CommandError('There is no build to read the word rules from: npm run build');
    },
  );

/** What the seeds of the database's wing need of ours. */
export function seedTools(place: Place): SeedTools {
  return {
    render: renderWriting,
    tell: tellFollowers,
    actAs: (trx, actor, at) => seedDeeds(trx, actor, at, wordRules),
    say: progress.say,
    passwordHash: () => hashPassword(examplePassword(place)),
  };
}
