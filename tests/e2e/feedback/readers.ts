import { execFileSync } from 'node:child_process';
import type { APIRequestContext, Locator } from '@playwright/test';
import { url, webServer } from '#tests/support/e2e-site.ts';

let readers = 0;

/**
 * The name of a browser that no other reader of this run has, so that nobody's vote takes the
 * place of another's. (The one that Chromium gives itself here says that it is a program, and a
 * program's votes do not count.)
 */
export function newBrowserName(): string {
  readers += 1;
  const number = `${process.pid}.${readers}`;
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.${number} Safari/537.36`;
}

interface Report {
  category: string;
  slug: string;
  locale: string;
  n: number;
  yes: number;
  comments: { comment: string; reason: string | null; section: string | null; locale: string }[];
}

/** What the writer of an article is told, by the command that they use. */
export function reportOn(file: string): Report {
  const output = execFileSync(process.execPath, ['src/cli/insights.ts', file, '--json'], {
    cwd: webServer.cwd,
    env: webServer.env,
    encoding: 'utf8',
  });
  const [report] = JSON.parse(output) as Report[];
  if (!report) throw new Error(`nothing is reported on ${file}`);
  return report;
}

/** Waits as long as a person would at least need for a form; what is faster is taken for a program. */
export const takeTime = () => new Promise((resolve) => setTimeout(resolve, 1200));

/** The revision that an article's page carries. */
export async function revisionOf(request: APIRequestContext, path: string): Promise<string> {
  const page = await (await request.get(path)).text();
  return /name="revision" value="([0-9a-f]{16})"/.exec(page)?.[1] ?? '';
}

/** What a browser sends with a form of this site. */
export const ofThisSite = { Origin: url };

/** The second form, which appears after a vote. */
export const reasonsIn = (box: Locator) =>
  box.locator('form').filter({ has: box.locator('textarea') });
