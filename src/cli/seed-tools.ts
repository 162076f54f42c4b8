import type { SeedTools } from '#db/seed.ts';
import { hashPassword } from '#src/features/accounts/password.ts';
import { renderMarkdown } from '#src/server/markdown.ts';

/** The password of all invented members; only where they were sown, which is never a real site. */
export const DEMO_PASSWORD = 'look around freely';

/** What the seeds of the database's wing need of ours. */
export async function seedTools(): Promise<SeedTools> {
  return { render: renderMarkdown, passwordHash: await hashPassword(DEMO_PASSWORD) };
}
