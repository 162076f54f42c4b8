// The leanest static file server on npm, over the same folder, for comparison.
import http from 'node:http';
import sirv from 'sirv';

const [folder = '', port = ''] = process.argv.slice(2);
const serve = sirv(folder, { etag: true, gzip: true, brotli: true });
http
  .createServer((request, response) => serve(request, response))
  .listen(Number(port), '127.0.0.1', () => {
    process.stdout.write('ready\n');
  });
