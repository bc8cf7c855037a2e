import { booksClosed, booksCounted } from './books.js';
import type { EventType, ServiceName } from './event-type.js';
import * as inventory from './inventory/events.js';
import * as members from './members/events.js';
import * as production from './production/events.js';
import * as profitSharing from './profit-sharing/events.js';
import { saleRecorded, saleRecordedV2, saleReversed, saleReversedV2 } from './sales/events.js';
import { booksUnfinished } from './unfinished.js';

const seasons = [
  profitSharing.seasonOpened,
  profitSharing.seasonChanging,
  profitSharing.seasonChanged,
  profitSharing.seasonWithdrawn,
  profitSharing.seasonClosing,
  profitSharing.seasonClosed,
  profitSharing.seasonReopened,
];
const coopsAndUsers = [members.coopRegistered, members.userChanged, members.accessEnded];
const register = [
  members.memberJoined,
  members.memberJoinedV2,
  members.memberChanged,
  members.memberLeft,
  members.memberReturned,
];
const catalogue = [inventory.productRegistered, inventory.productChanged, inventory.unitDefined, inventory.unitChanged];
const sales = [saleRecorded, saleRecordedV2, saleReversed, saleReversedV2];

/** The events that each service listens to; for whoever asks how far it is without running it. */
export const heardBy: Readonly<Record<ServiceName, readonly EventType[]>> = {
  members: seasons,
  production: [...seasons, ...coopsAndUsers, ...register, ...catalogue],
  inventory: [
    ...[...seasons, ...coopsAndUsers, ...register, ...sales],
    ...[production.harvestRecorded, production.harvestReversed],
  ],
  sales: [...seasons, ...coopsAndUsers, ...catalogue],
  'profit-sharing': [
    ...[...seasons, ...coopsAndUsers, ...register, ...sales],
    ...[members.householdRegistered, members.householdChanged],
    ...[members.resolutionAdopted, members.resolutionAdoptedV2, members.assemblyClosed],
    ...[production.workConfirmed, production.workReversed, production.careTotalled],
    ...[inventory.deliveryReceived, inventory.deliveryReceivedV2],
    ...[inventory.deliveryReversed, inventory.deliveryReversedV2],
    ...[...Object.values(booksClosed), ...Object.values(booksCounted), ...Object.values(booksUnfinished)],
  ],
};
