import { expect, test } from 'vitest';
import { latest } from '#src/features/search/latest.ts';

/** A task whose answers are given by hand, in any order. */
function byHand() {
  const open: { input: string; answer: (outcome: string) => void }[] = [];
  const shown: string[] = [];
  const run = latest(
    (input: string) => new Promise<string>((answer) => open.push({ input, answer })),
    (outcome, input) => shown.push(`${input}: ${outcome}`),
  );
  const answer = async (outcome: string) => {
    open.at(-1)?.answer(outcome);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { run, answer, shown, started: () => open.map(({ input }) => input) };
}

test('what was overtaken is never shown, and what was skipped never started', async () => {
  const { run, answer, shown, started } = byHand();
  void run('p');
  void run('pa');
  void run('pas');
  expect(started()).toEqual(['p']);
  await answer('old');
  expect(shown).toEqual([]);
  expect(started()).toEqual(['p', 'pas']);
  await answer('new');
  expect(shown).toEqual(['pas: new']);
});

test('a task is told when its input is not the newest any more', async () => {
  const newest: boolean[] = [];
  const run = latest(
    async (input: string, isNewest: () => boolean) => {
      await Promise.resolve();
      newest.push(isNewest());
      return input;
    },
    () => undefined,
  );
  void run('p');
  await run('pa');
  expect(newest).toEqual([false, true]);
});

test('one after the other, each is shown', async () => {
  const { run, answer, shown } = byHand();
  void run('a');
  await answer('1');
  void run('b');
  await answer('2');
  expect(shown).toEqual(['a: 1', 'b: 2']);
});

test('a task that fails leaves the next one free', async () => {
  const shown: string[] = [];
  const run = latest(
    async (input: string) => {
      if (input === 'bad') throw new Error('no');
      return 'fine';
    },
    (outcome) => shown.push(outcome),
  );
  await expect(run('bad')).rejects.toThrow('no');
  await run('good');
  expect(shown).toEqual(['fine']);
});
