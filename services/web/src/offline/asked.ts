import type { Who } from '../api/who.js';

/** Something that a page asks for, of which the answer is kept. */
export type Asked = { readonly route: string; readonly sent: object; readonly isWhole: boolean };

/** Nobody reads what another kept: the key names whose it is. */
export const keyOf = ({ coop, user }: Who, { route, sent, isWhole }: Asked): string =>
  JSON.stringify([coop.code, user, route, isWhole ? { ...sent, isWhole } : sent]);
