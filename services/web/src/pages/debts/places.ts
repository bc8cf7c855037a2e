import type { Place } from '../place.js';

const roles = ['treasurer'] as const;

export const debts: readonly Place[] = [
  { path: '/adelantos', roles, page: () => import('./owed.js') },
  { path: '/adelantos/adelantos', roles, page: () => import('./advances.js') },
  { path: '/adelantos/prestamos', roles, page: () => import('./loans.js') },
  { path: '/adelantos/multas', roles, page: () => import('./fines.js') },
  { path: '/adelantos/devoluciones', roles, page: () => import('./repayments.js') },
  { path: '/adelantos/certificados', roles, page: () => import('./certificates.js') },
  { path: '/adelantos/certificados/tipos', roles, page: () => import('./certificate-types.js') },
  { path: '/adelantos/certificados/devueltos', roles, page: () => import('./certificate-withdrawals.js') },
  {
    path: '/certificados',
    roles: ['treasurer', 'president', 'manager'],
    page: () => import('./certificate-register.js'),
  },
  { path: '/adelantos/como-se-paga', roles, page: () => import('./payees.js') },
];
