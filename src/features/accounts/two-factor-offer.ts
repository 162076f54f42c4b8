import { seal, unseal } from '#src/server/secret.ts';
import type { Actor } from './actor.ts';
import { keyUri, newSecret } from './totp.ts';
import type { Keys } from './use-code.ts';

const OFFER_SEAL = 'totp-offer';

/** A secret that a member may share with a device; nothing of it is kept before they have. */
export interface TwoFactorOffer {
  /** Goes through the form and back. */
  sealed: string;
  /** In groups of four, for typing. */
  secret: string;
  /** For a QR code. */
  uri: string;
}

/** @param before the offer that the member has begun to use, if any */
export function offerTwoFactor(
  keys: Keys,
  actor: Actor,
  siteName: string,
  before?: string,
): TwoFactorOffer {
  const accepted = before ? readOffer(keys, actor, before) : undefined;
  const secret = accepted ?? newSecret();
  return {
    sealed: (accepted && before) ?? seal(keys, OFFER_SEAL, `${actor.id} ${secret}`),
    secret: (secret.match(/.{1,4}/g) ?? []).join(' '),
    uri: keyUri(secret, { issuer: siteName, label: actor.handle }),
  };
}

/** The secret of an offer; undefined when it was not made for this member. */
export function readOffer(keys: Keys, { id }: Actor, sealed: string): string | undefined {
  const [owner, secret] = (unseal(keys, OFFER_SEAL, sealed) ?? '').split(' ');
  return owner === String(id) ? secret : undefined;
}
