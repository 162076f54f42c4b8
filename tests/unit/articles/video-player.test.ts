import { expect, test } from 'vitest';
import { playerOf } from '#src/features/content/video-player.ts';

const youtube = 'https://www.youtube-nocookie.com/embed/a-B_1?autoplay=1';

test.each([
  'https://www.youtube.com/watch?v=a-B_1',
  'https://youtube.com/watch?list=x&v=a-B_1&t=3s',
  'http://www.youtube.com/watch?v=a-B_1',
  'https://m.youtube.com/watch?v=a-B_1',
  'https://youtu.be/a-B_1?si=x',
  'https://www.youtube.com/shorts/a-B_1',
  'https://www.youtube.com/live/a-B_1?feature=share',
  'https://www.youtube.com/embed/a-B_1',
  'https://www.youtube-nocookie.com/embed/a-B_1',
])('%s plays without cookies', (src) => {
  expect(playerOf(src)).toEqual({ host: 'YouTube', embed: youtube });
});

test.each([
  ['https://vimeo.com/123', 'https://player.vimeo.com/video/123?dnt=1&autoplay=1'],
  ['https://player.vimeo.com/video/123', 'https://player.vimeo.com/video/123?dnt=1&autoplay=1'],
  ['https://vimeo.com/123/a1b2', 'https://player.vimeo.com/video/123?h=a1b2&dnt=1&autoplay=1'],
  [
    'https://player.vimeo.com/video/123?h=a1b2',
    'https://player.vimeo.com/video/123?h=a1b2&dnt=1&autoplay=1',
  ],
])('%s plays without being followed', (src, embed) => {
  expect(playerOf(src)).toEqual({ host: 'Vimeo', embed });
});

test.each([
  'https://www.youtube.com/',
  'https://www.youtube.com/@someone',
  'https://www.youtube.com/playlist?list=x',
  'https://youtu.be/',
  'https://vimeo.com/channels/staffpicks',
  'https://youtube.com.example.org/watch?v=a',
  'https://example.com/watch?v=a',
  'ftp://youtube.com/watch?v=a',
  './film.mp4',
  'youtube.com/watch?v=a',
  '',
])('%s is no video that can be embedded', (src) => {
  expect(playerOf(src)).toBeUndefined();
});

test('an id cannot break out of the address', () => {
  expect(playerOf('https://youtu.be/a"onload=x')?.embed).not.toContain('"');
  expect(playerOf('https://www.youtube.com/watch?v=a%26b%3Dc')?.embed).toContain('a%26b%3Dc');
});
