import { afterEach, expect, test } from '@jest/globals';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { parseCoopId } from '@ayni/kernel';
import { until } from '@ayni/testing/until';
import type { FedEvent } from '@ayni/messaging/outbox/feed';
import { EventStream } from './event-stream.js';

const TYPE = 'ayni.sales.sale-recorded.v1';
const coop = parseCoopId('01980000-0000-7000-8000-000000000001');

/** An event that, if nobody says otherwise, hardly fits into the buffer of a socket. */
const event = (n: number, type = TYPE, size = 200_000): FedEvent => ({
  position: BigInt(n),
  event: {
    ...{ specversion: '1.0', id: `${n}`, type, source: '', subject: '', time: '', datacontenttype: 'application/json' },
    ...{ dataschema: '', coopid: coop, commandid: '', aggregate: '', aggregateseq: 1, data: 'x'.repeat(size) },
  } as const,
});

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A stream over a real socket, and what its reader gets; she reads nothing before she is told to. */
async function opened(after = 0n): Promise<{ stream: EventStream; reader: IncomingMessage; drained: () => number }> {
  let drained = 0;
  const streams: EventStream[] = [];
  const principal = {
    ...{ user: 'ana', coop, roles: [], member: null, version: null, access: null, scopes: null, choosing: false },
  };
  server = createServer((_, response) => {
    streams.push(
      new EventStream({ principal, token: '', after, types: [TYPE] }, response, () => {
        drained += 1;
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  const [reader] = (await once(get({ port: address.port, host: '127.0.0.1' }), 'response')) as [IncomingMessage];
  const [stream] = streams;
  if (!stream) throw new Error('nobody was answered');
  return { stream, reader, drained: () => drained };
}

const ids = (text: string): string[] => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id ?? '');

test('who does not read has no event kept for her, and goes on where she stopped', async () => {
  const { stream, reader, drained } = await opened();
  const events = Array.from({ length: 100 }, (_, i) => event(i + 1));
  stream.take(events, 100n);
  expect(stream.takesMore).toBe(false);
  const reached = Number(stream.after);
  expect(reached).toBeLessThan(100);
  stream.take(events, 100n);
  expect(Number(stream.after)).toBe(reached);

  let text = '';
  reader.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  let turns = drained();
  while (stream.after < 100n) {
    await until(() => Promise.resolve(drained() > turns));
    turns = drained();
    stream.take(events, 100n);
  }
  await until(() => Promise.resolve(ids(text).length === 101));
  expect(ids(text)).toEqual(Array.from({ length: 101 }, (_, i) => String(i)));
});

test('events of other types move it on and are not told', async () => {
  const { stream, reader } = await opened(7n);
  let text = '';
  reader.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  stream.take([event(8, 'ayni.sales.sale-reversed.v1'), event(9, TYPE, 1)], 12n);
  expect(stream.after).toBe(12n);
  await until(() => Promise.resolve(ids(text).length === 2));
  expect(ids(text)).toEqual(['7', '9']);
});

test('beats where nothing else was written for a while, and not before', async () => {
  const { stream, reader } = await opened();
  let text = '';
  reader.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  expect(stream.beat(60_000)).toBe(false);
  expect(stream.beat(0)).toBe(true);
  await until(() => Promise.resolve(text.includes('\n: still here\n\n')));
});

test('ends also where its reader takes nothing of it', async () => {
  const { stream, reader } = await opened();
  stream.take(
    Array.from({ length: 100 }, (_, i) => event(i + 1)),
    100n,
  );
  expect(stream.takesMore).toBe(false);
  stream.end();
  reader.on('error', () => undefined);
  await until(async () => {
    const open = await new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    return open === 0;
  });
});
