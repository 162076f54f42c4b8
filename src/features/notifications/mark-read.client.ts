// Whoever reads a question has read what they were told of it.

const bell = document.querySelector<HTMLElement>('[data-unread]');
const question = document.querySelector<HTMLElement>('#new-answers')?.dataset['question'];
if (bell && question) {
  const body = new FormData();
  body.set('question', question);
  fetch('/_actions/notifications.markRead', { method: 'POST', body })
    .then((response) => (response.ok ? response.json() : Promise.reject(new Error())))
    .then(([left]: [number]) => {
      if (left > 0) return;
      bell.querySelector('.count')?.remove();
      bell.setAttribute('aria-label', bell.title);
    })
    .catch(() => {});
}
