/**
 * Runs `task` for one input at a time and always for the newest: what comes in meanwhile waits,
 * and only the last of it is taken up. `show` is never given an outcome that is out of date.
 * @param task may leave off as soon as its input is not the newest any more
 */
export function latest<In, Out>(
  task: (input: In, isNewest: () => boolean) => Promise<Out>,
  show: (outcome: Out, input: In) => void,
): (input: In) => Promise<void> {
  let wanted: { input: In } | undefined;
  let running: Promise<void> | undefined;

  async function run() {
    while (wanted) {
      const taken = wanted;
      const outcome = await task(taken.input, () => wanted === taken);
      if (wanted !== taken) continue;
      wanted = undefined;
      show(outcome, taken.input);
    }
  }

  return (input) => {
    wanted = { input };
    running ??= run().finally(() => (running = undefined));
    return running;
  };
}
