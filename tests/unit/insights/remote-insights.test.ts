import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { remoteInsights, SiteRefused } from '#src/features/insights/remote-insights.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const one of servers.splice(0)) one.close();
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('a token goes to the site that it is for, and nowhere that it leads to', async () => {
  let led = 0;
  const other = await serving((_, response) => {
    led += 1;
    response.end('{"rows":[],"next":null,"examples":0,"setAside":0}');
  });
  const site = await serving((_, response) => {
    response.writeHead(302, { location: other }).end();
  });
  const asked = remoteInsights(site, 'helpmark_x').digests({ period: 'month' });
  await expect(asked).rejects.toThrow(SiteRefused);
  expect(led).toBe(0);
});
