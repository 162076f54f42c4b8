import fs from 'node:fs';
import path from 'node:path';
import { ConfigurationError, type Env } from '#src/server/env.ts';

/** @throws ConfigurationError when there is nothing to publish where the configuration points */
export function assertContentDir({ CONTENT_DIR }: Pick<Env, 'CONTENT_DIR'>): void {
  if (fs.existsSync(path.join(CONTENT_DIR, 'articles'))) return;
  throw new ConfigurationError(
    `CONTENT_DIR: expected a folder that holds a folder "articles", but got "${CONTENT_DIR}"`,
  );
}
