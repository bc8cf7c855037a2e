import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '@ayni/kernel';
import express, { type RequestHandler } from 'express';

const BODY_MAX = '2mb';
const DEPTH_MAX = 20;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH] = [...'[]{}"\\'].map((sign) =>
  sign.charCodeAt(0),
);

/** Reads JSON bodies, keeps the bytes (a repeat is known by them), refuses other types and what is nested without end. */
export const jsonBody = (): RequestHandler[] => [
  refuseOtherTypes,
  express.json({
    limit: BODY_MAX,
    verify: (request: IncomingMessage & { rawBody?: Buffer }, _response: ServerResponse, bytes: Buffer) => {
      // the parser answers 403 to an error of this check that has no status of its own
      if (depthOf(bytes) > DEPTH_MAX)
        throw Object.assign(new Error(`nested deeper than ${DEPTH_MAX}`), { status: 400 });
      request.rawBody = bytes;
    },
  }),
];

/** What nobody reads must not look as if it had been understood. */
const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const isSent = encoding !== undefined || Number(length ?? 0) > 0;
  if (isSent && !request.is('application/json'))
    next(new Refusal('bad-request', '', { detail: 'Content-Type is not application/json' }));
  else next();
};

function depthOf(bytes: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    const sign = bytes[i];
    if (quoted) {
      if (sign === BACKSLASH) i++;
      else if (sign === QUOTE) quoted = false;
    } else if (sign === QUOTE) quoted = true;
    else if (sign === OPEN_LIST || sign === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) depth--;
  }
  return deepest;
}
