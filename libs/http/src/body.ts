import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawBodyRequest } from '@nestjs/common';
import { Refusal } from '@ayni/kernel';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { Sprawl, sprawlOf } from './sprawl.js';

/** What a request of somebody who is signed in may bring, and one of anybody. */
const LIMITS = { ours: 2 * 1024 * 1024, public: 4 * 1024 } as const;

type Asker = keyof typeof LIMITS;

/** A body that comes: once it is refused, nothing is made of what comes yet. */
type Coming = { isRefused: boolean };

/**
 * Reads a JSON body and keeps the bytes: a repeat is known by them. It is called once it is known who asks, so that
 * nobody is listened to for longer than she may speak.
 * @throws Refusal for other types and alphabets, and for what has no end
 */
export async function readBody(request: Request, response: Response, asker: Asker): Promise<void> {
  if (!isSent(request)) return;
  refuseOtherTypes(request);
  if (Number(request.headers['content-length']) > LIMITS[asker]) throw tooLarge(LIMITS[asker]);
  const coming: Coming = { isRefused: false };
  await Promise.race([sprawls(request, coming), read(jsonReader(coming, LIMITS[asker]), request, response)]);
}

/** Whether what comes has to be unpacked before it is JSON. */
const isPacked = ({ headers }: IncomingMessage): boolean =>
  (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';

/** Fails as soon as what came so far is out of bounds, and is never through otherwise. */
const sprawls = (request: IncomingMessage, coming: Coming): Promise<never> =>
  new Promise((_, reject) => {
    if (isPacked(request)) return;
    const sprawl = new Sprawl();
    const look = (bytes: Buffer): void => {
      const fault = sprawl.take(bytes);
      if (fault === undefined) return;
      request.off('data', look);
      coming.isRefused = true;
      reject(unreadable(fault));
    };
    request.on('data', look);
  });

/** Reads a body as the bytes that it is, of whatever type it calls itself. @throws the reader's error for more than `limit` bytes */
export async function readFile(request: RawBodyRequest<Request>, response: Response, limit: number): Promise<void> {
  if (!isSent(request)) return;
  await read(express.raw({ type: () => true, limit, inflate: false }), request, response);
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
