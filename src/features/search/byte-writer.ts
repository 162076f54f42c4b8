/** A byte holds seven bits of a number, and whether more follow. */
const GROUP = 128;

/** Collects numbers and texts as bytes; small numbers are short (LEB128). */
export class ByteWriter {
  #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  /** @param value a whole number from 0 to 2^53 */
  number(value: number): void {
    let rest = value;
    for (; rest >= GROUP; rest = Math.floor(rest / GROUP)) this.#bytes.push((rest % GROUP) + GROUP);
    this.#bytes.push(rest);
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.number(bytes.length);
    this.bytes(bytes);
  }

  bytes(values: Uint8Array): void {
    for (const value of values) this.#bytes.push(value);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
