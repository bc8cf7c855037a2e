import type { Place } from '../place.js';

const roles = ['treasurer'] as const;

export const money: readonly Place[] = [
  { path: '/gastos', roles, page: () => import('./expenses.js') },
  { path: '/gastos/pagos', roles, page: () => import('./supplier-payments.js') },
  { path: '/gastos/donaciones', roles, page: () => import('./grants.js') },
  { path: '/gastos/bienes', roles, page: () => import('./assets.js') },
  { path: '/gastos/bienes/bajas', roles, page: () => import('./asset-disposals.js') },
  { path: '/gastos/fondos', roles, page: () => import('./funds.js') },
  { path: '/gastos/fondos/usos', roles, page: () => import('./fund-uses.js') },
];
