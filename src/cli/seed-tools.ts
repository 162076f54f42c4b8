import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { SeedTools } from '#db/seed.ts';
import { hashPassword } from '#src/features/accounts/password.ts';
import type { Env } from '#src/server/env.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { progress } from './progress.ts';

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

/** What the seeds of the database's wing need of ours. */
export function seedTools(place: Place): SeedTools {
  return {
    render: renderMarkdown,
    say: progress.say,
    passwordHash: () => hashPassword(examplePassword(place)),
  };
}
