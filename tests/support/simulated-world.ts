import { seededRandom } from './seeded-random.ts';

/** How likely each thing is that a simulated visitor may do; nobody but the simulation knows. */
const CHANCES = {
  searches: 0.7,
  /** The first search finds something good, and one of its results is opened. */
  findsFirst: 0.7,
  opensFirst: 0.8,
  /** After nothing was opened, they say it in other words. */
  triesAgain: 0.5,
  findsAgain: 0.6,
  opensAgain: 0.8,
  opensTopResult: 0.6,
  /** They read one of the two articles, or only look at it. */
  reads: 0.8,
  readsGood: 0.6,
  helpedByGood: 0.85,
  helpedByPoor: 0.55,
  /** Whoever was helped, and whoever was not, says so, and says yes. */
  votes: 0.5,
  yesOfHelped: 0.95,
  yesOfOthers: 0.1,
  /** Who was not helped goes to the form. */
  goesToForm: 0.5,
  opensSuggestion: 0.5,
  isSolvedThere: 0.3,
  writesAnyway: 0.6,
};

const c = CHANCES;
const firstWorks = c.findsFirst * c.opensFirst;
const postsAtForm =
  c.opensSuggestion * (1 - c.isSolvedThere) * c.writesAnyway +
  (1 - c.opensSuggestion) * c.writesAnyway;
const writesAfter = (helped: number) => (1 - helped) * c.goesToForm * postsAtForm;
const yesOf = (helped: number) => helped * c.yesOfHelped + (1 - helped) * c.yesOfOthers;

/** What is true of this world, worked out of its chances. */
export const TRUTH = {
  searchSuccess: firstWorks + (1 - firstWorks) * c.triesAgain * c.findsAgain * c.opensAgain,
  /** Everybody's first search, and the second one of those who try again. */
  searchMisses:
    ((1 - firstWorks) * (1 + c.triesAgain * (1 - c.findsAgain * c.opensAgain))) /
    (1 + (1 - firstWorks) * c.triesAgain),
  clickedFirst: c.opensTopResult,
  helpfulGood: yesOf(c.helpedByGood),
  helpfulPoor: yesOf(c.helpedByPoor),
  failedGood: writesAfter(c.helpedByGood),
  failedPoor: writesAfter(c.helpedByPoor),
  selfService:
    1 - c.readsGood * writesAfter(c.helpedByGood) - (1 - c.readsGood) * writesAfter(c.helpedByPoor),
  confirmed: c.opensSuggestion * c.isSolvedThere,
  implied: c.opensSuggestion * (1 - c.isSolvedThere) * (1 - c.writesAnyway),
  unknown: (1 - c.opensSuggestion) * (1 - c.writesAnyway),
  posted: postsAtForm,
};

/** What really happened in one world: how many of how many, by the measures that must find it. */
export type Happened = Record<keyof typeof TRUTH, { count: number; n: number }>;

/** An article as the site serves it. */
export interface SimulatedArticle {
  category: string;
  slug: string;
  revision: string;
}

/** The world that is simulated: two articles of one site, of which one helps more. */
export interface World {
  /** Address of the site, which trusts one proxy in front of it. */
  url: string;
  good: SimulatedArticle;
  poor: SimulatedArticle;
  seed: number;
  visitors: number;
}

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
/** Visitors who are on the site at the same time. */
const AT_ONCE = 24;

type Send = (path: string, body: string, more?: Record<string, string>) => Promise<number>;

/** Sends as a browser would that comes from `address`. */
function browserAt(url: string, address: string, headers: Record<string, string> = {}): Send {
  return async (path, body, more = {}) => {
    const response = await fetch(url + path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {
        origin: url,
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': AGENT,
        'accept-language': 'en',
        'x-forwarded-for': address,
        ...headers,
        ...more,
      },
    });
    await response.arrayBuffer();
    return response.status;
  };
}

/** All dice are thrown beforehand, so that the order of answers changes nothing. */
function livesOf({ seed, visitors }: Pick<World, 'seed' | 'visitors'>) {
  const random = seededRandom(seed);
  const chance = (share: number) => random() < share;
  const number = () => Math.floor(random() * 2 ** 52);
  return Array.from({ length: visitors }, (_, index) => {
    const address = `10.${seed % 256}.${index >> 8}.${index & 255}`;
    const readsGood = chance(c.readsGood);
    const isHelped = chance(readsGood ? c.helpedByGood : c.helpedByPoor);
    return {
      address,
      readsGood,
      isHelped,
      pages: [number(), number(), number()],
      isProgram: index % 20 === 0,
      isPrivate: index % 20 === 1,
      isCopied: index % 10 === 2,
      searches: chance(c.searches),
      finds: chance(c.findsFirst),
      opens: chance(c.opensFirst),
      triesAgain: chance(c.triesAgain),
      findsAgain: chance(c.findsAgain),
      opensAgain: chance(c.opensAgain),
      rank: chance(c.opensTopResult) ? 1 : 2 + Math.floor(random() * 5),
      reads: chance(c.reads),
      seconds: 10 + Math.floor(random() * 170),
      votes: chance(c.votes),
      saysYes: chance(isHelped ? c.yesOfHelped : c.yesOfOthers),
      goesToForm: chance(c.goesToForm),
      opensSuggestion: chance(c.opensSuggestion),
      isSolved: chance(c.isSolvedThere),
      writes: chance(c.writesAnyway),
    };
  });
}

type Life = ReturnType<typeof livesOf>[number];

const findsFirst = ({ finds, opens }: Life) => finds && opens;
const findsAgain = (life: Life) => life.triesAgain && life.findsAgain && life.opensAgain;
const comesToForm = ({ reads, isHelped, goesToForm }: Life) => reads && !isHelped && goesToForm;

