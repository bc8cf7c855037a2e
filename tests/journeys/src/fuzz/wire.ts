import { connect } from 'node:net';

/** An answer as it came over a socket; the first one, where a connection carried several. */
export type Heard = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
};

/** What came of sending bytes. */
export type Outcome = { readonly heard: Heard | undefined; readonly ms: number };

/** A request of which an end may be missing is waited with for so long; then the sender hangs up. */
const PATIENCE_MS = 150;
/** Nothing that is whole takes longer. */
const LIMIT_MS = 20_000;

/**
 * Sends bytes over a connection of their own, whatever they are, and hears what comes until the other side hangs up.
 * @param isWhole whether they are a request that ends, and is to be answered
 */
export function send(url: string, bytes: Buffer, isWhole: boolean): Promise<Outcome> {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const hangUp = setTimeout(() => socket.end(), isWhole ? LIMIT_MS : PATIENCE_MS);
    const giveUp = setTimeout(() => socket.destroy(), LIMIT_MS);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      // what never ends is heard from its beginning
      if (chunk.includes('Content-Type: text/event-stream')) socket.destroy();
    });
    // it may hang up on us while we speak: what it said before counts
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(hangUp);
      clearTimeout(giveUp);
      resolve({ heard: heardIn(Buffer.concat(chunks)), ms: performance.now() - began });
    });
    socket.write(bytes);
  });
}

/** @returns nothing where nothing was said */
function heardIn(bytes: Buffer): Heard | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...lines] = bytes
    .subarray(0, end < 0 ? 0 : end)
    .toString('latin1')
    .split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0);
  if (end < 0) return bytes.length === 0 ? undefined : { status: 0, headers: new Map(), body: bytes };
  const rest = bytes.subarray(end + 4);
  if (status === 100) return heardIn(rest);
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.replace(/^[^:]*: */, '')]),
  );
  const length = headers.get('content-length');
  if (headers.get('transfer-encoding') === 'chunked') return { status, headers, body: unchunked(rest) };
  return { status, headers, body: length === undefined ? rest : rest.subarray(0, Number(length)) };
}

function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.toString('latin1', at, end < 0 ? at : end), 16);
    if (!(size > 0)) break;
    parts.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
