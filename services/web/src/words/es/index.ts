import { accounts } from './accounts.js';
import { acts } from './acts.js';
import { approval } from './approval.js';
import { assemblies } from './assemblies.js';
import { bank } from './bank.js';
import { bring } from './bring.js';
import { check } from './check.js';
import { debts } from './debts.js';
import { events } from './events.js';
import { facts } from './facts.js';
import { forms } from './forms.js';
import { frame } from './frame.js';
import { harvests } from './harvests.js';
import { late } from './late.js';
import { ledger } from './ledger.js';
import { markets } from './markets.js';
import { me } from './me.js';
import { members } from './members.js';
import { menu } from './menu.js';
import { money } from './money.js';
import { own } from './own.js';
import { ownRules } from './ownRules.js';
import { papers } from './papers.js';
import { paste } from './paste.js';
import { products } from './products.js';
import { queue } from './queue.js';
import { resolutions } from './resolutions.js';
import { reversal } from './reversal.js';
import { rules } from './rules.js';
import { sales } from './sales.js';
import { season } from './season.js';
import { payouts } from './payouts.js';
import { setUp } from './setUp.js';
import { shares } from './shares.js';
import { scenarios } from './scenarios.js';
import { shoebox } from './shoebox.js';
import { signIn } from './signIn.js';
import { stall } from './stall.js';
import { start } from './start.js';
import { states } from './states.js';
import { stock } from './stock.js';
import { structures } from './structures.js';
import { till } from './till.js';
import { today } from './today.js';
import { users } from './users.js';
import { work } from './work.js';

/** All words of the pages in Spanish, by noun; they come with the first page that no phone needs without a line. */
export const es = {
  accounts,
  acts,
  approval,
  assemblies,
  bank,
  bring,
  check,
  debts,
  events,
  facts,
  forms,
  frame,
  harvests,
  late,
  ledger,
  markets,
  me,
  members,
  menu,
  money,
  own,
  ownRules,
  papers,
  paste,
  products,
  queue,
  resolutions,
  reversal,
  rules,
  sales,
  season,
  payouts,
  setUp,
  shares,
  scenarios,
  shoebox,
  signIn,
  stall,
  start,
  states,
  stock,
  structures,
  till,
  today,
  users,
  work,
} as const;
