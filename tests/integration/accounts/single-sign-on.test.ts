import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { finishSignIn } from '#src/features/accounts/finish-sign-in.ts';
import { listIdentities } from '#src/features/accounts/list-identities.ts';
import { proveIdentity } from '#src/features/accounts/prove-identity.ts';
import { openSession, readSession } from '#src/features/accounts/session.ts';
import { setUpTwoFactor } from '#src/features/accounts/set-up-two-factor.ts';
import { sendLink } from '#src/features/accounts/send-link.ts';
import { signInByLink } from '#src/features/accounts/sign-in-by-link.ts';
import { signInByProvider } from '#src/features/accounts/sign-in-by-provider.ts';
import { readSignOn, sealSignOn } from '#src/features/accounts/sign-on-flow.ts';
import { offerTwoFactor } from '#src/features/accounts/two-factor-offer.ts';
import { unlinkIdentity } from '#src/features/accounts/unlink-identity.ts';
import { NotAllowed, StalePage } from '#src/server/errors.ts';
import { SignOnFailure } from '#src/server/sign-on-failure.ts';
import { beginFlow, finishFlow, type Flow } from '#src/server/single-sign-on.ts';
import { freePort } from '#tests/support/free-port.ts';
import { identityProvider, passProvider } from '#tests/support/identity-provider.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import {
  browser,
  codeOf,
  mailsTo,
  member,
  newestTo,
  PASSWORD,
  refusal,
  site,
  somebody,
} from './people.ts';

const { db } = await testDatabase();
const now = new Date();
const keys = { SECRET_KEY: 'a key of these tests and of no other place', DATA_DIR: '' };
const back = 'http://localhost:1/account/single-sign-on';
const there = await identityProvider(await freePort(), back);
const provider = { ...there, name: 'Acme' };

afterAll(() => there.close());

beforeEach(() => {
  for (const name of Object.keys(there.people)) delete there.people[name];
});

const finish = async (flow: Flow, returned: URL, token?: string) => {
  const person = await finishFlow(provider, flow, returned);
  return signInByProvider(db, person, { locale: 'ja', site }, browser(token), now);
};

/** Signs in with the provider from end to end, as `login` is called there. */
async function enter(login: string | undefined, token?: string) {
  const { url, flow } = await beginFlow(provider, back);
  return finish(flow, await passProvider(url, login), token);
}

const problem = async (deed: Promise<unknown>) => {
  const error = await refusal(deed);
  return error instanceof SignOnFailure ? error.problem : error;
};
const actorOf = async (token: string) => (await readSession(db, token))?.actor;
const identities = () => db.selectFrom('member_identities').selectAll().execute();

