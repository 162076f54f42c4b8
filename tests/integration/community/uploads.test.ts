import { beforeEach, describe, expect, test } from 'vitest';
import { dropPicture } from '#src/features/accounts/drop-picture.ts';
import { showPicture } from '#src/features/accounts/show-picture.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { addImage } from '#src/features/community/add-image.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { removeUnusedUploads } from '#src/features/community/remove-unused-uploads.ts';
import { saveDraft } from '#src/features/community/save-draft.ts';
import { InvalidInput, NotAllowed, NotSignedIn, TooMany } from '#src/server/errors.ts';
import { UPLOAD_NAME } from '#src/server/upload-name.ts';
import { fileFolder } from '#tests/support/file-folder.ts';
import { impostors, picture, pixelBomb } from '#tests/support/sample-pictures.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, place, typedQuestion } from './members.ts';

const { db } = await testDatabase();
const files = fileFolder();
const now = new Date('2026-11-22T10:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const sent = (bytes: Uint8Array, name = 'a.png', type = 'image/png') =>
  new File([new Uint8Array(bytes)], name, { type });

let count = 0;
let actor: Actor;
beforeEach(async () => {
  actor = await member(db, `painter-${(count += 1)}`);
});

/** A picture that nobody else has. */
const ownPicture = () => picture('png', 100 + count, 50);
const add = (bytes: Uint8Array, by = actor, name = 'a.png') =>
  addImage(db, files, by, sent(bytes, name), 'en', now);
const nameOf = (url: string) => url.replace('/uploads/', '');
const rows = () => db.selectFrom('uploads').selectAll().where('member_id', '=', actor.id).execute();

describe('a picture for a text', () => {
  test('is kept under a name of its content and size', async () => {
    const bytes = await ownPicture();
    const { url, width, height, markdown } = await add(bytes, actor, 'Error [at] (start).PNG');
    expect(nameOf(url)).toMatch(UPLOAD_NAME);
    expect(url.endsWith(`-${width}x${height}.webp`)).toBe(true);
    expect(markdown).toBe(`![Error at start](${url})`);
    expect(files.list()).toContain(nameOf(url));
    expect(await rows()).toMatchObject([{ name: nameOf(url), width, height, used_at: null }]);
    expect((await add(bytes)).url).toBe(url);
    expect(await rows()).toHaveLength(1);
  });

  test.each([
    ['../../evil.png', '![evil](/'],
    ['a\0b.php.png', '![a b php](/'],
    ['](javascript:alert(1)).png', '![javascript alert 1](/'],
    ['.png', '![Picture](/'],
    ['x'.repeat(300), `![${'x'.repeat(60)}](/`],
  ])('says nothing of a place by the name %j', async (name, beginning) => {
    const { url, markdown } = await add(await ownPicture(), actor, name);
    expect(markdown.startsWith(beginning)).toBe(true);
    expect(nameOf(url)).toMatch(UPLOAD_NAME);
  });

  test('is of members who may write', async () => {
    const bytes = await ownPicture();
    await expect(addImage(db, files, undefined, sent(bytes), 'en', now)).rejects.toBeInstanceOf(
      NotSignedIn,
    );
    for (const change of [
      { isVerified: false },
      { silencedUntil: later(1) },
      { suspendedUntil: later(1) },
    ]) {
      await expect(add(bytes, { ...actor, ...change })).rejects.toBeInstanceOf(NotAllowed);
    }
    expect(await rows()).toEqual([]);
  });

  test.each([...Object.entries(impostors), ['a bomb', pixelBomb(20_000)] as const])(
    'is nothing that is called one: %s',
    async (_, bytes) => {
      const before = files.list();
      for (const type of ['image/png', 'image/svg+xml', 'text/html']) {
        const refused = addImage(db, files, actor, sent(bytes, 'a.png', type), 'en', now);
        await expect(refused).rejects.toBeInstanceOf(InvalidInput);
      }
      expect(files.list()).toEqual(before);
    },
  );

  test('has at most five megabytes', async () => {
    const refused = await add(Buffer.alloc(5_000_001)).catch((error: InvalidInput) => error.fields);
    expect(refused).toEqual({ image: expect.stringContaining('at most 5 MB') as string });
  });

  test('comes six times a minute', async () => {
    for (let at = 0; at < 6; at++) await add(await picture('png', 30 + at, 30));
    await expect(add(await ownPicture())).rejects.toBeInstanceOf(TooMany);
  });
});

describe('a picture of oneself', () => {
  const shown = async () =>
    (
      await db
        .selectFrom('members')
        .select('avatar')
        .where('id', '=', actor.id)
        .executeTakeFirstOrThrow()
    ).avatar;

  test('is a square beside the name, until it is taken away', async () => {
    await showPicture(db, files, actor, sent(await ownPicture()), now);
    expect(await shown()).toMatch(/-256x256\.webp$/);
    await dropPicture(db, actor);
    expect(await shown()).toBeNull();
  });

  test('is refused with a fault', async () => {
    const fault = (file: File | undefined, by = actor) =>
      showPicture(db, files, by, file, now).catch((error: InvalidInput) => error.fields['picture']);
    expect(await fault(undefined)).toBe('pictureMissing');
    expect(await fault(sent(Buffer.alloc(5_000_001)))).toBe('pictureTooLarge');
    expect(await fault(sent(pixelBomb(20_000)))).toBe('pictureTooLarge');
    expect(await fault(sent(impostors['svg']!))).toBe('pictureUnknown');
    const silenced = { ...actor, silencedUntil: later(1) };
    expect(await fault(sent(await ownPicture()), silenced)).toBe('pictureNotAllowed');
    expect(await shown()).toBeNull();
  });
});

describe('pictures that no text shows', () => {
  const tidy = (at: Date, memberId?: number) => removeUnusedUploads(db, files, memberId, at);

  test('go after two days, and no others', async () => {
    const unused = nameOf((await add(await picture('png', 201, 90))).url);
    const posted = await add(await picture('png', 202, 90));
    const drafted = await add(await picture('png', 203, 90));
    await showPicture(db, files, actor, sent(await picture('png', 204, 90)), now);
    const body = `${typedQuestion.body}\n\n${posted.markdown}`;
    await askQuestion(db, actor, place, { ...typedQuestion, body }, now);
    await saveDraft(db, actor, 'ask', { body: drafted.markdown }, now);

    await tidy(later(47));
    expect(await rows()).toHaveLength(4);
    await tidy(later(49));
    expect((await rows()).map(({ name }) => name)).not.toContain(unused);
    expect(files.list()).not.toContain(unused);
    expect(await rows()).toHaveLength(3);
    // What was posted is not looked for again, what was drafted or is an avatar is.
    const used = (await rows()).filter(({ used_at }) => used_at).map(({ name }) => name);
    expect(used).toEqual([nameOf(posted.url)]);

    await db.deleteFrom('drafts').where('member_id', '=', actor.id).execute();
    await dropPicture(db, actor);
    await tidy(later(73));
    expect((await rows()).map(({ name }) => name)).toEqual([nameOf(posted.url)]);
  });

  test('stay as long as somebody else has them', async () => {
    const bytes = await ownPicture();
    const name = nameOf((await add(bytes)).url);
    const other = await member(db, `other-${actor.id}`);
    await add(bytes, other);
    await tidy(later(1), actor.id);
    expect(await rows()).toEqual([]);
    expect(files.list()).toContain(name);
    await tidy(later(1), other.id);
    expect(files.list()).not.toContain(name);
  });

  test('are remembered where the store cannot take them away', async () => {
    await add(await ownPicture());
    const broken = { ...files, remove: () => Promise.reject(new Error('away')) };
    await expect(removeUnusedUploads(db, broken, actor.id, later(1))).rejects.toThrow('away');
    expect(await rows()).toHaveLength(1);
  });
});
