import net from 'node:net';
import { freePort } from './instance.ts';

/** A proxy in front of a local port that counts what passes to the browser, headers included. */
export interface CountingProxy {
  port: number;
  /** Bytes since the last call. */
  take(): number;
  close(): void;
}

export async function countingProxy(target: number): Promise<CountingProxy> {
  let bytes = 0;
  const open = new Set<net.Socket>();
  const server = net.createServer((browser) => {
    const site = net.connect(target, '127.0.0.1');
    for (const socket of [browser, site]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
    site.on('data', (chunk) => (bytes += chunk.length));
    browser.pipe(site).pipe(browser);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    take() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
