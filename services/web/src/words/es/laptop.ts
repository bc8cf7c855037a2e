import { approval } from './approval.js';
import { events } from './events.js';
import { harvests } from './harvests.js';
import { late } from './late.js';
import { ledger } from './ledger.js';
import { markets } from './markets.js';
import { members } from './members.js';
import { money } from './money.js';
import { paste } from './paste.js';
import { products } from './products.js';
import { resolutions } from './resolutions.js';
import { rules } from './rules.js';
import { sales } from './sales.js';
import { season } from './season.js';
import { shares } from './shares.js';
import { start } from './start.js';
import { stock } from './stock.js';
import { structures } from './structures.js';
import { today } from './today.js';
import { users } from './users.js';

/** The words of pages that no phone needs without a line, by noun. */
export const laptop = {
  approval,
  events,
  harvests,
  late,
  ledger,
  markets,
  members,
  money,
  paste,
  products,
  resolutions,
  rules,
  sales,
  season,
  shares,
  start,
  stock,
  structures,
  today,
  users,
} as const;
