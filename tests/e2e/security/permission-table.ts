import { offerTwoFactor } from '#src/features/accounts/two-factor-offer.ts';
import { editPlace } from '#src/features/community/draft-place.ts';
import { plainQuestionPath } from '#src/features/community/question-address.ts';
import { writeStopScope } from '#src/features/notifications/stop-scope.ts';
import { hashOfToken } from '#src/server/token.ts';
import {
  addEndpoint,
  addEvent,
  addIdentity,
  addItem,
  addLink,
  addMail,
  addRequest,
  deskCall,
  occasionOf,
  addNotification,
  addSanction,
  addSignUp,
  addToken,
  addTwoFactor,
  addUpload,
  codeFor,
  feedbackForm,
  givePassword,
  heldQuestion,
  linkAstray,
  newPicture,
  oweCode,
  password,
  previewPath,
} from './props.ts';
import {
  addAnswer,
  addComment,
  addPerson,
  addQuestion,
  signIn,
  titleOf,
  type Scene,
} from './scene.ts';
import type { Form } from './visit.ts';

/** What is sent to a door. */
export interface Asked {
  /** Path of the page; a form for an action goes there. */
  at: string;
  /** GET without. */
  form?: Form;
  /** In place of a form. */
  body?: string;
  headers?: Record<string, string | undefined>;
  /** Beside that of the session. */
  cookie?: string;
}

/**
 * One thing that can be asked of a door, and what comes of it.
 *
 * - `done`: the form was taken, and `seen` tells how that shows
 * - `nothing`: the answer is that of a form that was taken, and nothing was written
 * - `page`: the page is shown, with `shows` on it; `without`: it is shown without that
 * - `sign-in`: whoever comes is asked to sign in
 * - `refused`, `hidden`, `gone`, `wrong`, `late`: 403, 404, 410, 400, 409
 * - `moved`: leads to another page
 */
export interface Row {
  /** An action, the file of a page or an endpoint, or of a door that is not Astro's. */
  door: string;
  asks: string;
  ask: (scene: Scene) => Asked | Promise<Asked>;
  /** A table, or one of its columns, that was written; or what the answer has in it. */
  seen?: string | RegExp;
  shows?: (scene: Scene) => string;
  /** Whoever comes wrote the texts, moderators too. */
  isMine?: true;
  /** No page has a form for it, only a script of ours sends it. */
  byScript?: true;
  /** One word for each of those who come, in the order of `ROLES`. */
  outcome: string;
}

const everybody = (outcome: string) => Array<string>(8).fill(outcome).join(' ');
const pageOf = (scene: Scene, id = scene.question) =>
  plainQuestionPath({ id, title: titleOf(scene) });
const deeds = (noun: string, id: number) => `/moderation/deeds/${noun}/${id}`;
const recordOf = ({ handle }: { handle: string }) => `/moderation/records/${handle}`;
const image = async () => new File([new Uint8Array(await newPicture())], 'a.png');
const hidden = ({ now }: Scene) => ({ hidden_at: now, hidden_for: 'moderator' }) as const;
const flagged = ({ now }: Scene) => ({ hidden_at: now, hidden_for: 'flags' }) as const;
/** By whoever wrote it. */
const deleted = ({ now, owner }: Scene) => ({ deleted_at: now, deleted_by_id: owner.id });
const answered = (scene: Scene) => addAnswer(scene, scene.question, scene.owner);

