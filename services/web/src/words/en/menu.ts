import type { menu as spanish } from '../es/menu.js';
import type { WordsOf } from '../words-of.js';

/** What the menu calls the pages. */
export const menu: WordsOf<typeof spanish> = {
  sell: 'Sell',
  myMarket: 'My market',
  today: 'Today',
  season: 'Season',
  rules: 'Rules',
  myWeek: 'Start',
  myWork: 'My work',
  myAccount: 'My account',
  shares: 'Shares',
  structures: 'Greenhouses',
  harvests: 'Harvests',
  work: 'Work',
  store: 'Store',
  sales: 'Sales',
  expenses: 'Expenses and funds',
  advances: 'Advances and debts',
  ledger: 'Books',
  markets: 'Markets',
  products: 'Products',
  members: 'Members and families',
  approve: 'Approve',
  assemblies: 'Assemblies',
  resolutions: 'Resolutions',
  users: 'Users and phones',
  events: 'Events',
  toSend: 'To send',
  me: 'Me',
  till: 'Cash and bank',
};
