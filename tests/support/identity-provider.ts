import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import Provider, { type Configuration } from 'oidc-provider';

/** What the provider tells of somebody, by the name that they sign in with there. */
export type People = Record<
  string,
  { email?: string; email_verified?: boolean | string; name?: string }
>;

export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** May be changed at any time. */
  people: People;
  close(): Promise<void>;
}

interface Client {
  clientId: string;
  clientSecret: string;
}

const SCOPE = 'openid email profile';
const cancelled = { error: 'access_denied', error_description: 'somebody said no' };

const page = `<!doctype html><html lang="en"><title>The provider</title><h1>The provider</h1>
<form method="post"><label>Name <input name="login"></label>
<button name="deed" value="enter">Enter</button><button name="deed" value="cancel">Cancel</button>
</form></html>`;

async function bodyOf(request: http.IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

/** A real provider of OpenID Connect, whose sign-in page believes any name. */
export async function identityProvider(
  port: number,
  redirectUri: string,
  { clientId = 'helpmark', clientSecret = 'a secret' }: Partial<Client> = {},
): Promise<IdentityProvider> {
  const issuer = `http://localhost:${port}`;
  const people: People = {};
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const configuration: Configuration = {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' } as never] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people[sub] }),
    }),
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      if (!accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId, accountId });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
  };
  const provider = new Provider(issuer, configuration);
  const protocol = provider.callback();

  const server = http.createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void protocol(request, response);
    if (request.method !== 'POST') {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
      return;
    }
    void bodyOf(request).then((form) => {
      const result =
        form.get('deed') === 'cancel'
          ? cancelled
          : { login: { accountId: form.get('login') ?? '' } };
      return provider.interactionFinished(request, response, result);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    issuer,
    clientId,
    clientSecret,
    people,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Goes through the provider as a browser does.
 * @param login absent for somebody who presses Cancel
 * @returns where the provider sends the browser in the end
 */
export async function passProvider(url: string, login: string | undefined): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = new URL(url);
  const { origin } = at;
  let form: URLSearchParams | undefined;
  for (let steps = 0; steps < 10 && at.origin === origin; steps += 1) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    const isForm = !location && answer.ok;
    if (!location && !isForm) throw new Error(`${answer.status} ${await answer.text()}`);
    form = isForm
      ? new URLSearchParams(login === undefined ? { deed: 'cancel' } : { deed: 'enter', login })
      : undefined;
    if (location) at = new URL(location, at);
  }
  return at;
}
