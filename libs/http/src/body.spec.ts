import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { fieldOf } from '@ayni/kernel';
import express, { type NextFunction, type Request, type Response } from 'express';
import { readBody } from './body.js';
import { Door } from './door/door.js';

const HOUR = 3_600_000;

/** A door behind which anybody may send a body, which has to go on coming. */
async function listen(silenceMs: number, whole = HOUR): Promise<{ door: Door; port: number }> {
  const app = express();
  app.post('/', (request, response, next) => {
    readBody(request, response, 'public', { bytes: 4096, silenceMs }).then(() => response.send('read'), next);
  });
  app.use((error: unknown, _: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else response.status(Number(fieldOf(error, 'status'))).send(String(fieldOf(error, 'message')));
  });
  const door = new Door(app, {}, { whole, head: whole, check: 1, idle: HOUR, rest: 1 });
  return { door, port: await door.listen(0, '127.0.0.1') };
}

/** Sends the beginning of a body that has no end, and tells all that comes back until the other side hangs up. */
function begin(port: number, ...parts: readonly string[]): Promise<string> {
  const head = 'POST / HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
  const chunks = parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(head + chunks.join('')));
    let heard = '';
    socket.on('data', (part) => (heard += String(part)));
    socket.on('error', reject).on('close', () => resolve(heard));
  });
}

const answersIn = (heard: string): number => heard.match(/HTTP\/1\.1 /g)?.length ?? 0;

describe('a body without an end', () => {
  let patient: { door: Door; port: number };
  beforeAll(async () => {
    patient = await listen(HOUR);
  });
  afterAll(() => patient.door.close());

  test('is refused as soon as more came than may, and the line is hung up', async () => {
    const heard = await begin(patient.port, '{"a":"', 'x'.repeat(5_000));
    expect([heard, answersIn(heard)]).toEqual([expect.stringMatching(/^HTTP\/1\.1 413 /), 1]);
  });

  test('is refused as soon as it says something twice', async () => {
    const heard = await begin(patient.port, '{"a":1,', '"a":2,');
    expect([heard, answersIn(heard)]).toEqual([expect.stringMatching(/^HTTP\/1\.1 400 [^]*named-twice:a$/), 1]);
  });

  test('is refused once nothing of it comes any more', async () => {
    const hasty = await listen(1);
    const heard = await begin(hasty.port, '{"a":');
    expect([heard, answersIn(heard)]).toEqual([expect.stringMatching(/^HTTP\/1\.1 400 [^]*cut-short$/), 1]);
    await hasty.door.close();
  });

  test('is refused once it took too long as a whole', async () => {
    const strict = await listen(HOUR, 1);
    const heard = await begin(strict.port, '{"a":');
    expect([heard, answersIn(heard)]).toEqual([expect.stringMatching(/^HTTP\/1\.1 400 [^]*bad-request/), 1]);
    await strict.door.close();
  });
});
