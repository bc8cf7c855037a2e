import { join } from 'node:path';
import { SystemClock } from '@ayni/http/clock';
import type { Hosts } from '@ayni/http/door/hosts';
import type { Edge } from '@ayni/service-kit/edge';
import { Authority, AUTHORITY } from './authority.js';
import { Lan } from './lan.js';
import { listenPlainly } from './listen-plainly.js';
import { lookAround } from './surroundings.js';
import { TrustDesk } from './trust-desk.js';

/** What a local network is shown, and by whom. */
export type LanSettings = {
  /** The folder of the books, where the authority is kept. */
  readonly data: string;
  /** For the product over TLS; the page that explains has the next one. 0 for any free ones. */
  readonly port: number;
  readonly edge: Pick<Edge, 'listenSecurely'>;
  readonly hosts: Hosts;
  readonly onFault: (error: unknown) => void;
};

/** Shows the product to the local network, under an authority that is made the first time. */
export async function openLan({ data, port, edge, hosts, onFault }: LanSettings): Promise<OpenLan> {
  const clock = new SystemClock();
  const authority = await Authority.open(join(data, AUTHORITY), lookAround(), clock.now());
  const desk: TrustDesk = new TrustDesk(authority, () => lan.port);
  const lan: Lan = await Lan.open({
    ...{ authority, clock, lookAround, onFault, port, trustPort: port === 0 ? 0 : port + 1 },
    listenSecurely: (at, address, credentials) => edge.listenSecurely(at, address, credentials),
    listenPlainly: (at, address) => listenPlainly(desk, hosts, at, address),
  });
  return { lan, fingerprint: authority.fingerprint };
}

/** A network that is shown the product, and by what its people know the authority. */
export type OpenLan = { readonly lan: Lan; readonly fingerprint: string };
