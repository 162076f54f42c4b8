import http from 'node:http';
import net from 'node:net';
import { ConfigurationError, type Env } from './env.ts';

type Place = Pick<Env, 'HOST' | 'PORT'>;

/**
 * `localhost` has two addresses, and browsers and tools do not agree which to try first.
 * The second may not exist on this machine.
 */
function addresses(host: string): { host: string; optional: boolean }[] {
  if (host !== 'localhost') return [{ host, optional: false }];
  return [
    { host: '127.0.0.1', optional: false },
    { host: '::1', optional: true },
  ];
}

/** Says by the variable's name why an address cannot be used. */
function explained(error: unknown, { HOST, PORT }: Place): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') {
    return new ConfigurationError(
      `PORT: expected a free port, but another program listens on ${PORT}; ` +
        `stop it, or choose another: PORT=${PORT < 65535 ? PORT + 1 : 4321} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new ConfigurationError(
      `PORT: expected a port that this account may use, but ${PORT} is reserved; choose one from 1024 up`,
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new ConfigurationError(
      `HOST: expected a name or address of this machine, such as localhost or 0.0.0.0, but got "${HOST}"`,
    );
  }
  return error;
}

function open<Server extends net.Server>(
  server: Server,
  host: string,
  port: number,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

/** Opens a server at each address; those that were opened are closed when one fails. */
async function openAll<Server extends net.Server>(
  place: Place,
  make: () => Server,
): Promise<Server[]> {
  const opened: Server[] = [];
  for (const { host, optional } of addresses(place.HOST)) {
    try {
      opened.push(await open(make(), host, place.PORT));
    } catch (error) {
      const absent = /EADDRNOTAVAIL|EAFNOSUPPORT/.test((error as NodeJS.ErrnoException).code ?? '');
      if (optional && absent) continue;
      for (const one of opened) one.close();
      throw explained(error, place);
    }
  }
  return opened;
}

/**
 * Finds out early whether `listen` would succeed.
 * @throws ConfigurationError naming the variable to change
 */
export async function assertPortIsFree(place: Place): Promise<void> {
  const opened = await openAll(place, () => net.createServer());
  await Promise.all(opened.map((one) => new Promise((resolve) => one.close(resolve))));
}

/** Where a reader on this machine finds the site. */
export function localUrl({ HOST, PORT }: Place): string {
  const anywhere = HOST === '0.0.0.0' || HOST === '::';
  const host = anywhere ? 'localhost' : net.isIPv6(HOST) ? `[${HOST}]` : HOST;
  return `http://${host}:${PORT}`;
}

/**
 * Listens on the configured address.
 * @throws ConfigurationError naming the variable to change
 */
export async function listen(
  place: Place,
  answer: http.RequestListener,
): Promise<{ close(patience: number): Promise<void> }> {
  const servers = await openAll(place, () => {
    const server = http.createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, answer);
    // Longer than a load balancer keeps its own side open, so that it never uses a closed one.
    server.keepAliveTimeout = 75_000;
    return server;
  });
  return {
    /** @param patience milliseconds after which requests that still run are cut off */
    async close(patience) {
      const late = setTimeout(() => servers.forEach((one) => one.closeAllConnections()), patience);
      await Promise.all(
        servers.map((one) => {
          const closed = new Promise((resolve) => one.close(resolve));
          one.closeIdleConnections();
          return closed;
        }),
      );
      clearTimeout(late);
    },
  };
}
