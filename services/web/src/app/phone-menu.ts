import {
  CircleUser,
  ClipboardList,
  House,
  ReceiptText,
  Send,
  Store,
  Vote,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import type { Role } from '../api/who.js';
import type { Word } from '../words/say.js';

export type MenuItem = {
  readonly path: string;
  readonly word: Extract<Word, `menu.${string}`>;
  readonly sign: LucideIcon;
  readonly roles: readonly Role[];
  /** Under which head it stands on a laptop; under none where left out. */
  readonly group?: Extract<Word, `menu.${string}`>;
};

export const sell: MenuItem = { path: '/vender', word: 'menu.sell', sign: Store, roles: ['seller', 'manager'] };
export const myMarket: MenuItem = { path: '/mi-feria', word: 'menu.myMarket', sign: ReceiptText, roles: ['seller'] };
export const myWeek: MenuItem = { path: '/inicio', word: 'menu.myWeek', sign: House, roles: ['member'] };
export const myWork: MenuItem = { path: '/mi-trabajo', word: 'menu.myWork', sign: ClipboardList, roles: ['member'] };
export const myAccount: MenuItem = { path: '/mi-cuenta', word: 'menu.myAccount', sign: Wallet, roles: ['member'] };
export const assemblies: MenuItem = {
  path: '/asambleas',
  word: 'menu.assemblies',
  sign: Vote,
  roles: ['president', 'treasurer', 'manager', 'member'],
};
export const toSend: MenuItem = {
  path: '/por-enviar',
  word: 'menu.toSend',
  sign: Send,
  roles: ['seller', 'member', 'manager'],
};
export const me: MenuItem = {
  path: '/yo',
  word: 'menu.me',
  sign: CircleUser,
  roles: ['president', 'treasurer', 'manager', 'seller', 'member', 'integrator'],
};

/** The menu of those who hold no office, in the order of what they come for. */
export const phoneMenu: readonly MenuItem[] = [sell, myMarket, myWeek, myWork, myAccount, assemblies, toSend, me];