/** How somebody leaves the form. */
function endOf({ opensSuggestion, isSolved, writes }: Life) {
  if (opensSuggestion && isSolved) return 'confirmed';
  if (writes) return 'posted';
  return opensSuggestion ? 'implied' : 'unknown';
}

/**
 * What must be found of a world, to the last visitor: programs, copies, and those who ask not to be
 * counted are in no number, but that these last vote on purpose.
 */
function happened(lives: Life[]): Happened {
  const people = lives.filter(({ isProgram }) => !isProgram);
  const counted = people.filter(({ isPrivate }) => !isPrivate);
  const share = (of: Life[], is: (life: Life) => boolean) => ({
    count: of.filter(is).length,
    n: of.length,
  });
  const searching = counted.filter(({ searches }) => searches);
  const again = searching.filter((life) => !findsFirst(life) && life.triesAgain);
  const [first, second] = [share(searching, findsFirst), share(again, findsAgain)];
  const reading = (isGood: boolean) =>
    counted.filter(({ reads, readsGood }) => reads && readsGood === isGood);
  const voting = (isGood: boolean) =>
    people.filter(({ reads, votes, readsGood }) => reads && votes && readsGood === isGood);
  const writes = (life: Life) => comesToForm(life) && endOf(life) === 'posted';
  const atForm = counted.filter(comesToForm);
  return {
    searchSuccess: { count: first.count + second.count, n: first.n },
    searchMisses: {
      count: first.n - first.count + second.n - second.count,
      n: first.n + second.n,
    },
    clickedFirst: share(
      searching.filter((life) => findsFirst(life) || findsAgain(life)),
      ({ rank }) => rank === 1,
    ),
    helpfulGood: share(voting(true), ({ saysYes }) => saysYes),
    helpfulPoor: share(voting(false), ({ saysYes }) => saysYes),
    failedGood: share(reading(true), writes),
    failedPoor: share(reading(false), writes),
    selfService: share([...reading(true), ...reading(false)], (life) => !writes(life)),
    confirmed: share(atForm, (life) => endOf(life) === 'confirmed'),
    implied: share(atForm, (life) => endOf(life) === 'implied'),
    unknown: share(atForm, (life) => endOf(life) === 'unknown'),
    posted: share(atForm, (life) => endOf(life) === 'posted'),
  };
}

/**
 * Simulates one visitor after the other, each with an address of their own, and some noise.
 * @returns what was done there, as only the simulation knows it
 */
export async function simulate({ url, good, poor, seed, visitors }: World): Promise<Happened> {
  const pathOf = ({ category, slug }: SimulatedArticle) => `/articles/${category}/${slug}`;
  const lives = livesOf({ seed, visitors });

  async function live(life: Life): Promise<void> {
    const { address, pages } = life;
    const article = life.readsGood ? good : poor;
    const send = browserAt(url, address, {
      ...(life.isProgram && { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }),
      ...(life.isPrivate && { 'sec-gpc': '1' }),
    });
    const opened = Date.now() - 200_000;
    const tell = async (page: number, events: object[], revision?: string) => {
      const body = JSON.stringify({ locale: 'en', page, opened, revision, events });
      await send('/events', body, { 'content-type': 'text/plain' });
      // Somebody sends the same again, from elsewhere and from here.
      if (life.isCopied) {
        await browserAt(url, `10.250.${address.slice(3)}`.split('.').slice(0, 4).join('.'))(
          '/events',
          body,
          { 'content-type': 'text/plain' },
        );
        await send('/events', body, { 'content-type': 'text/plain' });
      }
    };

    if (life.searches) {
      const search = (query: string, isGood: boolean, isOpened: boolean) => [
        {
          kind: 'searched',
          query,
          quality: isGood ? 'good' : 'partial',
          results: 4,
          from: 'box',
        },
        ...(isGood && isOpened
          ? [{ kind: 'result-clicked', query, article: pathOf(article), rank: life.rank }]
          : []),
      ];
      await tell(pages[0]!, [
        ...search('how to begin', life.finds, life.opens),
        ...(!findsFirst(life) && life.triesAgain
          ? search('first steps', life.findsAgain, life.opensAgain)
          : []),
      ]);
    }
    const seconds = life.reads ? life.seconds : 4;
    await tell(
      pages[1]!,
      [{ kind: 'article-viewed', article: pathOf(article), seconds }],
      article.revision,
    );
    if (!life.reads) return;
    if (life.votes) {
      const { category, slug, revision } = article;
      const ballot = { locale: 'en', category, slug, revision, elapsed: '9000' };
      const answer = life.saysYes ? 'yes' : 'no';
      await send('/_actions/feedback.vote', `${new URLSearchParams({ ...ballot, answer })}`);
    }
    if (!comesToForm(life)) return;
    const suggestion = { form: 'contact', article: pathOf(good), rank: 1 };
    await tell(pages[2]!, [
      { kind: 'form-started', form: 'contact' },
      { kind: 'suggestion-shown', ...suggestion },
      ...(life.opensSuggestion ? [{ kind: 'suggestion-opened', ...suggestion }] : []),
    ]);
    const request = {
      name: 'Ada',
      email: `${address.replaceAll('.', '-')}@example.com`,
      subject: 'It does not begin',
      message: 'I have read the article, and it still does not begin.',
      told: 'yes',
    };
    const form = '/contact?_action=contact.send';
    const end = endOf(life);
    if (end === 'confirmed') {
      await send(form, `${new URLSearchParams({ ...request, solved: pathOf(good) })}`);
    } else if (end === 'posted') {
      await send(form, `${new URLSearchParams({ ...request, step: 'post' })}`);
    }
  }

  const queue = lives.values();
  const worker = async () => {
    for (const life of queue) await live(life);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return happened(lives);
}
