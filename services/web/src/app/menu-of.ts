import type { Who } from '../api/who.js';
import { menu } from './menu.js';
import { places } from './places.js';

/** The menu of a person: what her roles are for, as far as there are pages for it. */
export const menuOf = ({ roles }: Who): typeof menu =>
  menu.filter(
    (item) => item.roles.some((role) => roles.includes(role)) && places.some(({ path }) => path === item.path),
  );
