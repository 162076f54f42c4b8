import { Secret } from 'otpauth';
import { hashOfToken } from '#src/server/token.ts';

/** How many a member gets at once. */
export const RECOVERY_CODES = 10;

/** 80 bits: nobody finds one from its hash, so that no slower hash is needed. */
const BYTES = 10;

/** Fresh codes, each in four groups of four: what is copied from paper is easily mistaken. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    (new Secret({ size: BYTES }).base32.toLowerCase().match(/.{4}/g) ?? []).join('-'),
  );

/** The hash of a code as typed, whatever its capitals and gaps. */
export const hashOfRecoveryCode = (typed: string): string =>
  hashOfToken(
    typed
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, ''),
  );
