import { Explained } from '@ayni/kernel';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

import { becomesTrue } from './becomes-true.js';
import { errorCode } from './error-code.js';

/**
 * Below the ports that systems give to outgoing connections. Above, a client that dials a broker which is down may be
 * given the broker's very port, be connected to itself, and so keep the broker from coming back.
 */
const FROM = 20_000;
const TO = 32_000;
const TRIES = 100;
const LETTING_GO_LOOKS = 50;

/** A port of the loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(FROM, TO);
    if (await isFree(port)) return port;
  }
  throw new Explained({
    es: `No hay ningún puerto libre en 127.0.0.1 entre ${FROM} y ${TO}.`,
    en: `There is no free port on 127.0.0.1 between ${FROM} and ${TO}.`,
  });
}

/** So many free ports, none twice: one that was given out and is not taken yet is free to who asks again. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** Whether nothing listens on the port; a process that was killed takes a moment to let go of its own. */
export const becomesFree = (port: number): Promise<boolean> => becomesTrue(LETTING_GO_LOOKS, () => isFree(port));

/** @throws Explained where nobody can listen there; on port 0 anybody can */
export async function assertPortFree(port: number, host: string): Promise<void> {
  let why: unknown;
  const isOpen = await becomesTrue(
    LETTING_GO_LOOKS,
    async () => (why = await faultOfListening(port, host)) === undefined,
  );
  if (isOpen) return;
  const code = errorCode(why);
  const text =
    code === 'EADDRINUSE'
      ? {
          es: `El puerto ${port} de ${host} está ocupado: termine lo que escucha ahí, o elija otro (--port).`,
          en: `Port ${port} of ${host} is taken: stop what listens there, or choose another one (--port).`,
        }
      : {
          es: `Nadie puede escuchar en el puerto ${port} de ${host} (${code}): elija otro.`,
          en: `Nobody can listen on port ${port} of ${host} (${code}): choose another one.`,
        };
  throw new Explained(text, { cause: why });
}

const isFree = async (port: number): Promise<boolean> => (await faultOfListening(port, '127.0.0.1')) === undefined;

function faultOfListening(port: number, host: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
