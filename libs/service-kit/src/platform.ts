import type { ServiceName } from '@ayni/contracts';
import type { Carrier } from '@ayni/messaging/carrier/carrier';
import type { Role } from '@ayni/database/roles';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import type { Clock } from '@ayni/http/clock';

/** What a service is given to run on; it does not know whether that is a laptop or a cluster. */
export type Platform = {
  /** Connection strings by role. */
  readonly database: DatabaseUrls;
  readonly carrier: Carrier;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The published keys that tokens are verified by: a set that stays, or who finds a token's key. */
  readonly keys: JSONWebKeySet | JWTVerifyGetKey;
  /** How many connections the HTTP side and the consumer may hold. */
  readonly connectionsMax: number;
  /** How many proxies in front of us say truly from where a request came; none where left out. */
  readonly proxies?: number;
  /** All of the service where left out. */
  readonly part?: ServicePart;
};

/**
 * What a process does of its service: its door for HTTP, its worker (consumer, relay, the watch over closing
 * seasons), or both.
 */
export type ServicePart = 'all' | 'http' | 'worker';

/** The addresses of a service's database for its roles. */
export type DatabaseUrls = Readonly<Record<Role, string>>;

/** The name of the service that runs, as a token. */
export class ServiceIdentity {
  constructor(readonly name: ServiceName) {}
}
