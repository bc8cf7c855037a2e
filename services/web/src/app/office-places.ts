import type { Place } from '../pages/place.js';
import { accounts } from '../pages/accounts/places.js';
import { approval } from '../pages/approval/places.js';
import { assemblies } from '../pages/assemblies/places.js';
import { bring } from '../pages/bring/places.js';
import { debts } from '../pages/debts/places.js';
import { events } from '../pages/events/places.js';
import { harvests } from '../pages/harvests/places.js';
import { late } from '../pages/late/places.js';
import { ledger } from '../pages/ledger/places.js';
import { markets } from '../pages/markets/places.js';
import { members } from '../pages/members/places.js';
import { money } from '../pages/money/places.js';
import { payouts } from '../pages/payouts/places.js';
import { products } from '../pages/products/places.js';
import { resolutions } from '../pages/resolutions/places.js';
import { sales } from '../pages/sales/places.js';
import { season } from '../pages/season/places.js';
import { shares } from '../pages/shares/places.js';
import { shoebox } from '../pages/shoebox/places.js';
import { start } from '../pages/start/places.js';
import { stock } from '../pages/stock/places.js';
import { structures } from '../pages/structures/places.js';
import { till } from '../pages/till/places.js';
import { today } from '../pages/today/places.js';
import { users } from '../pages/users/places.js';
import { work } from '../pages/work/places.js';

/** The pages that need a line. Each noun adds its own. */
export const officePlaces: readonly Place[] = [
  ...accounts,
  ...approval,
  ...assemblies,
  ...bring,
  ...debts,
  ...events,
  ...harvests,
  ...late,
  ...ledger,
  ...markets,
  ...members,
  ...money,
  ...payouts,
  ...products,
  ...resolutions,
  ...sales,
  ...season,
  ...shares,
  ...shoebox,
  ...start,
  ...stock,
  ...structures,
  ...till,
  ...today,
  ...users,
  ...work,
];
