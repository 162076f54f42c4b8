import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import autocannon from 'autocannon';
import { freePort, instance, start, stop } from './instance.ts';
import { median, type Figure } from './measure.ts';

const ROUNDS = 5;
const SECONDS = 3;
const PAGE = '/articles/using/search';

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({
    url,
    connections: 50,
    duration: SECONDS,
    headers: { 'accept-encoding': 'gzip, br' },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url} failed under load`);
  return result.requests.average;
}

/** Our server beside the leanest one, in turns, so that a busy machine slows both. */
export async function measureStatic(say: (line: string) => void): Promise<Figure[]> {
  const site = await instance();
  say('starting the product …');
  const server = await start(site);
  const { readEnv } = await import('#src/server/env.ts');
  const port = await freePort();
  const folder = path.join(readEnv(site.env).BUILD_DIR, 'client');
  const peer = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'static-peer.ts'), folder, String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await once(peer.stdout, 'data');
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      ours.push(await requestsPerSecond(`http://127.0.0.1:${site.port}${PAGE}`));
      theirs.push(await requestsPerSecond(`http://127.0.0.1:${port}${PAGE}`));
      say(`round ${round}: ours ${ours.at(-1)}, sirv ${theirs.at(-1)} requests a second`);
    }
    const ratios = ours.map((value, round) => value / (theirs[round] ?? Number.NaN));
    return [
      { what: 'static page', value: median(ours), unit: 'requests/s' },
      { what: 'the same by sirv', value: median(theirs), unit: 'requests/s' },
      { what: 'ours ÷ sirv', value: median(ratios), unit: '×', bar: { least: 0.6 } },
    ];
  } finally {
    await stop(peer);
    await stop(server);
    await site.remove();
  }
}
