import { remember, remembered } from '../../offline/remembered.js';

const KEPT = 'ayni-door';

type Door = { readonly coop: string; readonly user: string };

/** By which co-op and name somebody came in last on this device; empty where nobody did. */
export function lastDoor(): Door {
  const [coop = '', user = ''] = (remembered(KEPT) ?? '').split('\n');
  return { coop, user };
}

export const rememberDoor = ({ coop, user }: Door): void => remember(KEPT, `${coop}\n${user}`);
