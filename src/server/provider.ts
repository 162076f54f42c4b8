import type { Env } from './env.ts';

/** A provider of single sign-on by OpenID Connect, as the operator has set it up. */
export interface Provider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

/** What people call the provider with an issuer, which may be one of earlier days. */
export const issuerName = (provider: Provider | undefined, issuer: string): string =>
  provider?.issuer === issuer ? provider.name : new URL(issuer).host;

type Given = Pick<Env, 'OIDC_ISSUER' | 'OIDC_CLIENT_ID' | 'OIDC_CLIENT_SECRET' | 'OIDC_NAME'>;

/** @returns undefined when there is none */
export function providerOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: clientSecret,
  OIDC_NAME: name,
}: Given): Provider | undefined {
  if (!issuer || !clientId || !clientSecret) return undefined;
  return { issuer, clientId, clientSecret, name: name ?? new URL(issuer).host };
}