describe('somebody whom the provider vouches for', () => {
  test('becomes a member with a free handle, and is the same one the next time', async () => {
    there.people['s-1'] = { email: 'zoe@example.org', email_verified: true, name: 'Zoë Ω. Löwe' };
    const { token, isComplete } = await enter('s-1');
    expect(isComplete).toBe(true);
    const actor = await actorOf(token);
    expect(actor).toMatchObject({ handle: 'zoe-lowe', name: 'Zoë Ω. Löwe', isVerified: true });
    const account = await db
      .selectFrom('members')
      .selectAll()
      .where('id', '=', actor!.id)
      .executeTakeFirstOrThrow();
    expect(account).toMatchObject({
      email: 'zoe@example.org',
      password_hash: null,
      role: 'member',
      locale: 'ja',
    });

    there.people['s-1'] = { email: 'another@example.org', email_verified: false, name: 'Else' };
    expect((await actorOf((await enter('s-1')).token))?.id).toBe(actor!.id);

    there.people['s-2'] = { email: 'zoe2@example.org', email_verified: true, name: 'Zoe Lowe' };
    expect((await actorOf((await enter('s-2')).token))?.handle).toBe('zoe-lowe-2');
  });

  test('proves who they are by having come in just now, since they have no password', async () => {
    there.people['bare'] = { email: 'bare@example.org', email_verified: true, name: 'Bare' };
    const { token } = await enter('bare');
    const actor = (await actorOf(token))!;
    const sender = await somebody(db);
    const prove = (at: Date) => proveIdentity(db, actor, { password: '', token }, sender, at);
    expect((await prove(now)).id).toBe(actor.id);
    const late = new Date(now.getTime() + 11 * 60_000);
    expect(await refusal(prove(late))).toEqual({ password: 'proofMissing' });
    await sendLink(
      db,
      { email: 'bare@example.org', purpose: 'sign-in', locale: 'en' },
      site,
      sender,
      late,
    );
    const mail = await newestTo(db, 'bare@example.org');
    const again = await signInByLink(db, mail.token, browser(token), late);
    const proof = { password: '', token: again.token };
    expect((await proveIdentity(db, actor, proof, sender, late)).id).toBe(actor.id);
  });

  test('is the member who has shown that the address is theirs, who is mailed', async () => {
    const { actor, email } = await member(db, 'amira');
    there.people['a-1'] = { email: email.toUpperCase(), email_verified: true, name: 'A' };
    expect((await actorOf((await enter('a-1')).token))?.id).toBe(actor.id);
    expect((await newestTo(db, email)).kind).toBe('identity-linked');
    await enter('a-1');
    expect(
      (await mailsTo(db, email)).filter(({ kind }) => kind === 'identity-linked'),
    ).toHaveLength(1);
  });

  test('is not the member who has not, until they have', async () => {
    const { actor, email } = await member(db, 'squatter');
    await db
      .updateTable('members')
      .set({ email_verified_at: null })
      .where('id', '=', actor.id)
      .execute();
    there.people['v-1'] = { email, email_verified: true, name: 'Victim' };
    expect(await problem(enter('v-1'))).toBe('accountUnverified');
    expect((await identities()).map(({ subject }) => subject)).not.toContain('v-1');

    const wish = { email, purpose: 'sign-in', locale: 'en' } as const;
    await sendLink(db, wish, site, await somebody(db), now);
    await signInByLink(db, (await newestTo(db, email)).token, browser(), now);
    expect((await actorOf((await enter('v-1')).token))?.id).toBe(actor.id);
  });

  test('gets no account and no link by an address that is not confirmed', async () => {
    const { email } = await member(db, 'target');
    const before = (await identities()).length;
    for (const person of [
      { email, email_verified: false },
      { email },
      { email, email_verified: 'no' },
      { name: 'No address' },
      { email: 'no address', email_verified: true },
    ]) {
      there.people['u-1'] = person;
      expect(await problem(enter('u-1'))).toBe('addressUnverified');
    }
    expect(await identities()).toHaveLength(before);
    there.people['u-1'] = { email, email_verified: 'true' };
    await enter('u-1');
  });

  test('is made a member once when they come in twice at once', async () => {
    there.people['t-1'] = { email: 'twice@example.org', email_verified: true, name: 'Twice' };
    const both = await Promise.all([enter('t-1'), enter('t-1'), enter('t-1')]);
    const actors = await Promise.all(both.map(({ token }) => actorOf(token)));
    expect(new Set(actors.map((actor) => actor?.id)).size).toBe(1);
  });

  test('is asked for the second factor, and never goes on with a session of before', async () => {
    there.people['f-1'] = { email: 'two@example.org', email_verified: true, name: 'Two' };
    const first = await enter('f-1');
    const actor = (await actorOf(first.token))!;
    const { sealed, secret } = offerTwoFactor(keys, actor, site.name);
    const form = { offer: sealed, code: codeOf(secret, now), password: '', token: first.token };
    const sender = await somebody(db);
    const { codes } = await setUpTwoFactor(
      db,
      keys,
      actor,
      form,
      site,
      browser(first.token),
      sender,
      now,
    );

    const { actor: other } = await member(db, 'left-behind');
    const planted = await openSession(db, other.id, browser(), now);
    const { token, isComplete } = await enter('f-1', planted);
    expect(isComplete).toBe(false);
    expect(await actorOf(token)).toBeUndefined();
    const session = await finishSignIn(
      db,
      keys,
      { token, code: codes[0]! },
      site,
      browser(planted),
      now,
    );
    expect((await actorOf(session))?.id).toBe(actor.id);
    expect(await actorOf(planted)).toBeUndefined();
  });
});

