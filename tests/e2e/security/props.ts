import { randomBytes } from 'node:crypto';
import { TOTP, Secret } from 'otpauth';
import { Webhook } from 'standardwebhooks';
import type { Insertable } from 'kysely';
import type { NotificationsTable, SanctionsTable } from '#db/schema.ts';
import { insertLink, type Purpose } from '#src/features/accounts/mailed-links.store.ts';
import { hashPassword } from '#src/features/accounts/password.ts';
import { hashOfRecoveryCode } from '#src/features/accounts/recovery-code.ts';
import { insertSecondStep } from '#src/features/accounts/second-steps.store.ts';
import { insertSignUp } from '#src/features/accounts/sign-ups.store.ts';
import { newSecret } from '#src/features/accounts/totp.ts';
import { insertTwoFactor } from '#src/features/accounts/two-factors.store.ts';
import { TOTP_SEAL } from '#src/features/accounts/use-code.ts';
import { attachmentName } from '#src/features/contact/attachment.ts';
import { newReference } from '#src/features/contact/contact-request.ts';
import { issueTicket } from '#src/features/feedback/ticket.ts';
import { changeWriting } from '#src/features/moderation/change-writing.ts';
import { writeOccasion } from '#src/features/surveys/occasion.ts';
import { providerOf } from '#src/server/provider.ts';
import { fileStore } from '#src/server/file-store.ts';
import { saltsFor } from '#src/server/salts.ts';
import { seal } from '#src/server/secret.ts';
import { hashOfToken, newToken } from '#src/server/token.ts';
import { uploadName, UPLOAD_TYPE } from '#src/server/upload-name.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { addPerson, addQuestion, type Person, type Scene } from './scene.ts';

export const password = 'four white horses of winter';
let hash: Promise<string> | undefined;
/** Made once: it takes as long as it is meant to. */
const passwordHash = () => (hash ??= hashPassword(password));

const soon = (now: Date) => ({ now, until: new Date(now.getTime() + 3_600_000) });

export async function givePassword({ site }: Scene, { id }: Person): Promise<void> {
  const password_hash = await passwordHash();
  await site.db.updateTable('members').set({ password_hash }).where('id', '=', id).execute();
}

/** A mailed link of a member. @returns its token */
export async function addLink(
  { site, now }: Scene,
  purpose: Purpose,
  { id, email }: Person,
): Promise<string> {
  const { token, hash: tokenHash } = newToken();
  const to = purpose === 'change-address' ? `new-${email}` : email;
  await insertLink(site.db, tokenHash, { memberId: id, purpose, email: to }, soon(now));
  return token;
}

/** Somebody who has signed up and not opened their mail. @returns the mail's token */
export async function addSignUp({ site, now, word }: Scene): Promise<string> {
  const { token, hash: tokenHash } = newToken();
  const wish = { email: `${word}@example.com`, handle: word, name: 'Ada', locale: 'en' };
  const pending = { ...wish, passwordHash: await passwordHash() };
  await insertSignUp(site.db, tokenHash, pending, soon(now));
  return token;
}

export const codeFor = (secret: string, now: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });

/** @returns the secret that a member shares with their device from now on */
export async function addTwoFactor({ site, now }: Scene, { id }: Person): Promise<string> {
  const secret = newSecret();
  const sealedSecret = seal(site.env, TOTP_SEAL, secret);
  await insertTwoFactor(site.db, id, { sealedSecret, step: 0 }, now);
  await site.db
    .insertInto('recovery_codes')
    .values({ member_id: id, code_hash: hashOfRecoveryCode(secret) })
    .execute();
  return secret;
}

/** A member who has given their password and owes a code. */
export async function oweCode(
  scene: Scene,
  person: Person,
): Promise<{ code: string; cookie: string }> {
  const { token, hash: tokenHash } = newToken();
  const secret = await addTwoFactor(scene, person);
  await insertSecondStep(scene.site.db, tokenHash, person.id, soon(scene.now));
  return { code: codeFor(secret, scene.now), cookie: `second-step=${token}` };
}

