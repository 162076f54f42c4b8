import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SeedActor, SeedNews, SeedText, SeedTools } from '#db/seed.ts';
import type { Happening } from './happenings.ts';

/** Something that is done at its time, after all that was before it. */
export interface Moment {
  at: Date;
  happen(): Promise<unknown>;
}

/** Who and what a happening can name. */
export interface World {
  member(handle: string): SeedActor;
  /** By the title of a question, or the text of anything below it. */
  texts: Map<string, SeedText>;
}

/** Those who write on a question follow it, and all who follow are told. */
export const written = (
  trx: Transaction<Database>,
  { tell }: SeedTools,
  news: SeedNews,
  at: Date,
): Moment => ({
  at,
  async happen() {
    const { questionId: question_id, byId: member_id } = news;
    await trx
      .insertInto('question_follows')
      .values({ question_id, member_id, created_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await tell(trx, news, at);
  },
});

/** A happening as the deed of its member. */
export const deed = (
  trx: Transaction<Database>,
  { actAs }: SeedTools,
  { member, texts }: World,
  happening: Happening,
  at: Date,
): Moment => ({
  at,
  async happen() {
    const actor = member(happening.by);
    const deeds = actAs(trx, actor, at);
    if (happening.does === 'asks') {
      return texts.set(happening.title, await deeds.ask(happening));
    }
    if (happening.does === 'follows') {
      const shelf = { kind: 'category', name: happening.category } as const;
      const row = { ...shelf, member_id: actor.id, created_at: at };
      return trx.insertInto('shelf_follows').values(row).execute();
    }
    if (happening.does === 'warns' || happening.does === 'suspends') {
      const kind = happening.does === 'warns' ? 'warning' : 'suspension';
      return deeds.sanction(member(happening.whom).id, kind, happening.reason);
    }

    const text = named(texts, happening.on);
    switch (happening.does) {
      case 'answers':
        return texts.set(happening.body, await deeds.answer(text, happening.body));
      case 'comments':
        return texts.set(happening.body, await deeds.comment(text, happening.body));
      case 'flags':
        return deeds.flag(text, happening.reason, happening.note ?? '');
      case 'takes':
        return deeds.take(await waitingItem(trx, text));
      case 'keeps':
        return deeds.decide(await waitingItem(trx, text), 'keep', '');
      case 'hides':
        return deeds.decide(await waitingItem(trx, text), 'hide', happening.reason);
      case 'removes':
        return deeds.decide(await waitingItem(trx, text), 'remove', happening.reason);
      case 'locks':
        return deeds.change(text, 'lock', happening.reason);
      case 'pins':
        return deeds.change(text, 'pin', happening.reason);
      case 'moves':
        return deeds.move(text, happening.to, happening.reason);
      case 'undoes':
        return deeds.undo(await latestEvent(trx, text));
    }
  },
});

function named(texts: World['texts'], start: string): SeedText {
  for (const [words, text] of texts) if (words.startsWith(start)) return text;
  throw new Error(`nothing in the world begins with "${start}"`);
}

async function waitingItem(trx: Transaction<Database>, { noun, id }: SeedText): Promise<number> {
  const item = await trx
    .selectFrom('review_items')
    .select('id')
    .where('noun', '=', noun)
    .where('writing_id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirstOrThrow();
  return item.id;
}

async function latestEvent(trx: Transaction<Database>, { noun, id }: SeedText): Promise<number> {
  const event = await trx
    .selectFrom('moderation_events')
    .select('id')
    .where('noun', '=', noun)
    .where('subject_id', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return event.id;
}