describe('a linked provider', () => {
  /** A member with a password whom the provider knows, too. */
  async function linked(handle: string) {
    const { actor, email } = await member(db, handle);
    there.people[handle] = { email, email_verified: true, name: handle };
    const { token } = await enter(handle);
    return { actor, email, token };
  }

  /** Another name for a member, from a provider that the operator has taken out since. */
  const FORMER = 'https://former.example/tenant';
  const linkAnother = (memberId: number, subject: string, issuer = FORMER) =>
    db
      .insertInto('member_identities')
      .values({
        issuer,
        subject,
        member_id: memberId,
        created_at: new Date(now.getTime() - 60_000),
      })
      .execute();

  const namesOf = async (actor: Parameters<typeof listIdentities>[1]) =>
    (await listIdentities(db, actor, provider)).map((one) => one.provider);

  const unlink = async (
    actor: Parameters<typeof listIdentities>[1],
    identity: { issuer: string; subject: string },
    proof: { password: string; token: string },
    at = now,
  ) =>
    unlinkIdentity(
      db,
      actor,
      { ...identity, ...proof, provider },
      site,
      browser(proof.token),
      await somebody(db),
      at,
    );
  const ours = (subject: string) => ({ issuer: provider.issuer, subject });

  test('is listed by its name, with since when', async () => {
    const { actor } = await linked('lister');
    await linkAnother(actor.id, 'lister');
    const [former, present] = await listIdentities(db, actor, provider);
    expect(former).toMatchObject({ provider: 'former.example', subject: 'lister' });
    expect(present).toEqual({ ...ours('lister'), provider: 'Acme', since: now });
    expect(await listIdentities(db, (await member(db, 'unlinked')).actor, provider)).toEqual([]);
  });

  test('is unlinked by the member, which ends other sessions and is mailed', async () => {
    const { actor, email, token } = await linked('leaver');
    const elsewhere = await openSession(db, actor.id, browser(), now);
    const late = new Date(now.getTime() + 11 * 60_000);
    expect(
      await refusal(unlink(actor, ours('leaver'), { password: '', token: elsewhere }, late)),
    ).toEqual({ password: 'proofMissing' });
    expect(await namesOf(actor)).toEqual(['Acme']);

    const fresh = await unlink(actor, ours('leaver'), { password: PASSWORD, token });
    expect(await namesOf(actor)).toEqual([]);
    expect((await actorOf(fresh))?.id).toBe(actor.id);
    for (const old of [token, elsewhere]) expect(await actorOf(old)).toBeUndefined();
    const mail = await newestTo(db, email);
    expect(mail.kind).toBe('identity-unlinked');
    expect(mail.text).toContain('https://help.example.com/account/reset');

    const proof = { password: PASSWORD, token: fresh };
    await expect(unlink(actor, ours('leaver'), proof)).rejects.toThrow(StalePage);
    await enter('leaver');
    expect(await namesOf(actor)).toEqual(['Acme']);
  });

  test('of somebody else stays', async () => {
    const one = await linked('one-of-two');
    const two = await linked('two-of-two');
    const proof = { password: PASSWORD, token: two.token };
    await expect(unlink(two.actor, ours('one-of-two'), proof)).rejects.toThrow(StalePage);
    expect(await namesOf(one.actor)).toEqual(['Acme']);
    expect(await actorOf(two.token)).toBeDefined();
  });

  test('stays where it is the only way in, also when two go at once', async () => {
    there.people['only'] = { email: 'only@example.org', email_verified: true, name: 'Only' };
    const { token } = await enter('only');
    const actor = (await actorOf(token))!;
    const proof = { password: '', token };
    await expect(unlink(actor, ours('only'), proof)).rejects.toThrow(NotAllowed);
    expect(await actorOf(token)).toBeDefined();

    // A provider of earlier days lets nobody in: it may go, and does not stand in for today's.
    await linkAnother(actor.id, 'only');
    await expect(unlink(actor, ours('only'), proof)).rejects.toThrow(NotAllowed);
    const former = { issuer: FORMER, subject: 'only' };
    const kept = await unlink(actor, former, proof);
    expect(await actorOf(kept)).toBeDefined();
    expect(await namesOf(actor)).toEqual(['Acme']);

    for (let round = 0; round < 5; round += 1) {
      await db.deleteFrom('member_identities').where('member_id', '=', actor.id).execute();
      const tokens = [(await enter('only')).token, (await enter('only')).token];
      await linkAnother(actor.id, 'only-too', provider.issuer);
      const outcomes = await Promise.allSettled(
        [ours('only'), ours('only-too')].map((one, at) =>
          unlink(actor, one, { password: '', token: tokens[at]! }),
        ),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect(await namesOf(actor)).toHaveLength(1);
    }
  });
});

describe('the way there and back', () => {
  beforeEach(() => {
    there.people['w-1'] = { email: 'way@example.org', email_verified: true, name: 'Way' };
  });

  test('asks for a code with PKCE, state and nonce, and tells no secret', async () => {
    const { url, flow } = await beginFlow(provider, back);
    const { searchParams } = new URL(url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: flow.state,
      nonce: flow.nonce,
      redirect_uri: back,
    });
    expect(url).not.toContain(flow.verifier);
    expect(url).not.toContain(there.clientSecret);
  });

  test('is over when somebody else came back, or twice', async () => {
    const mine = await beginFlow(provider, back);
    const theirs = await beginFlow(provider, back);
    const returned = await passProvider(theirs.url, 'w-1');
    expect(await problem(finish(mine.flow, returned))).toBe('gone');
    const forged = new URL(returned);
    forged.searchParams.set('state', mine.flow.state);
    expect(await problem(finish(mine.flow, forged))).toBe('gone');
    const without = new URL(returned);
    without.searchParams.delete('state');
    expect(await problem(finish(theirs.flow, without))).toBe('gone');

    const again = await beginFlow(provider, back);
    const once = await passProvider(again.url, 'w-1');
    await finish(again.flow, once);
    expect(await problem(finish(again.flow, once))).toBe('gone');
  });

  test('is over when the answer was meant for another question', async () => {
    const tampered = async (name: string, value: string) => {
      const { url, flow } = await beginFlow(provider, back);
      const other = new URL(url);
      other.searchParams.set(name, value);
      return problem(finish(flow, await passProvider(other.href, 'w-1')));
    };
    expect(await tampered('nonce', 'another')).toBe('refused');
    const { url: elsewhere } = await beginFlow(provider, back);
    const challenge = new URL(elsewhere).searchParams.get('code_challenge')!;
    expect(await tampered('code_challenge', challenge)).toBe('gone');
    const stolen = { ...provider, clientSecret: 'not the secret' };
    const { url, flow } = await beginFlow(stolen, back);
    const returned = await passProvider(url, 'w-1');
    expect(await problem(finishFlow(stolen, flow, returned))).toBe('refused');
  });

  test('ends without a session when somebody cancels', async () => {
    expect(await problem(enter(undefined))).toBe('cancelled');
  });

  test('is closed while the provider is away, and open when it is back', async () => {
    const port = await freePort();
    const secret = { clientSecret: 'the same both times' };
    const away = { issuer: `http://localhost:${port}`, clientId: 'helpmark', ...secret, name: 'A' };
    expect(await problem(beginFlow(away, back))).toBe('away');
    const up = await identityProvider(port, back, secret);
    up.people['d-1'] = { email: 'down@example.org', email_verified: true, name: 'Down' };
    const { url, flow } = await beginFlow(away, back);
    const returned = await passProvider(url, 'd-1');
    await up.close();
    expect(await problem(finishFlow(away, flow, returned))).toBe('away');
  });
});

describe('what the browser keeps meanwhile', () => {
  const signOn = { state: 's', nonce: 'n', verifier: 'v', next: '/community', locale: 'ja' };

  test('can neither be read nor changed, and lasts ten minutes', () => {
    const sealed = sealSignOn(keys, signOn, now);
    const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    expect(sealed).not.toContain('verifier');
    expect(readSignOn(keys, sealed, after(599))).toEqual(signOn);
    expect(readSignOn(keys, sealed, after(600))).toBeUndefined();
    expect(readSignOn(keys, `${sealed.slice(0, -2)}AA`, now)).toBeUndefined();
    expect(readSignOn(keys, '', now)).toBeUndefined();
    expect(
      readSignOn({ ...keys, SECRET_KEY: 'another key of another place, long' }, sealed, now),
    ).toBeUndefined();
  });

  test('leads to no other site', () => {
    const next = 'https://elsewhere.example';
    const sealed = sealSignOn(keys, { ...signOn, next }, now);
    expect(readSignOn(keys, sealed, now)?.next).toBeUndefined();
  });
});
