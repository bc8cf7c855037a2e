import { use } from 'react';
import type { Role, Who } from '../api/who.js';
import { holds } from '../hooks/use-who.js';
import { phoneMenu, type MenuItem } from './phone-menu.js';

const WITHOUT_OFFICE: readonly Role[] = ['seller', 'member'];

let fetched: Promise<readonly MenuItem[]> | undefined;

/** The menu of a person: what her roles are for. That of an office comes by itself, and what stands around it waits. */
export function useMenu(who: Who): readonly MenuItem[] {
  const menu = who.roles.every((role) => WITHOUT_OFFICE.includes(role))
    ? phoneMenu
    : use((fetched ??= import('./office-menu.js').then(({ officeMenu }) => officeMenu)));
  return menu.filter(({ roles }) => holds(who, ...roles));
}