const accounts: Row[] = [
  {
    door: 'accounts.signUp',
    asks: 'to become a member',
    ask: ({ word }) => ({
      at: '/account/sign-up',
      form: { name: 'Ada', handle: word, email: `${word}@example.com`, password },
    }),
    seen: 'sign_ups',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.confirm',
    asks: 'with the link of a sign-up',
    ask: async (s) => ({ at: '/account/verify', form: { token: await addSignUp(s) } }),
    seen: 'members',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.signIn',
    asks: 'with a password; who is suspended comes in too, to read and to leave',
    ask: async (s) => {
      await givePassword(s, s.owner);
      return { at: '/account/sign-in', form: { email: s.owner.email, password } };
    },
    seen: 'sessions',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.secondStep',
    asks: 'with the code that is owed after a password',
    ask: async (s) => {
      const { code, cookie } = await oweCode(s, s.owner);
      return { at: '/account/second-step', form: { code }, cookie };
    },
    seen: 'sessions',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.sendSignInLink',
    asks: 'for a link by mail',
    ask: ({ owner: { email } }) => ({ at: '/account/sign-in-link', form: { email } }),
    seen: 'mailed_links',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.openLink',
    asks: 'with that link',
    ask: async (s) => {
      return { at: '/account/sign-in-link', form: { token: await addLink(s, 'sign-in', s.owner) } };
    },
    seen: 'sessions',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.openLink',
    asks: 'with a link that was made for something else',
    ask: async (s) => {
      return { at: '/account/sign-in-link', form: { token: await addLink(s, 'reset', s.owner) } };
    },
    outcome: everybody('hidden'),
  },
  {
    door: 'accounts.sendReset',
    asks: 'for a link to choose another password',
    ask: ({ owner: { email } }) => ({ at: '/account/reset', form: { email } }),
    seen: 'mailed_links',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.reset',
    asks: 'with that link',
    ask: async (s) => ({
      at: '/account/reset',
      form: { token: await addLink(s, 'reset', s.owner), password },
    }),
    seen: 'members.password_hash',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.useAddress',
    asks: 'with the link that a new address was sent',
    ask: async (s) => ({
      at: '/account/address',
      form: { token: await addLink(s, 'change-address', s.owner) },
    }),
    seen: 'members.email',
    outcome: everybody('done'),
  },
  {
    door: 'accounts.askAddress',
    asks: 'to use another address from now on',
    ask: ({ word }) => ({ at: '/account', form: { email: `${word}@example.com`, password: '' } }),
    seen: 'mailed_links',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.saveProfile',
    asks: 'to say something else of oneself',
    ask: ({ word, owner, actor = owner }) => ({
      at: '/account',
      form: { name: 'Kim', handle: actor.handle, about: word, locale: 'en' },
    }),
    seen: 'members.about',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     refused   done    done     done',
  },
  {
    door: 'accounts.savePicture',
    asks: 'to show a picture of oneself',
    ask: async () => ({ at: '/account', form: { picture: await image() } }),
    seen: 'members.avatar',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    wrong    wrong     done    done     done',
  },
  {
    door: 'accounts.removePicture',
    asks: 'to show none any more',
    ask: async ({ site, owner, actor = owner }) => {
      const avatar = 'a.webp';
      await site.db.updateTable('members').set({ avatar }).where('id', '=', actor.id).execute();
      return { at: '/account', form: {} };
    },
    seen: 'members.avatar',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.signOutThere',
    asks: 'to end a session of the owner in another browser',
    ask: async ({ site, owner, now }) => {
      const token = await signIn(site, owner, now);
      return { at: '/account', form: { session: hashOfToken(token) } };
    },
    seen: 'sessions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    nothing done     done      nothing nothing  nothing',
  },
  {
    door: 'accounts.signOut',
    asks: 'to be signed out',
    ask: () => ({ at: '/account/sign-in', form: {} }),
    seen: 'sessions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'nothing    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.signOutEverywhere',
    asks: 'to be signed out in all browsers',
    ask: () => ({ at: '/account', form: {} }),
    seen: 'sessions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.leave',
    asks: 'to delete the account',
    ask: () => ({ at: '/account', form: { password: '', texts: 'go' } }),
    seen: 'members.email',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.leave',
    asks: 'to delete the account, a day after signing in and without the password',
    ask: async ({ site, actor, now }) => {
      const yesterday = new Date(now.getTime() - 86_400_000);
      const Cookie = actor && `session=${await signIn(site, actor, yesterday)}`;
      return { at: '/account', form: { password: '', texts: 'go' }, headers: { Cookie } };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    wrong   wrong   wrong    wrong     wrong   wrong    wrong',
  },
  {
    door: 'accounts.turnOnTwoFactor',
    asks: 'to be asked for a code from now on',
    ask: ({ site, owner, actor = owner, now }) => {
      const who = { ...actor, name: 'Kim', role: 'member', isVerified: true } as const;
      const unbarred = { ...who, silencedUntil: null, suspendedUntil: null };
      const { sealed, secret } = offerTwoFactor(site.env, unbarred, 'Helpmark');
      const code = codeFor(secret.replaceAll(' ', ''), now);
      return { at: '/account/two-factor', form: { offer: sealed, code, password: '' } };
    },
    seen: 'two_factors',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.turnOnTwoFactor',
    asks: 'to be asked for the code of somebody else’s device',
    ask: ({ site, helper, now }) => {
      const who = { ...helper, name: 'Kim', role: 'member', isVerified: true } as const;
      const unbarred = { ...who, silencedUntil: null, suspendedUntil: null };
      const { sealed, secret } = offerTwoFactor(site.env, unbarred, 'Helpmark');
      const code = codeFor(secret.replaceAll(' ', ''), now);
      return { at: '/account/two-factor', form: { offer: sealed, code, password: '' } };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    late    late    late     late      late    late     late',
  },
  {
    door: 'accounts.renewCodes',
    asks: 'for new recovery codes',
    ask: async (s) => {
      await addTwoFactor(s, s.actor ?? s.owner);
      return { at: '/account/two-factor', form: { password: '' } };
    },
    seen: 'recovery_codes',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.turnOffTwoFactor',
    asks: 'to be asked for a code no more',
    ask: async (s) => {
      await addTwoFactor(s, s.actor ?? s.owner);
      return { at: '/account/two-factor', form: { password: '' } };
    },
    seen: 'two_factors',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.beginSingleSignOn',
    asks: 'to sign in at the provider',
    ask: () => ({ at: '/account/single-sign-on', form: { next: '/community' } }),
    seen: /single-sign-on=[\w-]/,
    outcome: everybody('done'),
  },
  {
    door: 'accounts.unlinkIdentity',
    asks: 'to sign in at a provider no more',
    ask: async (s) => {
      const { owner, actor = owner } = s;
      await givePassword(s, actor);
      return { at: '/account', form: { ...(await addIdentity(s, actor)), password: '' } };
    },
    seen: 'member_identities',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'accounts.unlinkIdentity',
    asks: 'for that with nothing else to sign in with',
    ask: async (s) => ({
      at: '/account',
      form: { ...(await addIdentity(s, s.actor ?? s.owner)), password: '' },
    }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'accounts.unlinkIdentity',
    asks: 'for that in the name of somebody else',
    ask: async (s) => ({
      at: '/account',
      form: { ...(await addIdentity(s, s.helper)), password: '' },
    }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    late    late    late     late      late    late     late',
  },
  {
    door: 'accounts.makeToken',
    asks: 'for a token with which a program reads insights',
    ask: ({ word }) => ({
      at: '/account/tokens',
      form: { name: word, scope: 'insights:read', days: '90', password: '' },
    }),
    seen: 'api_tokens',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   done   done     done',
  },
  {
    door: 'accounts.revokeToken',
    asks: 'to make a token of the owner worthless',
    ask: async (s) => ({ at: '/account/tokens', form: { id: String(await addToken(s, s.owner)) } }),
    seen: 'api_tokens',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    nothing done     done      nothing nothing  nothing',
  },
  {
    door: 'account/tokens',
    asks: 'which tokens the owner has, which is nobody else’s business',
    ask: async (s) => {
      await addToken(s, s.owner);
      return { at: '/account/tokens' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    without page     page      without without  without',
  },
  {
    door: 'account/archive',
    asks: 'for all of one’s own data',
    ask: () => ({ at: '/account/archive', form: {} }),
    seen: /helpmark-data\.json/,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'account/index',
    asks: 'for one’s settings',
    ask: () => ({ at: '/account' }),
    shows: ({ owner, actor = owner }) => actor.email,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    page    page     page      page    page     page',
  },
  {
    door: 'account/index',
    asks: 'by which providers one signs in, which is nobody else’s business',
    ask: async (s) => {
      await addIdentity(s, s.owner);
      return { at: '/account' };
    },
    shows: () => ', linked since',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    without page     page      without without  without',
  },
  {
    door: 'account/two-factor',
    asks: 'for the settings of signing in',
    ask: () => ({ at: '/account/two-factor' }),
    shows: () => 'name="offer"',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    page    page     page      page    page     page',
  },
  {
    door: 'account/sign-in',
    asks: 'for the form to sign in',
    ask: () => ({ at: '/account/sign-in' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'page       moved   moved   moved    moved     moved   moved    moved',
  },
  {
    door: 'account/sign-up',
    asks: 'for the form to become a member',
    ask: () => ({ at: '/account/sign-up' }),
    outcome: everybody('page'),
  },
  {
    door: 'account/verify',
    asks: 'what the link of a sign-up would do',
    ask: async (s) => ({ at: `/account/verify?token=${await addSignUp(s)}` }),
    shows: ({ word }) => word,
    outcome: everybody('page'),
  },
  {
    door: 'account/sign-in-link',
    asks: 'what a link to sign in would do',
    ask: async (s) => ({
      at: `/account/sign-in-link?token=${await addLink(s, 'sign-in', s.owner)}`,
    }),
    shows: ({ owner }) => owner.email,
    outcome: everybody('page'),
  },
  {
    door: 'account/reset',
    asks: 'what a link to choose another password would do',
    ask: async (s) => ({ at: `/account/reset?token=${await addLink(s, 'reset', s.owner)}` }),
    shows: ({ owner }) => owner.email,
    outcome: everybody('page'),
  },
  {
    door: 'account/address',
    asks: 'what the link at a new address would do',
    ask: async (s) => ({
      at: `/account/address?token=${await addLink(s, 'change-address', s.owner)}`,
    }),
    shows: ({ owner }) => `new-${owner.email}`,
    outcome: everybody('page'),
  },
  {
    door: 'account/address',
    asks: 'with a link that is none',
    ask: () => ({ at: '/account/address?token=made-up' }),
    outcome: everybody('hidden'),
  },
  {
    door: 'account/second-step',
    asks: 'for the form of a code that is owed',
    ask: async (s) => ({ at: '/account/second-step', cookie: (await oweCode(s, s.owner)).cookie }),
    shows: () => 'name="code"',
    outcome: everybody('page'),
  },
  {
    door: 'account/second-step',
    asks: 'for it when none is owed',
    ask: () => ({ at: '/account/second-step' }),
    outcome: everybody('moved'),
  },
  {
    door: 'account/single-sign-on',
    asks: 'to come back from the provider without having gone there',
    ask: () => ({ at: '/account/single-sign-on?code=1&state=2' }),
    outcome: everybody('moved'),
  },
  {
    door: 'members/[handle]',
    asks: 'who the owner is',
    ask: ({ owner }) => ({ at: `/members/${owner.handle}` }),
    shows: ({ owner }) => owner.handle,
    outcome: everybody('page'),
  },
  {
    door: 'members/[handle]',
    asks: 'what the owner wrote, of which nothing is to be seen',
    ask: async ({ site, owner, question, answer, ...s }) => {
      const hide = { hidden_at: s.now, hidden_for: 'held' } as const;
      await site.db.updateTable('questions').set(hide).where('id', '=', question).execute();
      await site.db.updateTable('answers').set(hide).where('id', '=', answer).execute();
      return { at: `/members/${owner.handle}` };
    },
    shows: ({ word }) => word,
    outcome: everybody('without'),
  },
];

const feedback: Row[] = [
  {
    door: 'feedback.vote',
    asks: 'to count a vote on an article',
    ask: async (s) => ({ at: '/articles/using/search/feedback', form: await feedbackForm(s) }),
    seen: 'article_feedback',
    outcome: everybody('done'),
  },
  {
    door: 'actions/vote-door.ts',
    asks: 'to count a vote on an article, as our script does',
    ask: async (s) => ({ at: '/_actions/feedback.vote', form: await feedbackForm(s) }),
    seen: 'article_feedback',
    outcome: everybody('done'),
  },
  {
    door: 'feedback.explain',
    asks: 'to read a comment on an article',
    ask: async (s) => ({
      at: '/articles/using/search/feedback',
      form: { ...(await feedbackForm(s)), reason: 'outdated', comment: s.word, section: '' },
    }),
    seen: 'article_feedback',
    outcome: everybody('done'),
  },
  {
    door: 'articles/[category]/[slug]/feedback',
    asks: 'for the form below an article',
    ask: () => ({ at: '/articles/using/search/feedback' }),
    outcome: everybody('page'),
  },
  {
    door: 'events',
    asks: 'to record what was suggested',
    ask: ({ question }) => ({
      at: '/events',
      body: JSON.stringify({
        locale: 'en',
        page: Math.floor(Math.random() * 2 ** 52),
        opened: Date.now(),
        events: [{ kind: 'suggestion-shown', form: 'ask', question, rank: 1 }],
      }),
    }),
    seen: 'events',
    outcome: everybody('done'),
  },
  {
    door: 'og/[category]/[name].png',
    asks: 'for the picture of an article',
    ask: async (s) => ({ at: await previewPath(s) }),
    outcome: everybody('page'),
  },
  {
    door: 'missing',
    asks: 'for the page that is shown in place of others',
    ask: () => ({ at: '/missing' }),
    outcome: everybody('hidden'),
  },
  {
    door: 'cli/serve.ts',
    asks: 'whether the site is well',
    ask: () => ({ at: '/health/ready' }),
    outcome: everybody('page'),
  },
  {
    door: 'cli/serve.ts',
    asks: 'for the numbers of the process, through a proxy',
    ask: () => ({ at: '/metrics' }),
    outcome: everybody('refused'),
  },
];

const writing: Row[] = [
  {
    door: 'community.ask',
    asks: 'what may already answer a question',
    ask: ({ word }) => ({
      at: '/community/ask',
      form: {
        step: 'check',
        title: `Why does ${word} have stripes?`,
        body: `I have looked at ${word} for a whole day.`,
        tags: 'stripes',
        category: 'using',
      },
    }),
    seen: 'events',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'done       done    done    refused  refused   done    done     done',
  },
  {
    door: 'community.ask',
    asks: 'to post a question',
    ask: ({ word }) => ({
      at: '/community/ask',
      form: {
        step: 'post',
        title: `Why does ${word} have stripes?`,
        body: `I have looked at ${word} for a whole day.`,
        tags: 'stripes',
        category: 'using',
        article: 'en/using/search',
        searched: 'stripes',
      },
    }),
    seen: 'questions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    refused  refused   done    done     done',
  },
  {
    door: 'community.ask',
    asks: 'to say that a suggestion was the answer',
    ask: ({ question }) => ({ at: '/community/ask', form: { step: 'check', solved: question } }),
    seen: 'events',
    outcome: everybody('done'),
  },
  {
    door: 'community.draft',
    asks: 'to keep what is being typed',
    ask: (s) => ({
      at: pageOf(s),
      form: {
        place: editPlace('question', s.question),
        title: 'Half',
        body: 'Half of it',
        tags: 'one two',
        category: 'using',
        searched: s.word,
        reason: 'Clearer',
      },
    }),
    seen: 'drafts',
    byScript: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'community.preview',
    asks: 'how a text will look',
    ask: () => ({ at: '/community/ask', form: { locale: 'en', body: 'So **bold** it is' } }),
    seen: /strong>bold/,
    byScript: true,
    outcome: everybody('done'),
  },
  {
    door: 'community.addImage',
    asks: 'to take a picture for a text',
    ask: async (s) => ({ at: pageOf(s), form: { body: 'Look', image: await image() } }),
    seen: 'uploads',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    refused  refused   done    done     done',
  },
  {
    door: 'community/upload',
    asks: 'to take a picture for a text, as our script does',
    ask: async () => ({ at: '/community/upload', form: { file: await image() } }),
    seen: 'uploads',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    refused  refused   done    done     done',
  },
  {
    door: 'community.answer',
    asks: 'to post an answer',
    ask: (s) => ({
      at: pageOf(s),
      form: { question: s.question, body: `It is the ${s.word} that does it.` },
    }),
    seen: 'answers',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    refused  refused   done    done     done',
  },
  {
    door: 'community.answer',
    asks: 'to post an answer to a question that is locked',
    ask: async (s) => {
      const question = await addQuestion(s, s.owner, { locked_at: s.now });
      return { at: pageOf(s), form: { question, body: `It is the ${s.word} that does it.` } };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.answer',
    asks: 'to post an answer to a question that waits for a moderator',
    ask: async (s) => {
      const form = { question: await heldQuestion(s), body: `It is the ${s.word} that does it.` };
      return { at: pageOf(s), form };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.comment',
    asks: 'to post a remark on a question',
    ask: (s) => ({
      at: pageOf(s),
      form: { question: s.question, body: `More ${s.word}, please.` },
    }),
    seen: 'comments',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    refused  refused   done    done     done',
  },
  {
    door: 'community.comment',
    asks: 'to post a remark on an answer',
    ask: (s) => ({
      at: pageOf(s),
      form: { question: s.question, answer: s.answer, body: `More ${s.word}, please.` },
    }),
    seen: 'comments',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    refused  refused   done    done     done',
  },
  {
    door: 'community.comment',
    asks: 'to post a remark on an answer that is hidden',
    ask: async (s) => ({
      at: pageOf(s),
      form: {
        question: s.question,
        answer: await addAnswer(s, s.question, s.owner, hidden(s)),
        body: `More ${s.word}, please.`,
      },
    }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    hidden  hidden  refused  refused   hidden  hidden   hidden',
  },
  {
    door: 'community.accept',
    asks: 'to accept an answer',
    ask: (s) => ({ at: pageOf(s), form: { answer: s.answer, accepted: 'yes' } }),
    seen: 'questions.accepted_answer_id',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused done     refused   refused done     done',
  },
  {
    door: 'community.accept',
    asks: 'to accept it no more',
    ask: async (s) => {
      const chosen = {
        accepted_answer_id: s.answer,
        accepted_at: s.now,
        accepted_by_id: s.owner.id,
      };
      const { db } = s.site;
      await db.updateTable('questions').set(chosen).where('id', '=', s.question).execute();
      return { at: pageOf(s), form: { answer: s.answer, accepted: 'no' } };
    },
    seen: 'questions.accepted_answer_id',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused done     refused   refused done     done',
  },
  {
    door: 'community.vote',
    asks: 'to count a vote on another’s answer',
    ask: (s) => ({ at: pageOf(s), form: { noun: 'answer', id: s.answer, vote: '1' } }),
    seen: 'answer_votes',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     refused   done    done     done',
  },
  {
    door: 'community.vote',
    asks: 'to count a vote on the owner’s question',
    ask: (s) => ({ at: pageOf(s), form: { noun: 'question', id: s.question, vote: '-1' } }),
    seen: 'question_votes',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused done    refused  refused   done    done     done',
  },
  {
    door: 'community.vote',
    asks: 'to count a vote on one’s own answer',
    ask: async (s) => ({
      at: pageOf(s),
      form: { noun: 'answer', id: await answered(s), vote: '1' },
    }),
    isMine: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.same',
    asks: 'to have the owner’s question too',
    ask: (s) => ({ at: pageOf(s), form: { question: s.question, same: 'yes' } }),
    seen: 'same_questions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused done    refused  refused   done    done     done',
  },
  {
    door: 'community.same',
    asks: 'to have another’s question too',
    ask: async (s) => {
      const question = await addQuestion(s, s.helper);
      return { at: pageOf(s, question), form: { question, same: 'yes' } };
    },
    seen: 'same_questions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     refused   done    done     done',
  },
  {
    door: 'community.editQuestion',
    asks: 'to change a question',
    ask: ({ question, word }) => ({
      at: `/community/edit/question/${question}`,
      form: {
        question,
        title: `Where does ${word} go to?`,
        body: `Now I have heard what ${word} is.`,
        tags: 'spots',
        reason: 'Clearer.',
      },
    }),
    seen: 'question_revisions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   done    done     done',
  },
  {
    door: 'community.editQuestion',
    asks: 'to change a question that waits for a moderator',
    ask: async (s) => ({
      at: pageOf(s),
      form: {
        question: await heldQuestion(s),
        title: `Where does ${s.word} go to?`,
        body: `Now I have heard what ${s.word} is.`,
        tags: 'spots',
        reason: 'Clearer.',
      },
    }),
    seen: 'question_revisions',
    byScript: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   refused done     done',
  },
  {
    door: 'community.editQuestion',
    asks: 'to change a question that was flagged and is hidden for now',
    ask: async (s) => ({
      at: pageOf(s),
      form: {
        question: await addQuestion(s, s.owner, flagged(s)),
        title: `Where does ${s.word} go to?`,
        body: `Now I have heard what ${s.word} is.`,
        tags: 'spots',
        reason: 'Clearer.',
      },
    }),
    seen: 'question_revisions',
    byScript: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'community.editAnswer',
    asks: 'to change an answer',
    ask: async (s) => {
      const answer = await answered(s);
      const form = { answer, body: `Now I know what ${s.word} is.`, reason: 'Clearer.' };
      return { at: `/community/edit/answer/${answer}`, form };
    },
    seen: 'answer_revisions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   done    done     done',
  },
  {
    door: 'community.editComment',
    asks: 'to change a remark',
    ask: ({ comment, word }) => ({
      at: `/community/edit/comment/${comment}`,
      form: { comment, body: `Now I know ${word}.`, reason: 'Clearer.' },
    }),
    seen: 'comment_revisions',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   done    done     done',
  },
  {
    door: 'community.remove',
    asks: 'to delete a question that nobody has answered',
    ask: async (s) => {
      const id = await addQuestion(s, s.owner);
      return { at: pageOf(s, id), form: { noun: 'question', id } };
    },
    seen: 'questions.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.remove',
    asks: 'to delete a question that others have answered',
    ask: (s) => ({ at: pageOf(s), form: { noun: 'question', id: s.question } }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.remove',
    asks: 'to delete an answer',
    ask: async (s) => ({ at: pageOf(s), form: { noun: 'answer', id: await answered(s) } }),
    seen: 'answers.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.remove',
    asks: 'to delete a remark',
    ask: (s) => ({ at: pageOf(s), form: { noun: 'comment', id: s.comment } }),
    seen: 'comments.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.restore',
    asks: 'to bring back a question that its author deleted',
    ask: async (s) => ({
      at: pageOf(s),
      form: { noun: 'question', id: await addQuestion(s, s.owner, deleted(s)) },
    }),
    seen: 'questions.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.restore',
    asks: 'to bring back an answer that its author deleted',
    ask: async (s) => ({
      at: pageOf(s),
      form: { noun: 'answer', id: await addAnswer(s, s.question, s.owner, deleted(s)) },
    }),
    seen: 'answers.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    refused refused  refused   refused refused  refused',
  },
  {
    door: 'community.restore',
    asks: 'to bring back a remark that a moderator deleted',
    ask: async (s) => {
      const { id: deleted_by_id } = await addPerson(s.site, s.now, { role: 'moderator' });
      const gone = { deleted_at: s.now, deleted_by_id };
      const id = await addComment(s, s.question, s.owner, gone);
      return { at: pageOf(s), form: { noun: 'comment', id } };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
];

const reading: Row[] = [
  {
    door: 'community/ask',
    asks: 'for the form to ask',
    ask: () => ({ at: '/community/ask' }),
    outcome: everybody('page'),
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question',
    ask: (s) => ({ at: pageOf(s) }),
    shows: ({ word }) => word,
    outcome: everybody('page'),
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question that waits for a moderator',
    ask: async (s) => ({ at: pageOf(s, await heldQuestion(s)) }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'hidden     page    hidden  page     page      hidden  page     page',
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question that was flagged and is hidden for now',
    ask: async (s) => ({ at: pageOf(s, await addQuestion(s, s.owner, flagged(s))) }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'gone       page    gone    page     page      gone    page     page',
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question that a moderator has hidden',
    ask: async (s) => ({ at: pageOf(s, await addQuestion(s, s.owner, hidden(s))) }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'gone       gone    gone    gone     gone      gone    page     page',
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question that its author has deleted',
    ask: async (s) => ({ at: pageOf(s, await addQuestion(s, s.owner, deleted(s))) }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'gone       page    gone    page     page      gone    page     page',
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question that went with an account',
    ask: async (s) => ({ at: pageOf(s, await addQuestion(s, s.owner, { deleted_at: s.now })) }),
    shows: ({ word }) => word,
    outcome: everybody('gone'),
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question with an answer of the owner’s that waits for a moderator',
    ask: async (s) => {
      const held = { hidden_at: s.now, hidden_for: 'held' } as const;
      const body = { body: `only-${s.word}`, html: `<p>only-${s.word}</p>` };
      await addAnswer(s, s.question, s.owner, { ...held, ...body });
      return { at: pageOf(s) };
    },
    shows: ({ word }) => `only-${word}`,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'without    page    without page     page      without page     page',
  },
  {
    door: 'community/questions/[id]/[...slug]',
    asks: 'for a question with a remark that its author has deleted',
    ask: async (s) => {
      const body = { body: `only-${s.word}`, html: `<p>only-${s.word}</p>` };
      await addComment(s, s.question, s.owner, { ...deleted(s), ...body });
      return { at: pageOf(s) };
    },
    shows: ({ word }) => `only-${word}`,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'without    page    without page     page      without page     page',
  },
  {
    door: 'community/questions/[id].xml',
    asks: 'for the feed of a question',
    ask: ({ question }) => ({ at: `/community/questions/${question}.xml` }),
    shows: ({ word }) => word,
    outcome: everybody('page'),
  },
  {
    door: 'community/questions/[id].xml',
    asks: 'for the feed of a question that waits for a moderator',
    ask: async (s) => ({ at: `/community/questions/${await heldQuestion(s)}.xml` }),
    shows: ({ word }) => word,
    outcome: everybody('hidden'),
  },
  {
    door: 'cli/answer-streams.ts',
    asks: 'to be told of answers',
    ask: ({ question }) => ({
      at: `/community/questions/${question}/events`,
      headers: { Accept: 'text/event-stream' },
    }),
    outcome: everybody('page'),
  },
  {
    door: 'cli/answer-streams.ts',
    asks: 'to be told of answers to a question that waits for a moderator',
    ask: async (s) => ({
      at: `/community/questions/${await heldQuestion(s)}/events`,
      headers: { Accept: 'text/event-stream' },
    }),
    outcome: everybody('hidden'),
  },
  {
    door: 'community/edit/[noun]/[id]',
    asks: 'for the form to change a question',
    ask: ({ question }) => ({ at: `/community/edit/question/${question}` }),
    shows: () => 'name="body"',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    refused refused  refused   page    page     page',
  },
  {
    door: 'community/edit/[noun]/[id]',
    asks: 'for the form to change an answer',
    ask: async (s) => ({ at: `/community/edit/answer/${await answered(s)}` }),
    shows: () => 'name="body"',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    refused refused  refused   page    page     page',
  },
  {
    door: 'community/edit/[noun]/[id]',
    asks: 'for the form to change a question that waits for a moderator',
    ask: async (s) => ({ at: `/community/edit/question/${await heldQuestion(s)}` }),
    shows: () => 'name="body"',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'hidden     page    hidden  refused  refused   hidden  page     page',
  },
  {
    door: 'community/history/[noun]/[id]',
    asks: 'what a question was before',
    ask: ({ question }) => ({ at: `/community/history/question/${question}` }),
    shows: ({ word }) => word,
    outcome: everybody('page'),
  },
  {
    door: 'community/history/[noun]/[id]',
    asks: 'what a question that waits for a moderator was before',
    ask: async (s) => ({ at: `/community/history/question/${await heldQuestion(s)}` }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'hidden     page    hidden  page     page      hidden  page     page',
  },
  {
    door: 'community/history/[noun]/[id]',
    asks: 'what stood in a question while it waited for a moderator',
    ask: async ({ site, question, owner, now }) => {
      const body = 'A remark that nobody was to read.';
      const revision = { body, editor_id: owner.id, replaced_at: now, was_hidden: true };
      await site.db
        .insertInto('question_revisions')
        .values({ ...revision, question_id: question, title: null, tags: null, reason: null })
        .execute();
      return { at: `/community/history/question/${question}` };
    },
    shows: () => 'remark',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'without    page    without page     page      without page     page',
  },
  {
    door: 'community/history/[noun]/[id]',
    asks: 'what a deleted answer was before',
    ask: async (s) => {
      const id = await addAnswer(s, s.question, s.owner, deleted(s));
      return { at: `/community/history/answer/${id}` };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'hidden     page    hidden  page     page      hidden  page     page',
  },
  {
    door: 'community/flag/[noun]/[id]',
    asks: 'for the form to flag an answer',
    ask: ({ answer }) => ({ at: `/community/flag/answer/${answer}` }),
    shows: () => 'name="note"',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    page    page     refused   page    page     page',
  },
  {
    door: 'community/names',
    asks: 'for articles by a part of their name',
    ask: () => ({ at: '/community/names?article=search' }),
    outcome: everybody('page'),
  },
  {
    door: 'community/names',
    asks: 'for members by the beginning of their name',
    ask: ({ helper }) => ({ at: `/community/names?handle=${helper.handle}` }),
    shows: ({ helper }) => helper.handle,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    page    page     refused   page    page     page',
  },
  ...(
    [
      ['community/index', '/community?order=newest'],
      ['community/categories/[category]', '/community/categories/using?order=newest'],
      ['community/tags/[tag]', '/community/tags/stripes?order=newest'],
      ['community/feed.xml', '/community/feed.xml'],
      ['community/categories/[category].xml', '/community/categories/using.xml'],
      ['community/tags/[tag].xml', '/community/tags/stripes.xml'],
      ['community/similar', '/community/similar?title=Where+does+only+come+from'],
      ['community/search', '/community/search?q=only'],
      ['community/search.json', '/community/search.json?q=only'],
      ['search', '/search?q=only'],
      ['community/sitemap.xml', '/community/sitemap.xml?q=only'],
      ['community/sitemap/[file].xml', '/community/sitemap/1.xml?q=only'],
    ] as const
  ).map(([door, at]): Row => ({
    door,
    asks: 'for a list, in which nothing stands that is hidden, held or deleted',
    ask: async (s) => {
      const title = { title: `Where does only-${s.word} come from?`, active_at: s.now };
      for (const state of [hidden(s), flagged(s), deleted(s)]) {
        await addQuestion(s, s.helper, { ...title, ...state });
      }
      return { at: at.replace('only', `only-${s.word}`) };
    },
    shows: ({ word }) => `only-${word} come`,
    outcome: everybody('without'),
  })),
  {
    door: 'community/guidelines',
    asks: 'how to behave here',
    ask: () => ({ at: '/community/guidelines' }),
    outcome: everybody('page'),
  },
  {
    door: 'community/moderation',
    asks: 'how much was moderated',
    ask: () => ({ at: '/community/moderation' }),
    outcome: everybody('page'),
  },
  {
    door: 'uploads/[name]',
    asks: 'for a picture in a text',
    ask: async (s) => ({ at: `/uploads/${await addUpload(s)}` }),
    outcome: everybody('page'),
  },
  {
    door: 'uploads/[name]',
    asks: 'for another file of the instance',
    ask: () => ({ at: '/uploads/..%2Fsecret-key' }),
    outcome: everybody('hidden'),
  },
];

const moderation: Row[] = [
  {
    door: 'moderation.change',
    asks: 'to lock a question',
    ask: ({ question: id }) => ({
      at: deeds('question', id),
      form: { noun: 'question', id, deed: 'lock' },
    }),
    seen: 'questions.locked_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation.change',
    asks: 'to hide an answer',
    ask: ({ answer: id }) => ({
      at: deeds('answer', id),
      form: { noun: 'answer', id, deed: 'hide', reason: 'Not an answer.' },
    }),
    seen: 'answers.hidden_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation.change',
    asks: 'to delete a remark',
    ask: ({ comment: id }) => ({
      at: deeds('comment', id),
      form: { noun: 'comment', id, deed: 'remove', reason: 'Unkind.' },
    }),
    seen: 'comments.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation.move',
    asks: 'to move a question to another category',
    ask: ({ question }) => ({
      at: deeds('question', question),
      form: { question, category: 'writing', reason: '' },
    }),
    seen: 'questions.category',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation.repeat',
    asks: 'to mark a question as a duplicate',
    ask: async (s) => ({
      at: deeds('question', s.question),
      form: {
        question: s.question,
        canonical: String(await addQuestion(s, s.helper)),
        how: 'duplicate',
        reason: '',
      },
    }),
    seen: 'questions.duplicate_of_id',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation.repeat',
    asks: 'to merge two questions',
    ask: async (s) => ({
      at: deeds('question', s.question),
      form: {
        question: s.question,
        canonical: String(await addQuestion(s, s.helper)),
        how: 'merge',
        reason: '',
      },
    }),
    seen: 'answers.question_id',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation.undo',
    asks: 'to take back what a moderator did',
    ask: async (s) => ({
      at: '/moderation/log',
      form: { event: await addEvent(s), from: 'log' },
    }),
    seen: 'questions.locked_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'review.flag',
    asks: 'to flag another’s answer',
    ask: ({ answer: id }) => ({
      at: `/community/flag/answer/${id}`,
      form: { noun: 'answer', id, reason: 'spam', note: 'Buy this' },
    }),
    seen: 'flags',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     refused   done    done     done',
  },
  {
    door: 'review.flag',
    asks: 'to flag what one wrote oneself',
    ask: ({ question: id }) => ({
      at: `/community/flag/question/${id}`,
      form: { noun: 'question', id, reason: 'spam', note: '' },
    }),
    isMine: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'review.decide',
    asks: 'to let a held question stand',
    ask: async (s) => {
      const item = await addItem(s, await heldQuestion(s), 'held');
      return { at: `/moderation/items/${item}`, form: { item, decision: 'keep', seen: 0 } };
    },
    seen: 'questions.hidden_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'review.decide',
    asks: 'to delete a flagged question',
    ask: async (s) => {
      const item = await addItem(s, s.question);
      const form = { item, decision: 'remove', reason: 'Spam.', seen: 0 };
      return { at: `/moderation/items/${item}`, form };
    },
    seen: 'questions.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'review.decide',
    asks: 'to let stand what was changed since one read it',
    ask: async (s) => {
      const item = await addItem(s, await heldQuestion(s), 'held');
      const form = { item, decision: 'keep', seen: s.now.getTime() };
      return { at: `/moderation/items/${item}`, form };
    },
    // The page, shown again, is kept for whoever sent it.
    byScript: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused wrong    wrong',
  },
  {
    door: 'review.decide',
    asks: 'to let stand what one wrote oneself',
    ask: async (s) => {
      const item = await addItem(s, await heldQuestion(s), 'held');
      return { at: `/moderation/items/${item}`, form: { item, decision: 'keep', seen: 0 } };
    },
    isMine: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'review.decide',
    asks: 'to decide what another moderator is working on',
    ask: async (s) => {
      const item = await addItem(s, s.question);
      const { id: claimed_by_id } = await addPerson(s.site, s.now, { role: 'moderator' });
      const claimed_until = new Date(s.now.getTime() + 600_000);
      const claim = { claimed_by_id, claimed_until };
      await s.site.db.updateTable('review_items').set(claim).where('id', '=', item).execute();
      return { at: `/moderation/items/${item}`, form: { item, decision: 'keep', seen: 0 } };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused late     late',
  },
  {
    door: 'review.sanction',
    asks: 'to suspend a member',
    ask: ({ helper }) => ({
      at: recordOf(helper),
      form: { member: helper.id, kind: 'suspension', days: 7, reason: 'Spam.' },
    }),
    seen: 'members.suspended_until',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'review.sanction',
    asks: 'to silence a moderator',
    ask: async ({ site, now }) => {
      const equal = await addPerson(site, now, { role: 'moderator' });
      const form = { member: equal.id, kind: 'silence', days: 1, reason: 'Too loud.' };
      return { at: recordOf(equal), form };
    },
    seen: 'members.silenced_until',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'review.sanction',
    asks: 'to warn an admin',
    ask: async ({ site, now }) => {
      const admin = await addPerson(site, now, { role: 'admin' });
      const form = { member: admin.id, kind: 'warning', days: 0, reason: 'Too loud.' };
      return { at: recordOf(admin), form };
    },
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'review.lift',
    asks: 'to end a sanction before its time',
    ask: async (s) => ({
      at: recordOf(s.helper),
      form: { sanction: await addSanction(s, s.helper, s.owner) },
    }),
    seen: 'sanctions.lifted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'review.lift',
    asks: 'to end the sanction that one has oneself',
    ask: async (s) => {
      const moderator = await addPerson(s.site, s.now, { role: 'moderator' });
      const sanction = await addSanction(s, s.owner, moderator);
      return { at: recordOf(s.owner), form: { sanction } };
    },
    isMine: true,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'review.removeAll',
    asks: 'to delete all that a member wrote',
    ask: ({ helper }) => ({
      at: recordOf(helper),
      form: { member: helper.id, reason: 'Nothing but spam.' },
    }),
    seen: 'answers.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'review.removeAll',
    asks: 'to delete all that a moderator wrote',
    ask: async (s) => {
      const equal = await addPerson(s.site, s.now, { role: 'moderator' });
      await addAnswer(s, s.question, equal);
      return { at: recordOf(equal), form: { member: equal.id, reason: 'Nothing but spam.' } };
    },
    seen: 'answers.deleted_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'review.insertReply',
    asks: 'for a canned reply',
    ask: (s) => ({ at: pageOf(s), form: { reply: 'Welcome', body: 'Hello.' } }),
    seen: /thank you for asking here/,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'moderation/index',
    asks: 'what waits for a moderator',
    ask: async (s) => {
      await addItem(s, s.question);
      return { at: '/moderation' };
    },
    shows: () => '/moderation/items/',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
  {
    door: 'moderation/index',
    asks: 'for the way to the list of mails',
    ask: () => ({ at: '/moderation' }),
    shows: () => 'href="/moderation/mails"',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused without  page',
  },
  {
    door: 'moderation/items/[id]',
    asks: 'for one of these, which is then kept for whoever opens it',
    ask: async (s) => ({ at: `/moderation/items/${await addItem(s, await heldQuestion(s))}` }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
  {
    door: 'moderation/deeds/[noun]/[id]',
    asks: 'for the deeds to a question that is hidden',
    ask: async (s) => ({ at: deeds('question', await addQuestion(s, s.owner, hidden(s))) }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
  {
    door: 'moderation/log',
    asks: 'what moderators did',
    ask: async (s) => {
      await addEvent(s);
      return { at: `/moderation/log?question=${s.question}` };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
  {
    door: 'moderation/records/[handle]',
    asks: 'what is known of a member',
    ask: async (s) => {
      await addSanction(s, s.helper, s.owner, { reason: s.word });
      return { at: recordOf(s.helper) };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
];

const notifications: Row[] = [
  {
    door: 'notifications.follow',
    asks: 'to hear of a question',
    ask: ({ question }) => ({
      at: '/account/following',
      form: { kind: 'question', name: question, follow: 'yes' },
    }),
    seen: 'question_follows',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     refused   done    done     done',
  },
  {
    door: 'notifications.follow',
    asks: 'to hear of a question that waits for a moderator',
    ask: async (s) => ({
      at: '/account/following',
      form: { kind: 'question', name: await heldQuestion(s), follow: 'yes' },
    }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  refused',
  },
  {
    door: 'notifications.follow',
    asks: 'to hear of a tag',
    ask: () => ({
      at: '/account/following',
      form: { kind: 'tag', name: 'stripes', follow: 'yes' },
    }),
    seen: 'shelf_follows',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     refused   done    done     done',
  },
  {
    door: 'notifications.follow',
    asks: 'to hear of a question no more',
    ask: async ({ site, question, owner, actor = owner, now }) => {
      const follow = { question_id: question, member_id: actor.id, created_at: now };
      await site.db.insertInto('question_follows').values(follow).execute();
      return { at: '/account/following', form: { kind: 'question', name: question, follow: 'no' } };
    },
    seen: 'question_follows',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'notifications.open',
    asks: 'to go where a notification of the owner leads',
    ask: async (s) => ({
      at: '/account/notifications',
      form: { notification: await addNotification(s, s.owner) },
    }),
    seen: 'notifications.read_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    hidden  done     done      hidden  hidden   hidden',
  },
  {
    door: 'notifications.markRead',
    asks: 'to have read all; the owner has one that is unread',
    ask: async (s) => {
      await addNotification(s, s.owner);
      return { at: '/account/notifications', form: {} };
    },
    seen: 'notifications.read_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    nothing done     done      nothing nothing  nothing',
  },
  {
    door: 'notifications.saveMail',
    asks: 'to get mail less often',
    ask: () => ({
      at: '/account/mail',
      form: {
        own: 'daily',
        mention: 'daily',
        acceptance: 'daily',
        followed: 'daily',
        shelf: 'daily',
        moderation: 'daily',
        followsOwn: 'yes',
      },
    }),
    seen: 'mail_choices',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    done    done    done     done      done    done     done',
  },
  {
    door: 'notifications.stop',
    asks: 'with the link in a mail to the owner; whoever has the mail may',
    ask: ({ site, owner }) => {
      const of = writeStopScope(site.env, { memberId: owner.id, what: 'own' });
      return { at: `/account/unsubscribe?of=${of}`, form: { of } };
    },
    seen: 'mail_choices',
    outcome: everybody('done'),
  },
  {
    door: 'notifications.stop',
    asks: 'with a link that somebody else made',
    ask: ({ owner }) => {
      const of = `${Buffer.from(`${owner.id}/own`).toString('base64url')}.made-up`;
      return { at: `/account/unsubscribe?of=${of}`, form: { of } };
    },
    outcome: everybody('hidden'),
  },
  {
    door: 'actions/unsubscribe-door.ts',
    asks: 'by the button of a mail program',
    ask: ({ site, owner }) => {
      const of = writeStopScope(site.env, { memberId: owner.id, what: 'own' });
      return { at: `/account/unsubscribe?of=${of}`, form: { 'List-Unsubscribe': 'One-Click' } };
    },
    seen: 'mail_choices',
    outcome: everybody('done'),
  },
  {
    door: 'notifications.resend',
    asks: 'to send a mail once more',
    ask: async (s) => ({ at: '/moderation/mails', form: { mail: await addMail(s) } }),
    seen: /resent|\[true\]/,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'moderation/mails',
    asks: 'how far mails have come, to whom',
    ask: async (s) => {
      await addMail(s);
      return { at: '/moderation/mails' };
    },
    shows: ({ owner }) => owner.email,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  page',
  },
  {
    door: 'community.markLinkReviewed',
    asks: 'to say that an answer is fine although its article changed',
    ask: async (s) => ({
      at: '/moderation/links',
      form: { answer: s.answer, article: await linkAstray(s), note: s.word },
    }),
    seen: 'link_reviews',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   done   done     done',
  },
  {
    door: 'moderation/links',
    asks: 'which answers lead to articles that have changed',
    ask: async (s) => {
      await linkAstray(s);
      return { at: '/moderation/links' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page     page',
  },
  {
    door: 'webhooks.add',
    asks: 'to have another system told of events',
    ask: ({ word }) => ({
      at: '/moderation/webhooks',
      form: { url: 'https://example.com/', description: word, event: ['question.posted'] },
    }),
    seen: 'webhook_endpoints',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'webhooks.change',
    asks: 'to write to that system at another address',
    ask: async (s) => {
      const { endpoint: id } = await addEndpoint(s);
      return {
        at: `/moderation/webhooks/${id}`,
        form: {
          endpoint: id,
          url: 'https://example.org/',
          description: '',
          event: ['question.posted'],
        },
      };
    },
    seen: 'webhook_endpoints.url',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'webhooks.remove',
    asks: 'to have that system told of nothing any more',
    ask: async (s) => {
      const { endpoint: id } = await addEndpoint(s);
      return { at: `/moderation/webhooks/${id}`, form: { endpoint: id } };
    },
    seen: 'webhook_endpoints',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'webhooks.rotate',
    asks: 'for another secret to sign messages with',
    ask: async (s) => {
      const { endpoint: id } = await addEndpoint(s);
      return { at: `/moderation/webhooks/${id}`, form: { endpoint: id } };
    },
    seen: 'webhook_endpoints.sealed_secret',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'webhooks.test',
    asks: 'to send that system a test',
    ask: async (s) => {
      const { endpoint: id } = await addEndpoint(s);
      return { at: `/moderation/webhooks/${id}`, form: { endpoint: id } };
    },
    seen: 'webhook_deliveries',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'webhooks.resend',
    asks: 'to send that system a message again',
    ask: async (s) => {
      const { endpoint, delivery } = await addEndpoint(s);
      return { at: `/moderation/webhooks/${endpoint}`, form: { delivery } };
    },
    seen: 'webhook_deliveries.delivered_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  done',
  },
  {
    door: 'moderation/webhooks/index',
    asks: 'which systems are told of events',
    ask: async (s) => {
      await addEndpoint(s);
      return { at: '/moderation/webhooks' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  page',
  },
  {
    door: 'moderation/webhooks/[id]',
    asks: 'what one of these was told',
    ask: async (s) => ({ at: `/moderation/webhooks/${(await addEndpoint(s)).endpoint}` }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused  page',
  },
  {
    door: 'account/following',
    asks: 'what one follows; the owner follows the question',
    ask: async ({ site, question, owner, now }) => {
      const follow = { question_id: question, member_id: owner.id, created_at: now };
      await site.db.insertInto('question_follows').values(follow).execute();
      return { at: '/account/following' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    without page     page      without without  without',
  },
  {
    door: 'account/notifications',
    asks: 'what happened; the owner was told something',
    ask: async (s) => {
      await addNotification(s, s.owner);
      return { at: '/account/notifications' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    without page     page      without without  without',
  },
  {
    door: 'account/mail',
    asks: 'how often one gets mail',
    ask: () => ({ at: '/account/mail' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    page    page    page     page      page    page     page',
  },
  {
    door: 'account/unsubscribe',
    asks: 'what a link in a mail would do',
    ask: ({ site, owner }) => {
      const of = writeStopScope(site.env, { memberId: owner.id, what: 'digest' });
      return { at: `/account/unsubscribe?of=${of}` };
    },
    outcome: everybody('page'),
  },
  {
    door: 'dev/mail',
    asks: 'for the mailbox of development, from the machine itself',
    ask: () => ({ at: '/dev/mail', headers: { 'X-Forwarded-For': undefined } }),
    outcome: everybody('page'),
  },
  {
    door: 'dev/mail',
    asks: 'for it from elsewhere',
    ask: () => ({ at: '/dev/mail' }),
    outcome: everybody('hidden'),
  },
  {
    door: 'dev/mail/[id]',
    asks: 'for a mail in it',
    ask: async (s) => ({
      at: `/dev/mail/${await addMail(s)}`,
      headers: { 'X-Forwarded-For': undefined },
    }),
    shows: ({ word }) => word,
    outcome: everybody('page'),
  },
  {
    door: 'dev/mail/[id]',
    asks: 'for a mail from elsewhere',
    ask: async (s) => ({ at: `/dev/mail/${await addMail(s)}` }),
    shows: ({ word }) => word,
    outcome: everybody('hidden'),
  },
];

/** What everybody may do at every door. */
const contact: Row[] = [
  {
    door: 'contact/index',
    asks: 'for the form to write to the company',
    ask: () => ({ at: '/contact?article=/articles/using/search&searched=zebra' }),
    shows: () => 'zebra',
    outcome: everybody('page'),
  },
  {
    door: 'contact.send',
    asks: 'to write to the company',
    ask: async ({ word }) => ({
      at: '/contact',
      form: {
        step: 'post',
        name: 'Ada',
        email: `${word}@example.com`,
        subject: `Where is ${word}`,
        message: `I have looked for ${word} everywhere.`,
        area: 'using',
        article: '/articles/using/search',
        searched: word,
        picture: await image(),
      },
    }),
    seen: 'contact_requests',
    outcome: everybody('done'),
  },
  {
    door: 'contact.send',
    asks: 'to say that a suggestion was the answer',
    ask: () => ({ at: '/contact', form: { solved: '/articles/using/search' } }),
    seen: 'events',
    outcome: everybody('done'),
  },
  {
    door: 'actions/desk-door.ts',
    asks: 'to be told by the help desk that a request is answered',
    ask: async (s) => {
      const { reference } = await addRequest(s);
      return deskCall(s, { reference, state: 'answered' });
    },
    seen: 'contact_requests.state',
    outcome: everybody('done'),
  },
  {
    door: 'contact/requests/index',
    asks: 'for all that customers wrote',
    ask: async (s) => {
      await addRequest(s);
      return { at: '/contact/requests?state=open' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
  {
    door: 'contact/requests/[reference]',
    asks: 'for one that the owner wrote',
    ask: async (s) => ({ at: `/contact/requests/${(await addRequest(s)).reference}` }),
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused page     page',
  },
  {
    door: 'contact/attachments/[name]',
    asks: 'for a picture that the owner sent',
    ask: async (s) => ({ at: `/contact/attachments/${(await addRequest(s)).picture}` }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'refused    refused refused refused  refused   refused page     page',
  },
  {
    door: 'contact.change',
    asks: 'to close a request',
    ask: async (s) => {
      const { reference } = await addRequest(s);
      return { at: `/contact/requests/${reference}`, form: { reference, state: 'closed' } };
    },
    seen: 'contact_requests.state',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'contact.deliver',
    asks: 'to hand a request over again',
    ask: async (s) => {
      const { reference, delivery } = await addRequest(s);
      return { at: `/contact/requests/${reference}`, form: { delivery } };
    },
    seen: 'contact_deliveries.delivered_at',
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done     done',
  },
  {
    door: 'survey',
    asks: 'to be asked how it was',
    ask: (s) => ({ at: `/survey?of=${occasionOf(s)}&csat=4` }),
    outcome: everybody('page'),
  },
  {
    door: 'survey',
    asks: 'to be asked by a link that nobody made',
    ask: (s) => ({ at: `/survey?of=${occasionOf(s)}x&csat=4` }),
    outcome: everybody('hidden'),
  },
  {
    door: 'surveys.answer',
    asks: 'to say how it was',
    ask: (s) => ({
      at: '/survey',
      form: { of: occasionOf(s), csat: '4', ces: '6', next: '/community' },
    }),
    seen: 'survey_answers',
    outcome: everybody('done'),
  },
  {
    door: 'surveys.answer',
    asks: 'to say how it was, with a ticket that nobody made',
    ask: (s) => ({ at: '/survey', form: { of: `${occasionOf(s)}x`, csat: '4' } }),
    seen: 'survey_answers',
    outcome: everybody('hidden'),
  },
];

/** A comment of a reader on an article of nobody here. @returns what a decision names it by */
async function addRemark({ site, now, word }: Scene): Promise<string> {
  const { db } = site;
  const { id, series_id: series } = await db
    .selectFrom('article_revisions')
    .select(['id', 'series_id'])
    .limit(1)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('article_feedback')
    .values({
      series_id: series,
      revision_id: id,
      visitor: word,
      locale: 'en',
      answer: 'no',
      comment: `It says nothing of ${word}.`,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return `${series}:${word}`;
}

const insights: Row[] = [
  ...(['', '/mine', '/articles', '/freshness'] as const).map((page): Row => ({
    door: `insights${page === '/articles' ? '/articles/index' : page || '/index'}`,
    asks: 'for what is known of all articles',
    ask: () => ({ at: `/insights${page}` }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page      page',
  })),
  {
    door: 'insights/comments',
    asks: 'what readers wrote under articles',
    ask: async (s) => {
      await addRemark(s);
      return { at: '/insights/comments' };
    },
    shows: ({ word }) => word,
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page      page',
  },
  {
    door: 'insights/articles/[of]/[category]/[slug]',
    asks: 'for what is known of an article',
    ask: async (s) => ({ at: `/insights/articles/${await articleAt(s)}` }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page      page',
  },
  {
    door: 'insights/articles/[of]/[category]/[slug]',
    asks: 'for an article that there is not',
    ask: () => ({ at: '/insights/articles/en/using/nothing-of-the-kind' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   hidden hidden    hidden',
  },
  {
    door: 'insights/refused',
    asks: 'for what stands in for pages of insights',
    ask: () => ({ at: '/insights/refused' }),
    outcome: everybody('refused'),
  },
  {
    door: 'insights/tables/[file]',
    asks: 'for a table about an article as a file',
    ask: async (s) => ({
      at: `/insights/tables/article-weeks.csv?article=${await articleAt(s)}`,
    }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page      page',
  },
  {
    door: 'insights/tables/[file]',
    asks: 'for a table about an article that there is not',
    ask: () => ({ at: '/insights/tables/article-weeks.json?article=en/using/none-such' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   hidden hidden    hidden',
  },
  {
    door: 'insights.decide',
    asks: 'to plan something about a comment on an article of somebody else',
    ask: async (s) => {
      const subject = await addRemark(s);
      const form = { kind: 'comment', subject, state: 'planned', note: s.word };
      return { at: '/insights/comments', form };
    },
    seen: 'insight_states',
    //        signed out member  other   silenced suspended author  moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused done      done',
  },
  {
    door: 'insights.decide',
    asks: 'to decide about a comment that there is not; authors, who own nothing here, are not told',
    ask: ({ word }) => ({
      at: '/insights/comments',
      form: { kind: 'comment', subject: `1:${word}`, state: 'fixed', note: '' },
    }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused hidden   hidden',
  },
  {
    door: 'insights.saveOwnerMail',
    asks: 'for the weekly mail about articles, of which nobody here owns one',
    ask: () => ({ at: '/account/mail', form: { weekly: 'yes' } }),
    //        signed out member  other   silenced suspended author  moderator admin
    outcome: 'sign-in    refused refused refused  refused   refused refused   refused',
  },
  ...(['satisfaction', 'community-health', 'gaps', 'missing', 'searches', 'measures'] as const).map(
    (page): Row => ({
      door: `insights/${page}`,
      asks: 'for figures of authors and staff',
      ask: () => ({ at: `/insights/${page}?period=week` }),
      //        signed out member  other   silenced suspended author moderator admin
      outcome: 'sign-in    refused refused refused  refused   page   page      page',
    }),
  ),
  {
    door: 'search.tellMe',
    asks: 'to be told when there is an answer',
    ask: ({ word }) => ({
      at: `/search?q=${word}`,
      form: { query: word, email: `${word}@example.com`, website: '' },
    }),
    seen: 'waiting_readers',
    outcome: everybody('done'),
  },
];

const articleAt = async ({ site }: Scene) => {
  const found = site.db
    .selectFrom('articles')
    .where('removed_at', 'is', null)
    .select(['locale', 'category', 'slug']);
  const { locale, category, slug } = await found.limit(1).executeTakeFirstOrThrow();
  return `${locale}/${category}/${slug}`;
};

const programs: Row[] = [
  {
    door: 'api/v1/openapi.json',
    asks: 'what the API offers',
    ask: () => ({ at: '/api/v1/openapi.json' }),
    outcome: everybody('page'),
  },
  {
    door: 'api/v1/search',
    asks: 'what the search finds',
    ask: () => ({ at: '/api/v1/search?q=snippet' }),
    outcome: everybody('page'),
  },
  {
    door: 'api/[...path]',
    asks: 'for what is not there',
    ask: () => ({ at: '/api/v1/nothing' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   hidden hidden   hidden',
  },
  {
    door: 'api/v1/tables/index',
    asks: 'which tables of insights there are',
    ask: () => ({ at: '/api/v1/tables' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page     page',
  },
  {
    door: 'api/v1/tables/[name]',
    asks: 'for a table of insights',
    ask: () => ({ at: '/api/v1/tables/edits?period=year' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page     page',
  },
  {
    door: 'api/v1/articles/index',
    asks: 'for all articles in brief',
    ask: () => ({ at: '/api/v1/articles' }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page     page',
  },
  {
    door: 'api/v1/articles/[locale]/[category]/[slug]',
    asks: 'for all that is known of an article',
    ask: async (s) => ({ at: `/api/v1/articles/${await articleAt(s)}` }),
    //        signed out member  other   silenced suspended author moderator admin
    outcome: 'sign-in    refused refused refused  refused   page   page     page',
  },
];

export const table: Row[] = [
  ...insights,
  ...programs,
  ...contact,
  ...accounts,
  ...feedback,
  ...writing,
  ...reading,
  ...moderation,
  ...notifications,
];
