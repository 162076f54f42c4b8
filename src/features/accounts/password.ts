import { hash, verify } from '@node-rs/argon2';

const PASSWORD = { least: 10, most: 128 };

/** What a password may not be, besides a common one. */
export interface PasswordOwner {
  email: string;
  handle: string;
  siteName: string;
}

export type PasswordFault =
  'passwordTooShort' | 'passwordTooLong' | 'passwordCommon' | 'passwordOwn';

/** OWASP's parameters for argon2id, which is the library's own choice of algorithm. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// The same password typed on another keyboard may arrive in another composition.
const composed = (password: string) => password.normalize('NFKC');
const plain = (text: string) =>
  composed(text)
    .toLowerCase()
    .replaceAll(/[\s._@-]/g, '');

let common: Promise<Set<string>> | undefined;

/** Passwords that are tried first; the shorter ones are refused for their length. */
function commonPasswords(): Promise<Set<string>> {
  return (common ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const all = dictionary['passwords-common'] as string[];
    return new Set(all.filter((one) => one.length >= PASSWORD.least));
  }));
}

/** Whether it is a shorter text again and again: aaaaaaaaaa, 1234512345. */
const isRepeated = (password: string) => /^(.{1,5})\1+$/su.test(password);

/** What is wrong with a new password; none of it is about its composition. */
export async function passwordFault(
  password: string,
  { email, handle, siteName }: PasswordOwner,
): Promise<PasswordFault | undefined> {
  const { length } = [...composed(password)];
  if (length < PASSWORD.least) return 'passwordTooShort';
  if (length > PASSWORD.most) return 'passwordTooLong';
  const own = [email, email.split('@')[0] ?? '', handle, siteName].map(plain);
  if (own.includes(plain(password))) return 'passwordOwn';
  const isCommon =
    isRepeated(password) || (await commonPasswords()).has(composed(password).toLowerCase());
  return isCommon ? 'passwordCommon' : undefined;
}

export function hashPassword(password: string): Promise<string> {
  return hash(composed(password), COST);
}

let dummy: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed.
 * @param hashed absent where there is no account or no password; that takes as long
 */
export async function isPassword(
  hashed: string | null | undefined,
  password: string,
): Promise<boolean> {
  const against = hashed ?? (await (dummy ??= hashPassword('nobody has this password')));
  // Nobody's password is longer, and hashing a novel would take long.
  const isRight = await verify(against, composed(password).slice(0, 4 * PASSWORD.most));
  return isRight && typeof hashed === 'string';
}
