import { Secret, TOTP } from 'otpauth';

/** Phones' clocks go wrong by about as much: one step, half a minute, either way. */
const DRIFT = 1;

/** A new secret to share with a member's device, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What a device reads from the QR code. */
export function keyUri(secret: string, { issuer, label }: { issuer: string; label: string }) {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret) }).toString();
}

/**
 * The time step that a code belongs to, counted in half minutes since 1970.
 * @param code six digits
 * @returns undefined when it is wrong, or of another time
 */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const asked = { token: code, secret: Secret.fromBase32(secret), timestamp, window: DRIFT };
  const delta = TOTP.validate(asked);
  return delta === null ? undefined : TOTP.counter({ timestamp }) + delta;
}
