import { hostname, networkInterfaces } from 'node:os';
import type { IncomingMessage } from 'node:http';

/** The addresses of a machine are looked up again after so long: it may have joined another network. */
const KNOWN_MS = 10_000;

/**
 * The names by which a machine may be asked: its own addresses, and those that it was told. A page of somebody else whose
 * name leads here (DNS rebinding) asks by that name, and is not answered.
 */
export class Hosts {
  private own: ReadonlySet<string> = new Set();
  private untilMs = 0;

  /** @param names beside the machine's own; any where left out */
  constructor(private readonly names: readonly string[] | undefined) {}

  /** Whether a request names one of them; of what is about health alone nobody can make anything. */
  answersTo({ headers: { host = '' }, url = '' }: IncomingMessage): boolean {
    if (this.names === undefined || url === '/health' || url.startsWith('/health/')) return true;
    const name = host
      .toLowerCase()
      .replace(/:\d+$/, '')
      .replace(/^\[(.*)\]$/, '$1');
    return this.names.includes(name) || this.ownNames().has(name);
  }

  private ownNames(): ReadonlySet<string> {
    const now = performance.now();
    if (now >= this.untilMs) {
      const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
      this.own = new Set([
        'localhost',
        hostname().toLowerCase(),
        ...addresses.map(({ address }) => address.toLowerCase()),
      ]);
      this.untilMs = now + KNOWN_MS;
    }
    return this.own;
  }
}

/** The names of AYNI_HOSTS, parted by commas. */
export const hostsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
