import {
  BadgeCheck,
  Banknote,
  BookOpen,
  CalendarCheck,
  Carrot,
  ClipboardList,
  Footprints,
  Gavel,
  HandCoins,
  KeyRound,
  ListChecks,
  MapPin,
  Plug,
  ReceiptText,
  Scale,
  ScrollText,
  ShoppingBasket,
  Sprout,
  Users,
  Wallet,
  Warehouse,
} from 'lucide-react';
import { sell, myMarket, myWeek, myWork, myAccount, assemblies, toSend, me, type MenuItem } from './phone-menu.js';

/** The whole menu, in the order of what people come for; everybody sees what her roles are for. */
export const officeMenu: readonly MenuItem[] = [
  sell,
  myMarket,
  { path: '/hoy', word: 'menu.today', sign: CalendarCheck, roles: ['manager'] },
  myWeek,
  myWork,
  myAccount,
  ...under('menu.ofSeason', [
    { path: '/gestion', word: 'menu.season', sign: ListChecks, roles: ['treasurer', 'president'] },
    { path: '/reglas', word: 'menu.rules', sign: ScrollText, roles: ['treasurer', 'president'] },
    { path: '/reparto', word: 'menu.shares', sign: Scale, roles: ['treasurer', 'president'] },
    { path: '/aprobar', word: 'menu.approve', sign: BadgeCheck, roles: ['president'] },
  ]),
  ...under('menu.ofField', [
    { path: '/carpas', word: 'menu.structures', sign: Sprout, roles: ['manager'] },
    { path: '/cosechas', word: 'menu.harvests', sign: ShoppingBasket, roles: ['manager'] },
    { path: '/trabajo', word: 'menu.work', sign: ClipboardList, roles: ['manager'] },
  ]),
  ...under('menu.ofSales', [
    { path: '/almacen', word: 'menu.store', sign: Warehouse, roles: ['manager'] },
    { path: '/ventas', word: 'menu.sales', sign: ReceiptText, roles: ['treasurer', 'manager', 'president'] },
    { path: '/ferias', word: 'menu.markets', sign: MapPin, roles: ['manager'] },
    { path: '/productos', word: 'menu.products', sign: Carrot, roles: ['manager'] },
  ]),
  ...under('menu.ofMoney', [
    { path: '/gastos', word: 'menu.expenses', sign: Banknote, roles: ['treasurer'] },
    { path: '/anticipos', word: 'menu.advances', sign: HandCoins, roles: ['treasurer'] },
    { path: '/caja', word: 'menu.till', sign: Wallet, roles: ['treasurer'] },
    { path: '/libro', word: 'menu.ledger', sign: BookOpen, roles: ['treasurer', 'president'] },
  ]),
  ...under('menu.ofPeople', [
    { path: '/familias', word: 'menu.members', sign: Users, roles: ['manager', 'treasurer', 'president'] },
    assemblies,
    { path: '/resoluciones', word: 'menu.resolutions', sign: Gavel, roles: ['president', 'treasurer'] },
    { path: '/usuarios', word: 'menu.users', sign: KeyRound, roles: ['president', 'treasurer', 'manager'] },
  ]),
  ...under('menu.ofPrograms', [
    { path: '/usuarios/llaves', word: 'menu.keys', sign: KeyRound, roles: ['integrator'] },
    { path: '/eventos', word: 'menu.events', sign: Plug, roles: ['integrator', 'president'] },
  ]),
  ...under('menu.ofMine', [
    toSend,
    me,
    {
      path: '/primeros-pasos',
      word: 'menu.firstSteps',
      sign: Footprints,
      roles: ['president', 'treasurer', 'manager'],
    },
  ]),
];

function under(group: NonNullable<MenuItem['group']>, items: readonly MenuItem[]): readonly MenuItem[] {
  return items.map((item) => ({ ...item, group }));
}
