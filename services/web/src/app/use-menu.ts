import type { Role, Who } from '../api/who.js';
import { fetchedOnce, useFetched } from '../hooks/use-fetched.js';
import { holds } from '../hooks/use-who.js';
import { phoneMenu, type MenuItem } from './phone-menu.js';

const WITHOUT_OFFICE: readonly Role[] = ['seller', 'member'];

const ofPhone = fetchedOnce(() => Promise.resolve(phoneMenu));
const ofOffice = fetchedOnce(async () => (await import('./office-menu.js')).officeMenu);

const menuOf = (who: Who) => (who.roles.every((role) => WITHOUT_OFFICE.includes(role)) ? ofPhone : ofOffice);

/** Has the menu of a person at hand before it is shown. */
export const loadMenu = async (who: Who): Promise<void> => {
  await menuOf(who).load();
};

/** The menu of a person: what her roles are for; undefined until it is there, since that of an office comes by itself. */
export const useMenu = (who: Who): readonly MenuItem[] | undefined =>
  useFetched(menuOf(who))?.filter(({ roles }) => holds(who, ...roles));
