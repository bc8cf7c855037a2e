import type { IncomingMessage, ServerResponse } from 'node:http';
import { Refusal } from '@ayni/kernel';
import express, { type RequestHandler } from 'express';

const BODY_MAX = '2mb';
const DEPTH_MAX = 20;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, QUOTE, BACKSLASH] = [...'[]{}"\\'].map((sign) =>
  sign.charCodeAt(0),
);

/** Reads JSON bodies, keeps the bytes (a repeat is known by them) and refuses what is nested without end. */
export const jsonBody = (): RequestHandler =>
  express.json({
    limit: BODY_MAX,
    verify: (request: IncomingMessage & { rawBody?: Buffer }, _response: ServerResponse, bytes: Buffer) => {
      if (depthOf(bytes) > DEPTH_MAX)
        throw new Refusal('bad-request', '', { detail: `nested deeper than ${DEPTH_MAX}` });
      request.rawBody = bytes;
    },
  });

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
