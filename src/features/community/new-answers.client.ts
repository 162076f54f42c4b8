// An open page of a question says when there are answers that it does not show. Without it, or
// while the stream is away, the next visit shows them.

const place = document.querySelector<HTMLElement>('#new-answers');
if (place) {
  const { question, answers, news = '', show = '' } = place.dataset;
  let stream: EventSource | undefined;
  const tell = ({ data }: MessageEvent<string>) => {
    const now = JSON.parse(data) as { answers: number; latest: number | null };
    const fresh = now.answers - Number(answers);
    if (fresh <= 0) return place.replaceChildren();
    const link = document.createElement('a');
    link.href = `?answer=${now.latest}#answer-${now.latest}`;
    link.textContent = show;
    place.replaceChildren(
      news.replace('{count}', fresh.toLocaleString(document.documentElement.lang)),
      link,
    );
  };
  // A page that nobody sees needs no connection; browsers have few to a site.
  const follow = () => {
    stream?.close();
    stream = undefined;
    if (document.hidden) return;
    stream = new EventSource(`/community/questions/${question}/events`);
    stream.onmessage = tell;
  };
  document.addEventListener('visibilitychange', follow);
  addEventListener('pagehide', () => stream?.close());
  follow();
}
