import type { ServiceName } from '@ayni/contracts';
import { carryOverBroker } from '@ayni/messaging/migrations/20261122T0700-carry-over-broker';
import { IndexFeed1795858800000 } from '@ayni/messaging/migrations/20261128T0940-index-feed';
import { IndexUnapplied1796038800000 } from '@ayni/messaging/migrations/20261130T1140-index-unapplied';
import { endSeasonsEarly } from '@ayni/reference-data/migrations/20261128T1120-end-seasons-early';
import { changeSeasons } from '@ayni/facts/migrations/20261128T1530-change-seasons';
import { reopenSeasons } from '@ayni/facts/migrations/20261129T0315-reopen-seasons';
import { keepUnfinished } from '@ayni/reference-data/migrations/20261128T1310-keep-unfinished';
import { tiePlaces } from '@ayni/messaging/migrations/20261128T1200-tie-places';
import { keepTrail } from '@ayni/http/trail/20261128T1430-keep-trail';
import type { MigrationInterface } from 'typeorm';

/**
 * What was added since to the tables that every service has; each runs after the first migration of the service, which
 * makes them. The next one is written once and named here.
 */
export const platformMigrations = (service: ServiceName): readonly (new () => MigrationInterface)[] => [
  carryOverBroker(service),
  IndexFeed1795858800000,
  endSeasonsEarly(service),
  tiePlaces(service),
  keepUnfinished(service),
  keepTrail(service),
  changeSeasons(service),
  reopenSeasons(service),
  IndexUnapplied1796038800000,
];
