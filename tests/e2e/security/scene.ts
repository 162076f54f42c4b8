import { randomBytes, randomInt } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { AnswersTable, CommentsTable, MembersTable, QuestionsTable } from '#db/schema.ts';
import { openSession } from '#src/features/accounts/session.ts';
import type { OwnSite } from '#tests/support/own-site.ts';

/** Everybody who may come to a door, in the order of the table's columns. */
export const ROLES = [
  'signed out',
  'member',
  'other',
  'silenced',
  'suspended',
  'author',
  'moderator',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

export interface Person {
  id: number;
  handle: string;
  email: string;
}

/** Whoever comes. */
export interface Actor extends Person {
  /** Of a session that was just opened. */
  token: string;
}

/** One case: who comes, and what there is to come for. All of it is new. */
export interface Scene {
  site: OwnSite;
  role: Role;
  /** Whoever comes; undefined for somebody who is not signed in. */
  actor: Actor | undefined;
  /** Whose texts these are. Members come for their own, silenced and suspended ones too. */
  owner: Person;
  /** Somebody else again. */
  helper: Person;
  /** The owner's. */
  question: number;
  /** The helper's, below it. */
  answer: number;
  /** The owner's, below it. */
  comment: number;
  /** A word that stands in all of these texts, and nowhere else. */
  word: string;
  /** Of the browser that comes; no other has this name or this address. */
  userAgent: string;
  address: string;
  now: Date;
}

const DAY = 86_400_000;
const ago = (now: Date) => new Date(now.getTime() - 7 * DAY);
const STAFF = { author: 'author', moderator: 'moderator', admin: 'admin' } as const;

/** A member of a week, approved. */
export async function addPerson(
  { db }: OwnSite,
  now: Date,
  more: Partial<Insertable<MembersTable>> = {},
): Promise<Person> {
  const handle = `kim-${randomBytes(6).toString('hex')}`;
  const email = `${handle}@example.com`;
  const { id } = await db
    .insertInto('members')
    .values({
      handle,
      name: 'Kim',
      email,
      email_verified_at: now,
      locale: 'en',
      created_at: ago(now),
      approved_at: now,
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, handle, email };
}

/** Signs somebody in, in a browser that they have not used before. @returns the session's token */
export const signIn = ({ db }: OwnSite, { id }: Person, now: Date): Promise<string> =>
  openSession(db, id, { userAgent: 'a browser', token: undefined }, now);

async function addActor(site: OwnSite, role: Role, now: Date): Promise<Actor> {
  const person = await addPerson(site, now, stateOf(role, now));
  return { ...person, token: await signIn(site, person, now) };
}

function stateOf(role: Role, now: Date): Partial<Insertable<MembersTable>> {
  const until = new Date(now.getTime() + DAY);
  if (role === 'silenced') return { silenced_until: until };
  if (role === 'suspended') return { suspended_until: until };
  return { role: STAFF[role as keyof typeof STAFF] ?? 'member' };
}

/**
 * Makes a case.
 * @param isMine whether whoever comes wrote the texts, whatever their role
 */
export async function openScene(site: OwnSite, role: Role, isMine = false): Promise<Scene> {
  const now = new Date();
  const actor = role === 'signed out' ? undefined : await addActor(site, role, now);
  const owns = isMine || ['member', 'silenced', 'suspended'].includes(role);
  const owner = actor && owns ? actor : await addPerson(site, now);
  const helper = await addPerson(site, now);
  const number = randomBytes(6).toString('hex');
  const scene = {
    site,
    role,
    actor,
    owner,
    helper,
    now,
    word: `zebra${number}`,
    // Digits only: some words are taken for the name of a program.
    userAgent: `Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.${randomInt(1e9)}`,
    address: [10, randomInt(256), randomInt(256), randomInt(1, 255)].join('.'),
  };
  const question = await addQuestion(scene, owner);
  const answer = await addAnswer(scene, question, helper);
  const comment = await addComment(scene, question, owner);
  return { ...scene, question, answer, comment };
}

type Texts = Pick<Scene, 'site' | 'word' | 'now'>;

const textOf = ({ word, now }: Texts, by: Person) => {
  const body = `Nobody has told me yet what ${word} is about.`;
  return { author_id: by.id, body, html: `<p>${body}</p>`, created_at: ago(now) };
};

/** The title that questions of a case have. */
export const titleOf = ({ word }: Pick<Scene, 'word'>): string => `Where does ${word} come from?`;

export async function addQuestion(
  texts: Texts,
  by: Person,
  more: Partial<Insertable<QuestionsTable>> = {},
): Promise<number> {
  const { id } = await texts.site.db
    .insertInto('questions')
    .values({
      ...textOf(texts, by),
      title: titleOf(texts),
      locale: 'en',
      category: 'using',
      tags: ['stripes'],
      active_at: ago(texts.now),
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addAnswer(
  texts: Texts,
  questionId: number,
  by: Person,
  more: Partial<Insertable<AnswersTable>> = {},
): Promise<number> {
  const { db } = texts.site;
  const { id } = await db
    .insertInto('answers')
    .values({ ...textOf(texts, by), question_id: questionId, ...more })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('questions')
    .set(({ eb }) => ({ answer_count: eb('answer_count', '+', 1) }))
    .where('id', '=', questionId)
    .execute();
  return id;
}

export async function addComment(
  texts: Texts,
  questionId: number,
  by: Person,
  more: Partial<Insertable<CommentsTable>> = {},
): Promise<number> {
  const { id } = await texts.site.db
    .insertInto('comments')
    .values({ ...textOf(texts, by), question_id: questionId, answer_id: null, ...more })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
