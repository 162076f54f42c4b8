import { setTimeout as sleep } from 'node:timers/promises';
import { textOf } from '#tests/integration/notifications/received.ts';
import type { ReceivedMail } from '#tests/support/mail-server.ts';

/** A member with a session. */
export interface Person {
  handle: string;
  token: string;
}

interface Text {
  id: number;
  by: Person;
  body: string;
}

interface Question extends Text {
  path: string;
}

interface Answer extends Text {
  question: Question;
}

/** All that the site has said is done, by those who were told so. */
interface Acknowledged {
  /** Addresses whose owners were told to look into their mail. */
  signUps: string[];
  /** Who opened the link in it and pressed the button. */
  members: Person[];
  questions: Question[];
  answers: Answer[];
  comments: Text[];
  votes: { answer: Answer; by: Person; value: number }[];
  acceptances: Answer[];
}

/** What the site must not take, and how it answered. */
interface Refusal {
  what: string;
  status: number;
}

export interface Work {
  done: Acknowledged;
  refusals: Refusal[];
  /** Deeds of which nobody knows what became, as the line broke. */
  unknown(): number;
  stop(): Promise<void>;
}

const CONNECTIONS = 8;
const SIGN_UPS = 3;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** A mark that each text bears, and no other does. */
export const NOTE = /note\d+z/g;
/** Texts that begin so, and handles, are what the database refuses when all else is done. */
export const REFUSED = 'refused';

