import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { acceptanceTime, acceptanceWaits } from '#src/features/measures/acceptance-time.store.ts';
import { answeredShare } from '#src/features/measures/answered-share.store.ts';
import {
  firstAnswerTime,
  firstAnswerWaits,
} from '#src/features/measures/first-answer-time.store.ts';
import { firstContactResolution } from '#src/features/measures/first-contact-resolution.store.ts';
import { formFunnel, type FormFunnel } from '#src/features/measures/form-funnel.store.ts';
import {
  waitingCurve,
  type Waiting,
  type WaitingPoint,
} from '#src/features/measures/kaplan-meier.store.ts';
import { before, type Scope } from '#src/features/measures/scope.ts';
import {
  selfServiceRate,
  selfServiceWeeks,
} from '#src/features/measures/self-service-rate.store.ts';
import { shareOf, type Share } from '#src/features/measures/share.ts';
import { listChannelClicks, type ChannelClicks } from './channel-clicks.store.ts';
import {
  listAnswerers,
  listCategoryHealth,
  listCommunityWeeks,
  listUnanswered,
  type Answerer,
  type CommunityWeek,
  type UnansweredQuestion,
} from './community-health.store.ts';

const UNANSWERED_SHOWN = 50;
const ANSWERERS_SHOWN = 20;

/** A share in a scope's days and in as many days before. */
export interface Compared {
  now: Share;
  before: Share;
}

export interface CommunityHealth {
  answered: Compared;
  resolved: Compared;
  selfService: Compared;
  firstAnswer: Waiting & { curve: WaitingPoint[] };
  acceptance: Waiting & { curve: WaitingPoint[] };
  weeks: CommunityWeek[];
  unanswered: { rows: UnansweredQuestion[]; count: number };
  answerers: Answerer[];
  categories: { category: string; answered: Share; resolved: Share }[];
  funnels: Record<'ask' | 'contact', FormFunnel>;
  channels: ChannelClicks[];
  selfServiceWeeks: { week: string; rate: Share }[];
}

async function waitOf(waiting: Promise<Waiting>, curve: Promise<WaitingPoint[]>) {
  return { ...(await waiting), curve: await curve };
}

/** How the community does, and how far people help themselves. */
export async function readCommunityHealth(
  db: Kysely<Database>,
  scope: Scope,
  now: Date,
): Promise<CommunityHealth> {
  const compared = async (share: (scope: Scope) => Promise<Share>): Promise<Compared> => {
    const [present, earlier] = await Promise.all([share(scope), share(before(scope))]);
    return { now: present, before: earlier };
  };
  const [answered, resolved, selfService, firstAnswer, acceptance, ask, contact, ...lists] =
    await Promise.all([
      compared((days) => answeredShare(db, days, now)),
      compared((days) => firstContactResolution(db, days, now)),
      compared((days) => selfServiceRate(db, days)),
      waitOf(firstAnswerTime(db, scope, now), waitingCurve(db, firstAnswerWaits(scope, now))),
      waitOf(acceptanceTime(db, scope, now), waitingCurve(db, acceptanceWaits(scope, now))),
      formFunnel(db, 'ask', scope),
      formFunnel(db, 'contact', scope),
      listCommunityWeeks(db, scope),
      listUnanswered(db, scope, UNANSWERED_SHOWN),
      listAnswerers(db, scope, ANSWERERS_SHOWN),
      listCategoryHealth(db, scope, now),
      selfServiceWeeks(db, scope),
      listChannelClicks(db, scope),
    ]);
  const [weeks, unanswered, answerers, categories, rates, channels] = lists;
  return {
    answered,
    resolved,
    selfService,
    firstAnswer,
    acceptance,
    weeks,
    unanswered,
    answerers,
    categories: categories.map(({ category, asked, ...of }) => ({
      category,
      answered: shareOf(of.answered, asked),
      resolved: shareOf(of.resolved, of.answered),
    })),
    funnels: { ask, contact },
    channels,
    selfServiceWeeks: rates,
  };
}