/** What a provider knows a member by. */
export async function addIdentity(
  { site, word, now }: Scene,
  { id }: Person,
): Promise<{ issuer: string; subject: string }> {
  const identity = { issuer: providerOf(site.env)?.issuer ?? '', subject: word };
  await site.db
    .insertInto('member_identities')
    .values({ ...identity, member_id: id, created_at: now })
    .execute();
  return identity;
}

/** What lets a program read insights in their name. */
export async function addToken({ site, word, now }: Scene, { id }: Person): Promise<number> {
  const token = {
    member_id: id,
    name: word,
    token_hash: hashOfToken(word),
    scopes: ['insights:read'],
    created_at: now,
  };
  const made = site.db.insertInto('api_tokens').values(token).returning('id');
  return (await made.executeTakeFirstOrThrow()).id;
}

/** A system that is told of events, with a message that has arrived there. */
export async function addEndpoint({
  site,
  word,
  now,
}: Scene): Promise<{ endpoint: number; delivery: number }> {
  // Scenes leave theirs behind, and there may be ten.
  await site.db.deleteFrom('webhook_endpoints').execute();
  const endpoint = await site.db
    .insertInto('webhook_endpoints')
    .values({
      url: 'https://example.com/',
      description: word,
      events: ['question.posted'],
      sealed_secret: word,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const delivery = await site.db
    .insertInto('webhook_deliveries')
    .values({
      endpoint_id: endpoint.id,
      event: 'question.posted',
      message_id: word,
      data: '{}',
      created_at: now,
      delivered_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { endpoint: endpoint.id, delivery: delivery.id };
}

/** Has the answer lead to an article that is gone. @returns the article's id */
export async function linkAstray({ site: { db }, answer, word, now }: Scene): Promise<number> {
  const { id } = await db
    .insertInto('articles')
    .values({
      locale: 'en',
      category: 'gone',
      slug: word,
      title: word,
      file: `articles/en/gone/${word}.md`,
      owner: null,
      first_seen_at: now,
      removed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const html = `<p><a href="/articles/gone/${word}">See this</a></p>`;
  await db.updateTable('answers').set({ html }).where('id', '=', answer).execute();
  return id;
}

/** Something of the owner's in the queue. @returns the item */
export async function addItem(
  { site, owner, now }: Scene,
  questionId: number,
  kind: 'held' | 'flags' = 'flags',
): Promise<number> {
  const { id } = await site.db
    .insertInto('review_items')
    .values({
      noun: 'question',
      writing_id: questionId,
      question_id: questionId,
      author_id: owner.id,
      kind,
      opened_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A question of the owner's that waits for a moderator. */
export const heldQuestion = (scene: Scene): Promise<number> =>
  addQuestion(scene, scene.owner, { hidden_at: scene.now, hidden_for: 'held' });

/** A lock by a moderator. @returns its event in the log */
export async function addEvent(scene: Scene): Promise<number> {
  const { site, question, now } = scene;
  const moderator = await addPerson(site, now, { role: 'moderator' });
  const who = { ...moderator, name: 'Kim', role: 'moderator', isVerified: true } as const;
  const actor = { ...who, silencedUntil: null, suspendedUntil: null };
  const deed = { noun: 'question', id: question, deed: 'lock' } as const;
  const { eventId } = await changeWriting(site.db, actor, deed, '', 'en', now);
  return eventId ?? 0;
}

export async function addSanction(
  { site, now }: Scene,
  member: Person,
  by: Person,
  more: Partial<Insertable<SanctionsTable>> = {},
): Promise<number> {
  const { id } = await site.db
    .insertInto('sanctions')
    .values({
      member_id: member.id,
      kind: 'warning',
      reason: 'Too loud.',
      by_id: by.id,
      created_at: now,
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addNotification(
  { site, question, answer, helper, word, now }: Scene,
  member: Person,
  more: Partial<Insertable<NotificationsTable>> = {},
): Promise<number> {
  const { id } = await site.db
    .insertInto('notifications')
    .values({
      member_id: member.id,
      event: word,
      kind: 'answer',
      reason: 'own',
      question_id: question,
      answer_id: answer,
      by_id: helper.id,
      created_at: now,
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addMail({ site, owner, word, now }: Scene): Promise<number> {
  const { id } = await site.db
    .insertInto('mails')
    .values({
      event: word,
      kind: 'answer',
      recipient: owner.email,
      subject: `About ${word}`,
      text_body: word,
      html_body: word,
      unsubscribe_url: null,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** A picture that differs from all others. */
export async function newPicture(): Promise<Buffer> {
  const [width = 0, height = 0] = randomBytes(2);
  return picture('png', 20 + width, 20 + height);
}

/** A picture in the store of files. @returns its name */
export async function addUpload({ site }: Scene): Promise<string> {
  const bytes = await picture('webp');
  const name = uploadName({ bytes, width: 60, height: 40 });
  await fileStore(site.env).put(name, bytes, UPLOAD_TYPE);
  return name;
}

/** The form below an article, a minute after it was shown. */
export async function feedbackForm({ site, word, now }: Scene): Promise<Record<string, string>> {
  const page = await (await fetch(`${site.url}/articles/using/search`)).text();
  const shown = new Date(now.getTime() - 60_000);
  return {
    locale: 'en',
    category: 'using',
    slug: 'search',
    revision: /name="revision" value="([0-9a-f]{16})"/.exec(page)?.[1] ?? '',
    answer: 'no',
    elapsed: '60000',
    ticket: issueTicket(await saltsFor(site.db, now), word, shown),
  };
}

/** The path of an article's picture for other sites. */
export async function previewPath({ site }: Scene): Promise<string> {
  const page = await (await fetch(`${site.url}/articles/using/search`)).text();
  return /property="og:image" content="https?:\/\/[^/"]+(\/[^"]+)"/.exec(page)?.[1] ?? '';
}

/** What the owner wrote to the company, with a picture, handed over already. */
export async function addRequest({
  site,
  owner,
  word,
  now,
}: Scene): Promise<{ id: number; reference: string; picture: string; delivery: number }> {
  const reference = newReference(randomBytes(6));
  const { id } = await site.db
    .insertInto('contact_requests')
    .values({
      reference,
      member_id: owner.id,
      name: 'Ada',
      email: owner.email,
      subject: `About ${word}`,
      message: `What is ${word} about?`,
      category: 'using',
      locale: 'en',
      visitor: null,
      searched: word,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const picture = attachmentName(randomBytes(16));
  const bytes = await newPicture();
  await fileStore(site.env).put(picture, bytes, UPLOAD_TYPE);
  const size = { width: 60, height: 40, bytes: bytes.length };
  await site.db
    .insertInto('contact_attachments')
    .values({ name: picture, request_id: id, ...size, created_at: now })
    .execute();
  const { id: delivery } = await site.db
    .insertInto('contact_deliveries')
    .values({ request_id: id, way: 'mail', created_at: now, delivered_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, reference, picture, delivery };
}

/** What the help desk sends, signed. */
export function deskCall({ site, word }: Scene, said: object) {
  const body = JSON.stringify(said);
  const now = new Date();
  const headers = {
    'Content-Type': 'application/json',
    'webhook-id': word,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(site.env.HELP_DESK_WEBHOOK_SECRET ?? '').sign(word, now, body),
  };
  return { at: '/contact/desk', body, headers };
}

/** An occasion to ask somebody on, once a request of theirs is closed. */
export const occasionOf = ({ site, question }: Scene): string =>
  writeOccasion(site.env, { moment: 'contact-closed', requestId: question });
