import { createContext, useContext } from 'react';
import type { Role, Who } from '../api/who.js';

export const WhoContext = createContext<Who | undefined>(undefined);

/** Who is signed in. @throws on a page that is shown to nobody in particular */
export function useWho(): Who {
  const who = useContext(WhoContext);
  if (who === undefined) throw new Error('this page is for somebody who is signed in');
  return who;
}

/** Whether she holds one of some roles. */
export const holds = ({ roles }: Who, ...wanted: readonly Role[]): boolean =>
  roles.some((role) => wanted.includes(role));
