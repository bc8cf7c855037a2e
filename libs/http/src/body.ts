import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawBodyRequest } from '@nestjs/common';
import { Refusal } from '@ayni/kernel';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { Sprawl, sprawlOf } from './sprawl.js';

/** What a body may be: how many bytes, and for how long nothing of it may come. */
type Bounds = { readonly bytes: number; readonly silenceMs?: number };

/** What a request of somebody who is signed in may bring, and one of anybody, who must not keep us waiting. */
const BOUNDS = {
  ours: { bytes: 2 * 1024 * 1024 },
  public: { bytes: 4 * 1024, silenceMs: 10_000 },
} as const satisfies Record<string, Bounds>;

/** A body that comes: how it sprawls, where that can be seen; once it is refused, nothing is made of what comes yet. */
type Coming = { isRefused: boolean; readonly sprawl: Sprawl | undefined };

/**
 * Reads a JSON body and keeps the bytes: a repeat is known by them. It is called once it is known who asks, so that
 * nobody is listened to for longer than she may speak.
 * @throws Refusal for other types and alphabets, and for what has no end
 */
export async function readBody(
  request: Request,
  response: Response,
  asker: keyof typeof BOUNDS,
  bounds: Bounds = BOUNDS[asker],
): Promise<void> {
  if (!isSent(request)) return;
  refuseOtherTypes(request);
  const coming: Coming = { isRefused: false, sprawl: isPacked(request) ? undefined : new Sprawl() };
  await Promise.race([outOfBounds(request, coming, bounds), read(jsonReader(coming, bounds.bytes), request, response)]);
}

/** Whether what comes has to be unpacked before it is JSON. */
const isPacked = ({ headers }: IncomingMessage): boolean =>
  (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';

/** Fails as soon as what came so far is out of bounds, and is never through otherwise: whether it has an end or none. */
const outOfBounds = (request: IncomingMessage, coming: Coming, { bytes, silenceMs }: Bounds): Promise<never> =>
  new Promise((_, reject) => {
    let size = 0;
    const refuse = (error: Error): void => {
      request.off('data', look);
      clearTimeout(silence);
      coming.isRefused = true;
      reject(error);
    };
    const look = (part: Buffer): void => {
      size += part.length;
      silence?.refresh();
      if (size > bytes) return refuse(tooLarge(bytes));
      const fault = coming.sprawl?.take(part);
      if (fault !== undefined) refuse(unreadable(fault));
    };
    const silence = silenceMs === undefined ? undefined : setTimeout(() => refuse(unreadable('cut-short')), silenceMs);
    if (Number(request.headers['content-length']) > bytes) refuse(tooLarge(bytes));
    else request.on('data', look).once('close', () => clearTimeout(silence));
  });

/** Reads a body as the bytes that it is, of whatever type it calls itself. @throws the reader's error for more than `limit` bytes */
export async function readFile(request: RawBodyRequest<Request>, response: Response, limit: number): Promise<void> {
  if (!isSent(request)) return;
  const coming: Coming = { isRefused: false, sprawl: undefined };
  const reader = express.raw({ type: () => true, limit, inflate: false });
  await Promise.race([outOfBounds(request, coming, { bytes: limit }), read(reader, request, response)]);
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) return;
  request.rawBody = bytes;
  request.body = undefined;
}

const read = (reader: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    reader(request, response, (error?: unknown) =>
      // the parser's own errors say their status; the filter reads it
      error === undefined ? resolve() : reject(error instanceof Error ? error : new Error(String(error))),
    );
  });

const jsonReader = (coming: Coming, limit: number): RequestHandler =>
  express.json({
    limit,
    verify: (request: IncomingMessage & { rawBody?: Buffer }, _response: ServerResponse, bytes: Buffer) => {
      if (coming.isRefused) throw unreadable('unreadable');
      if (!isUtf8(bytes)) throw unreadable('not-utf8');
      const sprawl = isPacked(request) ? sprawlOf(bytes) : undefined;
      if (sprawl !== undefined) throw unreadable(sprawl);
      request.rawBody = bytes;
    },
  });

const tooLarge = (limit: number): Error => Object.assign(new Error('too large'), { status: 413, limit });

/** The parser answers 403 to an error of its check that has no status of its own. */
const unreadable = (fault: string): Error => Object.assign(new Error(fault), { status: 400, fault });

/** Whether a request brings a body. */
export const isSent = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** What nobody reads must not look as if it had been understood. */
function refuseOtherTypes(request: Request): void {
  if (!request.is('application/json')) throw new Refusal('bad-request', '', { detail: 'not-json-type' });
  const [, charset] = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '') ?? [];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
    throw new Refusal('bad-request', '', { detail: 'not-utf8' });
}
