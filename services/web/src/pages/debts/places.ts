import type { Place } from '../place.js';

const roles = ['treasurer'] as const;

export const debts: readonly Place[] = [
  { path: '/anticipos', roles, page: () => import('./owed.js') },
  { path: '/anticipos/anticipos', roles, page: () => import('./advances.js') },
  { path: '/anticipos/prestamos', roles, page: () => import('./loans.js') },
  { path: '/anticipos/multas', roles, page: () => import('./fines.js') },
  { path: '/anticipos/devoluciones', roles, page: () => import('./repayments.js') },
  { path: '/anticipos/certificados', roles, page: () => import('./certificates.js') },
  { path: '/anticipos/certificados/tipos', roles, page: () => import('./certificate-types.js') },
  { path: '/anticipos/certificados/aportados', roles, page: () => import('./contributions.js') },
  { path: '/anticipos/certificados/:gone', roles, page: () => import('./certificates-gone.js') },
  {
    path: '/certificados',
    roles: ['treasurer', 'president', 'manager'],
    page: () => import('./certificate-register.js'),
  },
  { path: '/anticipos/como-se-paga', roles, page: () => import('./payees.js') },
];
