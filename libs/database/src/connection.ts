import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from './driver.js';

type Done = (error?: Error | null) => void;

/**
 * A socket that sends what is written in one turn of the event loop with one system call: on a
 * pipelining connection the statements of a turn leave together.
 */
function gatheringSocket(): Duplex {
  const socket = new Socket();
  // connecting puts the socket's own `write` back
  return socket.once('connect', () => gatherWrites(socket));
}

function gatherWrites(socket: Socket): void {
  const write: Socket['write'] = socket.write.bind(socket);
  let gathered: Uint8Array[] = [];
  const flush = (): void => {
    const together = gathered;
    gathered = [];
    // one buffer costs less than a list of them: to the system call, not to the memory
    if (together.length > 0 && !socket.destroyed) write(Buffer.concat(together));
  };
  socket.write = (data: Uint8Array | string, second?: BufferEncoding | Done, done?: Done): boolean => {
    if (typeof data !== 'string' && second === undefined) {
      if (gathered.push(data) === 1) process.nextTick(flush);
      return !socket.writableNeedDrain;
    }
    flush();
    return typeof second === 'string' ? write(data, second, done) : write(data, second);
  };
}

/**
 * A connection that the server may end at any moment: whoever uses it just then is told by the answer that does not come,
 * and the pool by the end; what is told besides has no listener while it is handed from one to the other.
 */
class EndableClient extends pg.Client {
  constructor(config?: pg.ClientConfig | string) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** A statement is sent without waiting for the answer to the one before it; those of one turn of the event loop leave together. */
export const PIPELINED = { pipeline: true, stream: gatheringSocket } as const;

/** So long somebody waits for a lock, and for a connection while others have them all: a system that is busy is not away. */
const BUSY_MS = 10_000;

/**
 * How every connection of a service talks to PostgreSQL: a statement is sent without waiting for the
 * answer to the one before it, and a transaction that hangs is ended by the server. What is read often is in memory, where
 * rows in the order of an index cost hardly more than in that of the table: the server's own estimate is that of old disks.
 */
export const connectionOptions = {
  Client: EndableClient,
  ...PIPELINED,
  connectionTimeoutMillis: BUSY_MS,
  idleTimeoutMillis: 10_000,
  options: `-c plan_cache_mode=force_generic_plan -c random_page_cost=1.1 -c statement_timeout=60s -c lock_timeout=${BUSY_MS} -c idle_in_transaction_session_timeout=15s`,
};
