import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body, with CRLF as sent. */
  source: string;
}

/** What the server does with a mail once it has read it. */
export type Verdict = 'take' | 'refuse' | 'hang up' | 'keep waiting';

export interface MailServer {
  url: string;
  /** Mails that were read to their end, whatever the answer was. */
  received: ReceivedMail[];
  /** Decides on the mails from now on; takes them all until then. */
  answer(verdict: Verdict): void;
  /** Ends all connections without an answer. */
  hangUp(): void;
  close(): Promise<void>;
}

/** A real mail server on a port of its own. */
export async function mailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let verdict: Verdict = 'take';
  const hangUp = () => {
    for (const connection of server.connections) connection.close();
  };
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onData(stream, session, done) {
      let source = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (source += chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const to = rcptTo.map(({ address }) => address);
        received.push({ from: mailFrom ? mailFrom.address : '', to, source });
        if (verdict === 'take') done();
        else if (verdict === 'refuse') {
          done(Object.assign(new Error('greylisted, come back later'), { responseCode: 451 }));
        } else if (verdict === 'hang up') {
          hangUp();
        }
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    answer: (next) => void (verdict = next),
    hangUp,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
