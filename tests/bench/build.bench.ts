import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { instance, run } from './instance.ts';
import { articleFile, makeArticles } from './make-articles.ts';
import type { Figure } from './measure.ts';

const ARTICLES = 5000;

/** Building 5,000 articles from nothing, and again after one change. */
export async function measureBuild(say: (line: string) => void): Promise<Figure[]> {
  const contentDir = await mkdtemp(path.join(tmpdir(), 'helpmark-articles-'));
  const site = await instance(contentDir);
  try {
    say(`writing ${ARTICLES} articles …`);
    await makeArticles(contentDir, ARTICLES);
    say('building them …');
    const first = await run('src/cli/build.ts', site);
    say(`${first.seconds.toFixed(1)} s; changing one and building again …`);
    await appendFile(path.join(contentDir, articleFile(1234)), '\nOne more sentence.\n');
    const second = await run('src/cli/build.ts', site);
    return [
      { what: 'build of 5,000 articles', value: first.seconds, unit: 's', bar: { most: 40 } },
      { what: 'its peak memory', value: first.megabytes, unit: 'MB', bar: { most: 2000 } },
      { what: 'rebuild after one change', value: second.seconds, unit: 's', bar: { most: 20 } },
      {
        what: 'rebuild ÷ build',
        value: second.seconds / first.seconds,
        unit: '×',
        bar: { most: 0.5 },
      },
    ];
  } finally {
    await site.remove();
    await rm(contentDir, { recursive: true, force: true });
  }
}
