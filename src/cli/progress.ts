/** Tells the person at the terminal what goes on. */
export interface Progress {
  say(line: string): void;
  /**
   * Announces a piece of work, and its outcome with the time it took.
   * @param outcome what to say when it is done
   */
  step<Result>(
    name: string,
    work: () => Promise<Result>,
    outcome?: (result: Result) => string,
  ): Promise<Result>;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Progress on standard output, one line each; work that takes long says every ten seconds that it goes on. */
export const progress: Progress = {
  say(line) {
    process.stdout.write(`${line}\n`);
  },
  async step(name, work, outcome = () => 'done') {
    const began = performance.now();
    this.say(`${name} …`);
    const alive = setInterval(() => this.say(`${name} … still at it (${seconds(began)})`), 10_000);
    try {
      const result = await work();
      this.say(`${name}: ${outcome(result)} (${seconds(began)})`);
      return result;
    } finally {
      clearInterval(alive);
    }
  },
};
