import { holdsOffice, type Principal } from '@ayni/http/auth/principal';

/** Whose receipts alone somebody sees: a seller's are her own; null for who holds an office or integrates and sees all. */
export const onlySoldBy = (principal: Principal): string | null =>
  holdsOffice(principal) || principal.roles.includes('integrator') ? null : principal.user;

/** Whether she takes back receipts of anybody and of any day; a seller takes back her own of the day. */
export const takesBackAny = ({ roles }: Principal): boolean => roles.includes('manager') || roles.includes('treasurer');
