import { z } from 'zod';

/** What is missing, or is a file, is nothing; what is wrong with it the use case says. */
const text = z.string().max(5000).catch('');

export const signUpForm = z.object({
  name: text,
  handle: text,
  email: text,
  password: text,
  next: text,
});
export const tokenForm = z.object({ token: text, next: text });
export const confirmSignUpForm = z.object({ token: text, handle: text, next: text });
export const signInForm = z.object({ email: text, password: text, next: text });
export const linkForm = z.object({ email: text, next: text });
export const passwordForm = z.object({ token: text, password: text });
export const addressForm = z.object({ email: text, password: text });
export const profileForm = z.object({ name: text, handle: text, about: text, locale: text });
export const sessionForm = z.object({ session: text });
export const nothing = z.object({});
export const pictureForm = z.object({ picture: z.instanceof(File).optional().catch(undefined) });
/** Whoever does not say so keeps their texts: that can still be changed. */
export const deleteForm = z.object({
  password: text,
  texts: z.enum(['stay', 'go']).catch('stay'),
});
export const codeForm = z.object({ code: text, next: text });
export const twoFactorForm = z.object({ offer: text, code: text, password: text });
export const proofForm = z.object({ password: text });
export const identityForm = z.object({ issuer: text, subject: text, password: text });
export const makeTokenForm = z.object({ name: text, scope: text, days: text, password: text });
/** What is no id is 0, which no token has. */
export const revokeTokenForm = z.object({
  id: z.coerce.number().int().min(0).max(2_147_483_647).catch(0),
});
export const nextForm = z.object({ next: text });
