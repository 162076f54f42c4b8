import { html, printed, type Markup } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { languageAttributes } from '#src/components/language-attributes.ts';
import { formatDate } from '#src/components/language.ts';
import { articlePath, localePath } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { answerView } from './answer-view.ts';
import { commentsView } from './comments-view.ts';
import { shelfPath } from './community-address.ts';
import { followForm } from './follow-form.ts';
import { mayFollowQuestion } from './follow.ts';
import { formError } from './form-error.ts';
import { memberName } from './member-name.ts';
import { moment } from './moment.ts';
import { pager } from './pager.ts';
import { pendingNotice } from './pending-notice.ts';
import { questionMarks, statusMark } from './question-marks.ts';
import type { ShownAnswer } from './question-page.ts';
import type { QuestionReading } from './question-reading.ts';
import {
  mayAnswer,
  mayDeleteQuestion,
  mayEdit,
  mayHaveSame,
  mayRestore,
  mayVote,
  statusOf,
} from './question.ts';
import { tagList } from './tag-list.ts';
import { removalForm, sameForm, scoreMark, voteForm, voteIcons } from './text-forms.ts';
import { editLink, flagLink, quoteLink, textPath } from './text-links.ts';

function trail({ live: { site, locale, categories }, page }: QuestionReading): Markup {
  const category = categories.find(({ name }) => name === page.question.category);
  const words = messagesFor(locale).community;
  return html`<nav class="trail no-print">
    <a href="${localePath(site, locale, '/community')}">${words.title}</a>
    ${
      category &&
      html`<a href="${shelfPath(site, locale, { category: category.name })}">${category.title}</a>`
    }
  </nav>`;
}

function facts({ live: { site, locale }, page: { question } }: QuestionReading): Markup {
  const words = messagesFor(locale).community;
  const edited =
    question.editedAt && words.edited(formatDate(question.editedAt.toISOString(), locale));
  return html`<p class="facts muted">
    ${statusMark(locale, statusOf(question))} ${questionMarks(locale, question)}
    <span>${words.askedBy} ${memberName(site, locale, question.author)}</span>
    ${moment(question.createdAt, locale)}
    ${
      edited &&
      html`<a href="${textPath(site, locale, 'history', 'question', question.id)}">${edited}</a>`
    }
  </p>`;
}

/** What the asker was doing: the article that they read, and what they had searched for. */
function askedFrom({ live: { site, locale }, page }: QuestionReading): Markup {
  const { article, searched } = page.question;
  const words = messagesFor(locale).community;
  return html`${
    article &&
    html`<p class="asked-from muted">
      ${words.readingArticle}
      <a
        href="${articlePath(site, locale, article.category, article.slug)}"
        ${languageAttributes(article.locale, locale)}
        >${article.title}</a
      >
    </p>`
  }
  ${searched && html`<p class="asked-from muted">${words.asking.searchedBefore(searched)}</p>`}`;
}

function deeds({ live: { site, locale }, page, path, actor }: QuestionReading): Markup {
  const { question } = page;
  const { id, sameCount, isFollowed, author } = question;
  const words = messagesFor(locale).community;
  const followed = {
    kind: 'question',
    name: String(id),
    isFollowed,
    next: `${path}#question`,
  } as const;
  return html`<div class="deeds">
    ${
      mayVote(actor, question)
        ? voteForm(locale, path, 'question', question)
        : scoreMark(locale, question.score)
    }
    ${sameCount > 0 && html`<span class="muted">${words.same(sameCount)}</span>`}
    ${mayHaveSame(actor, question) && sameForm(locale, path, question)}
    ${mayFollowQuestion(actor, question) && followForm(site, locale, followed)}
    ${mayAnswer(actor, question) && quoteLink(locale, path, 'question', author)}
    ${mayVote(actor, question) && flagLink(site, locale, 'question', id)}
    ${mayEdit(actor, question) && editLink(site, locale, 'question', id)}
    ${mayDeleteQuestion(actor, question) && removalForm(locale, path, 'question', id, 'remove')}
    ${mayRestore(actor, question) && removalForm(locale, path, 'question', id, 'restore')}
  </div>`;
}

/** The questions that lead to this one. */
function repeatedQuestions({ live: { locale }, page }: QuestionReading): Markup | false {
  const { duplicates } = page.question;
  return (
    duplicates.length > 0 &&
    html`<details class="repeated">
      <summary>${messagesFor(locale).moderation.duplicates(duplicates.length)}</summary>
      <ul>
        ${duplicates.map(({ id, title }) => html`<li id="repeated-${id}" dir="auto">${title}</li>`)}
      </ul>
    </details>`
  );
}

/** The answer that solved it; on paper where it is not among the others. */
function solution(
  { live: { site, locale }, path, page }: QuestionReading,
  { id, html: text, official, author, createdAt }: ShownAnswer,
): Markup {
  const words = messagesFor(locale).community;
  const isAmongOthers = page.answers.rows.some((answer) => answer.id === id);
  const print = isAmongOthers ? 'no-print' : '';
  return html`<section id="accepted" class="solution ${print}" aria-labelledby="accepted-heading">
    <h2 id="accepted-heading">${printed(iconSvg('circle-check'))} ${words.accepted}</h2>
    <div class="prose">${printed(text)}</div>
    <p class="facts muted">
      ${official && html`<strong>${words.official}</strong>`}
      <span>${words.answeredBy} ${memberName(site, locale, author)}</span>
      ${moment(createdAt, locale)}
      <a class="no-print" href="${path}?answer=${id}#answer-${id}">${words.toItsPlace}</a>
    </p>
  </section>`;
}

/** Where a script tells of answers that came since. */
function newAnswers({ live: { locale }, page: { question } }: QuestionReading): Markup {
  const { news, show } = messagesFor(locale).notifications.live;
  return html`<p
    id="new-answers"
    class="no-print"
    role="status"
    data-question="${question.id}"
    data-answers="${question.answerCount}"
    data-news="${news}"
    data-show="${show}"
  ></p>`;
}

/** A question with its answers, all but the form for another; its styles are question.css. */
export function questionView(reading: QuestionReading): Markup {
  const { live, page, path, refusal, moderate } = reading;
  const { site, locale } = live;
  const { question, accepted, answers } = page;
  const words = messagesFor(locale).community;
  const language = languageAttributes(question.locale, locale);
  const isElsewhere = refusal?.deed === 'answer' || refusal?.deed === 'comment';
  return html`${reading.actor && voteIcons()} ${trail(reading)}
    <section id="question">
      <h1 ${language}>${question.title}</h1>
      ${facts(reading)} ${refusal && !isElsewhere && formError(site, locale, path, refusal)}
      ${reading.hasUnlinked && html`<p class="notice" role="status">${words.compose.unlinked}</p>`}
      ${pendingNotice(locale, question)} ${askedFrom(reading)}
      <div class="prose" ${language}>${printed(question.html)}</div>
      ${tagList(site, locale, question.tags)} ${deeds(reading)} ${repeatedQuestions(reading)}
      ${moderate?.({ noun: 'question', writing: question })} ${commentsView(reading, question)}
    </section>
    ${accepted && solution(reading, accepted)}
    <section aria-labelledby="answers-heading">
      <h2 id="answers-heading">${words.answers(question.answerCount)}</h2>
      ${answers.rows.length === 0 && html`<p class="muted">${words.noAnswers}</p>`}
      <ol class="plain-list answers">
        ${answers.rows.map((answer) => answerView(reading, answer))}
      </ol>
      ${pager(locale, answers, { path, anchor: '#answers-heading' })} ${newAnswers(reading)}
    </section>`;
}
