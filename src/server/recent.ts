/** Keeps what was used last, up to a total weight; what was used longest ago goes first. */
export class Recent<Value> {
  readonly #kept = new Map<string, { value: Value; weight: number }>();
  readonly #most: number;
  #total = 0;

  /** @param most total weight, in the unit of the weights that are given to `set` */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const found = this.#kept.get(key);
    if (!found) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found.value;
  }

  set(key: string, value: Value, weight: number): void {
    if (this.#kept.has(key)) return;
    this.#kept.set(key, { value, weight });
    this.#total += weight;
    for (const [oldest, { weight: freed }] of this.#kept) {
      if (this.#total <= this.#most) break;
      this.#kept.delete(oldest);
      this.#total -= freed;
    }
  }
}
