import type { Clock } from '@ayni/http/clock';
import type { Credentials, SecureListener } from '@ayni/http/door/door';
import type { Authority, Leaf } from './authority.js';
import { inUrl, type Surroundings } from './surroundings.js';

const LOOK_MS = 10_000;
/** A certificate is renewed when less than this part of its time is left. */
const RENEW_AT = 1 / 3;

/** What a laptop shows to its local network. */
export type LanOptions = {
  readonly authority: Authority;
  /** For the product, 0 for any free one. */
  readonly port: number;
  /** For the page that explains how to trust the authority, 0 for any free one. */
  readonly trustPort: number;
  readonly clock: Clock;
  readonly lookAround: () => Surroundings;
  readonly listenSecurely: (port: number, address: string, credentials: Credentials) => Promise<SecureListener>;
  readonly listenPlainly: (port: number, address: string) => Promise<PlainListener>;
  /** Told what kept it from an address; it is tried again. */
  readonly onFault: (error: unknown) => void;
};

export type PlainListener = { readonly port: number; readonly close: () => void };

type Listeners = { readonly secure: SecureListener; readonly plain: PlainListener };

/**
 * The product at the private addresses of the machine, and at no other, over TLS. It goes along when the machine joins another
 * network, and takes another certificate before the one that it shows ends.
 */
export class Lan {
  private readonly places = new Map<string, Listeners>();
  private ports: { readonly secure: number; readonly plain: number };
  private leaf: Leaf | undefined;
  private leafOf = '';
  private looking: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  private constructor(private readonly options: LanOptions) {
    this.ports = { secure: options.port, plain: options.trustPort };
    this.timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  /** @throws Error where nobody can listen */
  static async open(options: LanOptions): Promise<Lan> {
    const lan = new Lan(options);
    try {
      await lan.follow();
    } catch (error) {
      await lan.close();
      throw error;
    }
    return lan;
  }

  /** The port of the product: the asked one, or the free one that it was given first. */
  get port(): number {
    return this.ports.secure;
  }

  /** Where phones find the product, by address. */
  get urls(): string[] {
    return [...this.places.keys()].map((address) => `https://${inUrl(address)}:${this.port}`);
  }

  /** Where phones are told how to trust it, by address. */
  get trustUrls(): string[] {
    return [...this.places.keys()].map((address) => `http://${inUrl(address)}:${this.ports.plain}`);
  }

  /** Looks where the machine is now and how old the certificate; by itself every ten seconds. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.follow()).catch(this.options.onFault);
    return this.looking;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    for (const address of [...this.places.keys()]) this.leave(address);
  }

  private async follow(): Promise<void> {
    const around = this.options.lookAround();
    for (const address of this.places.keys()) if (!around.addresses.includes(address)) this.leave(address);
    if (around.addresses.length === 0) return;
    const leaf = await this.leafFor(around);
    const faults: unknown[] = [];
    for (const address of around.addresses)
      if (!this.places.has(address)) await this.join(address, leaf).catch((error: unknown) => faults.push(error));
    // one address that is not to be had keeps nobody from the others
    if (faults.length > 0) throw faults[0];
  }

  private async leafFor(around: Surroundings): Promise<Leaf> {
    const now = this.options.clock.now();
    const of = JSON.stringify([around.names.toSorted(), around.addresses.toSorted()]);
    if (this.leaf && of === this.leafOf && !isOld(this.leaf, now)) return this.leaf;
    this.leaf = await this.options.authority.issue(around, now);
    this.leafOf = of;
    for (const { secure } of this.places.values()) secure.renew(this.leaf);
    return this.leaf;
  }

  private async join(address: string, leaf: Leaf): Promise<void> {
    const { listenSecurely, listenPlainly } = this.options;
    const secure = await listenSecurely(this.ports.secure, address, leaf);
    try {
      const plain = await listenPlainly(this.ports.plain, address);
      this.places.set(address, { secure, plain });
      this.ports = { secure: secure.port, plain: plain.port };
    } catch (error) {
      secure.close();
      throw error;
    }
  }

  private leave(address: string): void {
    const place = this.places.get(address);
    this.places.delete(address);
    place?.secure.close();
    place?.plain.close();
  }
}

const isOld = ({ beginsAt, endsAt }: Leaf, now: Date): boolean =>
  endsAt.getTime() - now.getTime() < (endsAt.getTime() - beginsAt.getTime()) * RENEW_AT || now < beginsAt;
