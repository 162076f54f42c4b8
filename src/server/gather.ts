/** How many batches of one deed may be under way at once: a slow one must not hold up all others. */
const AT_ONCE = 2;

/** How long a batch waits for company unless told, in milliseconds: nothing to a person, half the statements. */
const WAIT = 2;

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (reason: unknown) => void;
}

function gatherIn<Item, Result>(
  deed: (items: Item[]) => Promise<Result[]>,
  most: number,
  wait: number,
): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  async function runAlone({ item, resolve, reject }: Waiting<Item, Result>): Promise<void> {
    try {
      const [result] = await deed([item]);
      resolve(result as Result);
    } catch (error) {
      reject(error);
    }
  }

  async function run(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await deed(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else await Promise.all(batch.map(runAlone));
    }
  }

  function pump(): void {
    timer = undefined;
    while (underWay < AT_ONCE && queue.length > 0) {
      underWay += 1;
      void run(queue.splice(0, most)).finally(() => {
        underWay -= 1;
        pumpSoon();
      });
    }
  }

  function pumpSoon(): void {
    if (queue.length > 0) timer ??= setTimeout(pump, wait);
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      pumpSoon();
    });
}

/**
 * Turns a deed for many items into one for a single item: calls that arrive while earlier ones
 * are under way wait together and share the next statement, and with it one commit to disk.
 * No call is answered before the statement that carries its item has been committed.
 * @param deed answers its items in their order; if it fails for a batch, each item is tried alone,
 *   so that a bad item fails only its own caller
 * @param most items in one batch at most
 * @param wait milliseconds that a batch waits for company
 * @returns the deed for one item in a place (a database), each place with a queue of its own
 */
export function gather<Place extends object, Item, Result>(
  deed: (place: Place, items: Item[]) => Promise<Result[]>,
  most = 200,
  wait = WAIT,
): (place: Place, item: Item) => Promise<Result> {
  const queues = new WeakMap<Place, (item: Item) => Promise<Result>>();
  return (place, item) => {
    let queue = queues.get(place);
    if (!queue) {
      queue = gatherIn((items: Item[]) => deed(place, items), most, wait);
      queues.set(place, queue);
    }
    return queue(item);
  };
}
