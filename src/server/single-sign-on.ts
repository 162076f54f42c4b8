import * as openid from 'openid-client';
import { z } from 'zod';
import type { Provider } from './provider.ts';
import { SignOnFailure, type SignOnProblem } from './sign-on-failure.ts';

/** What has to be the same when the browser comes back; nobody but it and us may know it. */
export interface Flow {
  state: string;
  nonce: string;
  verifier: string;
}

/** Whom the provider has recognised. */
export interface Person {
  issuer: string;
  /** Theirs at the issuer, for good. */
  subject: string;
  /** Absent unless the provider vouches that it is theirs. */
  email: string | undefined;
  /** As they are called there; may be empty. */
  name: string;
}

/** Seconds for any answer of the provider. */
const PATIENCE = 5;

// Clients are registered for the one that the standard makes the default, where a provider has it.
const authenticate: openid.ClientAuth = (server, client, body, headers) => {
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const byHeader = methods.includes('client_secret_basic');
  const method = byHeader ? openid.ClientSecretBasic : openid.ClientSecretPost;
  method(client.client_secret as string)(server, client, body, headers);
};

const known = new Map<string, Promise<openid.Configuration>>();

/** What the provider says of itself; asked for at the first use, and again after a failure. */
function discover({ issuer, clientId, clientSecret }: Provider): Promise<openid.Configuration> {
  const key = JSON.stringify([issuer, clientId, clientSecret]);
  const before = known.get(key);
  if (before) return before;
  const server = new URL(issuer);
  // The configuration allows http on this machine only.
  const execute = server.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  const asked = openid.discovery(server, clientId, clientSecret, authenticate, {
    execute,
    timeout: PATIENCE,
  });
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}

/**
 * Begins a sign-on: the browser is to be sent to `url`, and `flow` kept for its return.
 * @param redirectUri where the provider sends it back to
 * @throws SignOnFailure
 */
export async function beginFlow(
  provider: Provider,
  redirectUri: string,
): Promise<{ url: string; flow: Flow }> {
  const server = await explained(discover(provider));
  const flow = {
    state: openid.randomState(),
    nonce: openid.randomNonce(),
    verifier: openid.randomPKCECodeVerifier(),
  };
  const url = openid.buildAuthorizationUrl(server, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, flow };
}

/**
 * Ends a sign-on.
 * @param returned the address that the browser came back to, with its query
 * @throws SignOnFailure
 */
export async function finishFlow(provider: Provider, flow: Flow, returned: URL): Promise<Person> {
  // Another browser's flow, or nobody's: the provider need not be asked.
  if (returned.searchParams.get('state') !== flow.state) throw new SignOnFailure('gone');
  const server = await explained(discover(provider));
  const checks = {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.verifier,
  };
  const tokens = await explained(openid.authorizationCodeGrant(server, returned, checks));
  const claims = tokens.claims();
  if (!claims) throw new SignOnFailure('refused');
  const { iss: issuer, sub: subject } = claims;
  // Many providers tell addresses and names only here.
  const more =
    claims['email'] === undefined && server.serverMetadata().userinfo_endpoint
      ? await explained(openid.fetchUserInfo(server, tokens.access_token, subject))
      : claims;
  return { issuer, subject, ...profileOf(more) };
}

const text = z.string().max(1000).catch('');
const profile = z.object({
  email: text,
  // Some providers write it as a text.
  email_verified: z.union([z.boolean(), z.stringbool()]).catch(false),
  name: text,
  given_name: text,
  family_name: text,
  preferred_username: text,
});

function profileOf(claims: object): Pick<Person, 'email' | 'name'> {
  const said = profile.parse(claims);
  return {
    email: said.email_verified && said.email ? said.email : undefined,
    name: said.name || `${said.given_name} ${said.family_name}`.trim() || said.preferred_username,
  };
}

/** The provider's own error codes that mean that it cannot work now. */
const AWAY = new Set(['server_error', 'temporarily_unavailable']);

function problemOf(error: unknown): SignOnProblem {
  if (error instanceof openid.AuthorizationResponseError) {
    if (AWAY.has(error.error)) return 'away';
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  }
  if (error instanceof openid.ResponseBodyError) {
    if (error.status >= 500) return 'away';
    // The code was used before, is too old, or came from another flow.
    return error.error === 'invalid_grant' ? 'gone' : 'refused';
  }
  // Our id or our secret is not the one that the provider has.
  if (error instanceof openid.WWWAuthenticateChallengeError) return 'refused';
  if (error instanceof openid.ClientError) {
    if (error.code === 'OAUTH_TIMEOUT') return 'away';
    return error.cause instanceof Response && error.cause.status >= 500 ? 'away' : 'refused';
  }
  // What fetch throws when nobody answers.
  return error instanceof TypeError ? 'away' : 'unexpected';
}

async function explained<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    throw new SignOnFailure(problemOf(error), error);
  }
}
