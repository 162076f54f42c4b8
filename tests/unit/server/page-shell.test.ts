import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createLog } from '#src/server/log.ts';
import { cut, fill, PageShells, type RenderPage } from '#src/server/page-shell.ts';

const log = createLog('silent');

describe('a page', () => {
  test('is cut wherever it says something of its example, and filled with another’s', () => {
    const pieces = cut('<h1>A.b</h1><p>1 A.b (1)</p>', ['<p>1 A.b (1)</p>', 'A.b']);
    const filled = fill({ headers: {}, pieces: pieces ?? [] }, ['<p>2</p>', 'C$&']);
    expect(filled.toString()).toBe('<h1>C$&</h1><p>2</p>');
  });

  test('takes a mark for a text, not for a pattern', () => {
    expect(cut('AxB', ['A.B'])).toBeUndefined();
  });

  test('is of no use when it does not say what it should', () => {
    expect(cut('<h1>A</h1>', ['A', 'missing'])).toBeUndefined();
  });
});

describe('shells', () => {
  let renderings = 0;
  const pages: RenderPage = (request, response, _next, locals) => {
    renderings += 1;
    response.writeHead(request.url === '/broken' ? 500 : 200, { 'Content-Type': 'text/html' });
    response.end(`<p>${request.headers.host} ${request.url} ${locals?.actor?.name}</p>`);
  };
  const locals = { actor: { name: 'Mark' } } as Partial<App.Locals>;

  test('are rendered once for all who ask', async () => {
    const shells = new PageShells(pages, 'help.example', log);
    const example = () => ({ url: '/a', locals, marks: ['Mark'] });
    const [shell, same] = await Promise.all([shells.get('a', example), shells.get('a', example)]);
    expect(same).toBe(shell);
    expect(renderings).toBe(1);
    expect(shell?.headers['content-type']).toBe('text/html');
    expect(shell && fill(shell, ['Other']).toString()).toBe('<p>help.example /a Other</p>');
  });

  test('are not made of pages that fail, which is logged', async () => {
    const errors: object[] = [];
    const listening = { ...log, error: (what: object) => errors.push(what) } as typeof log;
    const shells = new PageShells(pages, 'help.example', listening);
    expect(
      await shells.get('b', () => ({ url: '/broken', locals, marks: ['Mark'] })),
    ).toBeUndefined();
    expect(errors).toEqual([{ key: 'b', status: 500 }]);
  });

  test('are not made of pages that are not there', async () => {
    const missing: RenderPage = (_request, _response: ServerResponse, next) => next();
    const shells = new PageShells(missing, 'help.example', log);
    expect(await shells.get('c', () => ({ url: '/c', locals, marks: ['Mark'] }))).toBeUndefined();
  });
});