const OUTCOME = {
  question: /^(\/community\/questions\/(\d+)\/[^?#]+)$/,
  answer: /#answer-(\d+)$/,
  comment: /#comment-(\d+)$/,
};

/**
 * Has people sign up, ask, answer, comment, vote and accept, by forms over several connections,
 * and go on when the site is away for a while.
 * @param people who is there already
 * @param mails what has arrived, which those who sign up look into
 * @param random from 0 to 1
 */
export function startWork(
  url: string,
  people: Person[],
  mails: ReceivedMail[],
  random: () => number,
): Work {
  const done: Acknowledged = {
    signUps: [],
    members: [],
    questions: [],
    answers: [],
    comments: [],
    votes: [],
    acceptances: [],
  };
  const refusals: Refusal[] = [];
  const tried = new Set<unknown>();
  let isStopped = false;
  let unknown = 0;
  let count = 0;

  const pick = <One>(all: One[]): One | undefined => all[Math.floor(random() * all.length)];
  const isFirst = (deed: unknown) => !tried.has(deed) && tried.add(deed);
  const note = () => `note${(count += 1)}z`;

  /** Sends a form; undefined when no answer came back. */
  async function send(
    by: Person | undefined,
    path: string,
    action: string,
    form: Record<string, string | number>,
  ): Promise<Response | undefined> {
    try {
      const answer = await fetch(`${url}${path}?_action=${action}`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          Origin: url,
          'User-Agent': BROWSER,
          'X-Forwarded-For': `10.9.${count >> 8}.${count & 255}`,
          ...(by && { Cookie: `session=${by.token}` }),
        },
        body: new URLSearchParams(Object.entries(form).map(([key, one]) => [key, String(one)])),
      });
      // What was said is said, whether or not the rest of it arrives.
      await answer.text().catch(() => '');
      return answer;
    } catch (error) {
      // Nobody was there to take it; all else may have been taken.
      const isAway = (error as { cause?: { code?: string } }).cause?.code === 'ECONNREFUSED';
      if (!isAway) unknown += 1;
      await sleep(50);
      return undefined;
    }
  }

  const placeOf = (answer: Response | undefined) =>
    answer?.status === 303 ? (answer.headers.get('location') ?? '') : '';

  async function ask(): Promise<void> {
    const by = pick(people)!;
    const mark = note();
    const title = `What is behind the sign ${mark}?`;
    const body = `${mark} is written above it, and nobody knows why.`;
    const form = { step: 'post', title, body, tags: 'signs', category: 'using' };
    const place = placeOf(await send(by, '/community/ask', 'community.ask', form));
    const [, path, id] = OUTCOME.question.exec(place) ?? [];
    if (path) done.questions.push({ id: Number(id), by, body, path });
  }

  async function answer(): Promise<void> {
    const [by, question] = [pick(people)!, pick(done.questions)];
    if (!question) return ask();
    const body = `${note()} is what I would try first, it has helped before.`;
    const form = { question: question.id, body };
    const place = placeOf(await send(by, question.path, 'community.answer', form));
    const [, id] = OUTCOME.answer.exec(place) ?? [];
    if (id) done.answers.push({ id: Number(id), by, body, question });
  }

  async function comment(): Promise<void> {
    const [by, question] = [pick(people)!, pick(done.questions)];
    if (!question) return ask();
    const body = `${note()} would interest me, too.`;
    const form = { question: question.id, body };
    const place = placeOf(await send(by, question.path, 'community.comment', form));
    const [, id] = OUTCOME.comment.exec(place) ?? [];
    if (id) done.comments.push({ id: Number(id), by, body });
  }

  const sendVote = (by: Person, { id, question }: Answer, value: number) =>
    send(by, question.path, 'community.vote', { noun: 'answer', id, vote: value });
  const sendAccept = (by: Person, { id, question }: Answer) =>
    send(by, question.path, 'community.accept', { answer: id, accepted: 'yes' });

  async function vote(): Promise<void> {
    const [by, to] = [pick(people)!, pick(done.answers)];
    if (!to || to.by === by || !isFirst(`${by.handle} on ${to.id}`)) return;
    const value = random() < 0.7 ? 1 : -1;
    if (placeOf(await sendVote(by, to, value))) done.votes.push({ answer: to, by, value });
  }

  async function accept(): Promise<void> {
    const given = pick(done.answers);
    if (!given || !isFirst(given.question)) return;
    if (placeOf(await sendAccept(given.question.by, given))) done.acceptances.push(given);
  }

  /** Sends what is against a rule, or what the database refuses when all else is done. */
  async function trespass(): Promise<void> {
    const [by, to] = [pick(people)!, pick(done.answers)];
    if (!to) return;
    const text = `${REFUSED} ${note()}, as the database does not take it.`;
    const handle = `${REFUSED}-${(count += 1)}`;
    const { question } = to;
    const [what, attempt] = pick([
      ['own vote', () => sendVote(to.by, to, 1)],
      ['acceptance by others', () => sendAccept(by === question.by ? to.by : by, to)],
      [
        'answer',
        () => send(by, question.path, 'community.answer', { question: question.id, body: text }),
      ],
      [
        'comment',
        () => send(by, question.path, 'community.comment', { question: question.id, body: text }),
      ],
      ['sign-up', () => send(undefined, '/account/sign-up', 'accounts.signUp', formOf(handle))],
    ] as const)!;
    if (what === 'acceptance by others' && to.by === question.by) return;
    const said = await attempt();
    if (said) refusals.push({ what, status: said.status });
  }

  const formOf = (handle: string) => ({
    name: 'Ada',
    handle,
    email: `${handle}@example.com`,
    password: 'correct horse battery',
  });

  async function join(): Promise<void> {
    const handle = `ada-${(count += 1)}`;
    const form = formOf(handle);
    if (!placeOf(await send(undefined, '/account/sign-up', 'accounts.signUp', form))) return;
    done.signUps.push(form.email);
    const token = await mailedToken(form.email);
    if (!token) return;
    const confirmation = { token, handle };
    const welcome = await send(undefined, '/account/verify', 'accounts.confirm', confirmation);
    const [, session] = /^session=([^;]+)/.exec(welcome?.headers.getSetCookie()[0] ?? '') ?? [];
    if (!placeOf(welcome) || !session) return;
    const member = { handle, token: session };
    done.members.push(member);
    people.push(member);
  }

  /** What the link in the mail to an address brings along; undefined when none comes. */
  async function mailedToken(address: string): Promise<string | undefined> {
    for (let waited = 0; waited < 10_000 && !isStopped; waited += 50) {
      const mail = mails.find(({ to }) => to[0] === address);
      if (mail) return /token=([\w-]+)/.exec(textOf(mail.source, 'plain'))?.[1];
      await sleep(50);
    }
    return undefined;
  }

  const deeds = [vote, vote, vote, vote, answer, answer, comment, ask, accept, accept, trespass];
  const goOn = async (next: () => Promise<void>, pause: number) => {
    while (!isStopped) {
      await next();
      await sleep(random() * pause);
    }
  };
  const working = Promise.all([
    ...Array.from({ length: CONNECTIONS }, () => goOn(() => pick(deeds)!(), 20)),
    ...Array.from({ length: SIGN_UPS }, () => goOn(join, 400)),
  ]);
  // It is waited for when it stops.
  working.catch(() => {});
  return {
    done,
    refusals,
    unknown: () => unknown,
    async stop() {
      isStopped = true;
      await working;
    },
  };
}
