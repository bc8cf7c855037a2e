import {
  BookOpen,
  CalendarCheck,
  CircleUser,
  ClipboardList,
  FileBarChart,
  HandCoins,
  House,
  KeyRound,
  ListChecks,
  Plug,
  ReceiptText,
  Scale,
  ScrollText,
  Send,
  Sprout,
  Store,
  Users,
  Vote,
  Wallet,
  Warehouse,
  type LucideIcon,
} from 'lucide-react';
import type { Role } from '../api/who.js';
import type { Word } from '../words/say.js';

type MenuItem = {
  readonly path: string;
  readonly word: Extract<Word, `menu.${string}`>;
  readonly sign: LucideIcon;
  readonly roles: readonly Role[];
};

/** The menu, in the order of what people come for; everybody sees what her roles are for. */
export const menu: readonly MenuItem[] = [
  { path: '/vender', word: 'menu.sell', sign: Store, roles: ['seller', 'manager'] },
  { path: '/mi-feria', word: 'menu.myMarket', sign: ReceiptText, roles: ['seller'] },
  { path: '/hoy', word: 'menu.today', sign: CalendarCheck, roles: ['manager'] },
  { path: '/gestion', word: 'menu.season', sign: ListChecks, roles: ['treasurer', 'president'] },
  { path: '/reglas', word: 'menu.rules', sign: ScrollText, roles: ['treasurer', 'president'] },
  { path: '/inicio', word: 'menu.myWeek', sign: House, roles: ['member'] },
  { path: '/mi-trabajo', word: 'menu.myWork', sign: ClipboardList, roles: ['member'] },
  { path: '/mi-cuenta', word: 'menu.myAccount', sign: Wallet, roles: ['member'] },
  { path: '/reparto', word: 'menu.shares', sign: Scale, roles: ['treasurer', 'president'] },
  { path: '/carpas', word: 'menu.structures', sign: Sprout, roles: ['manager'] },
  { path: '/cosechas', word: 'menu.harvests', sign: Sprout, roles: ['manager'] },
  { path: '/trabajo', word: 'menu.work', sign: ClipboardList, roles: ['manager'] },
  { path: '/almacen', word: 'menu.store', sign: Warehouse, roles: ['manager'] },
  { path: '/ventas', word: 'menu.sales', sign: ReceiptText, roles: ['treasurer', 'manager', 'president'] },
  { path: '/gastos', word: 'menu.expenses', sign: HandCoins, roles: ['treasurer'] },
  { path: '/adelantos', word: 'menu.advances', sign: HandCoins, roles: ['treasurer'] },
  { path: '/caja', word: 'menu.till', sign: Wallet, roles: ['treasurer'] },
  { path: '/libro', word: 'menu.ledger', sign: BookOpen, roles: ['treasurer', 'president'] },
  { path: '/ferias', word: 'menu.markets', sign: Store, roles: ['manager'] },
  { path: '/productos', word: 'menu.products', sign: Sprout, roles: ['manager'] },
  { path: '/familias', word: 'menu.members', sign: Users, roles: ['manager', 'treasurer', 'president'] },
  { path: '/aprobar', word: 'menu.approve', sign: Scale, roles: ['president'] },
  { path: '/asambleas', word: 'menu.assemblies', sign: Vote, roles: ['president', 'treasurer', 'manager', 'member'] },
  { path: '/resoluciones', word: 'menu.resolutions', sign: FileBarChart, roles: ['president', 'treasurer'] },
  { path: '/usuarios', word: 'menu.users', sign: KeyRound, roles: ['president', 'treasurer', 'manager'] },
  { path: '/eventos', word: 'menu.events', sign: Plug, roles: ['integrator', 'president'] },
  { path: '/por-enviar', word: 'menu.toSend', sign: Send, roles: ['seller', 'member', 'manager'] },
  {
    path: '/yo',
    word: 'menu.me',
    sign: CircleUser,
    roles: ['president', 'treasurer', 'manager', 'seller', 'member', 'integrator'],
  },
];
