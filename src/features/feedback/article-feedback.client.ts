// Sends feedback without leaving the page. What needs more than a sentence in answer (a form that
// was open for days, an article that has changed) goes the way of the plain form, which does
// everything that this does.

import type { Answer } from './feedback.ts';

const box = document.querySelector<HTMLElement>('.feedback')!;
const status = box.querySelector<HTMLElement>('[role=status]')!;
const reasons = box.querySelector('template')!.content.querySelector('form')!;
const field = (name: string) => reasons.elements.namedItem(name) as HTMLInputElement;
let plainly = false;

/** Shows the second form below the first; what was typed into it survives a change of mind. */
function askWhy(answer: Answer, ticket: string) {
  field('answer').value = answer;
  field('ticket').value = ticket;
  for (const fieldset of reasons.querySelectorAll('fieldset'))
    fieldset.hidden = fieldset.disabled = fieldset.dataset['for'] !== answer;
  box.append(reasons);
}

box.addEventListener('submit', async (event) => {
  if (plainly) return;
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  status.textContent = '';
  const data = new FormData(form, button);
  data.set('elapsed', `${Math.round(performance.now())}`);
  try {
    const response = await fetch(form.action.replace(/.*=/, '/_actions/'), {
      method: 'POST',
      body: new URLSearchParams(data as unknown as Record<string, string>),
    });
    const reply = response.status === 204 ? [] : await response.json();
    if (response.ok && form === reasons) {
      reasons.remove();
      reasons.reset();
      status.textContent = box.dataset['sent']!;
      status.focus();
    } else if (response.ok) {
      for (const one of form.querySelectorAll('button')) one.ariaPressed = `${one === button}`;
      status.textContent = box.dataset[button!.value]!;
      askWhy(button!.value as Answer, reply[0]);
    } else if (response.status === 429 || response.status === 503) {
      status.textContent = reply.message;
    } else {
      plainly = true;
      form.requestSubmit(button);
    }
  } catch {
    // No answer, or one that is not ours: nobody is at the other end.
    status.textContent = box.dataset['away']!;
  }
  form.ariaBusy = null;
});
