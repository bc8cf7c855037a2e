import { deliveryReceived, deliveryReceivedV2, deliveryReversed, deliveryReversedV2 } from '@ayni/contracts';
import { events, workConfirmed, workReversed } from '@ayni/contracts';
import { holdsOffice, type Principal } from '@ayni/http/auth/principal';

const PUBLIC: readonly string[] = events.filter(({ audience }) => audience === 'public').map(({ type }) => type);

/** What officers see of members in lists, they may follow too, where they ask for it by name. */
const OF_MEMBERS: readonly string[] = [
  ...[workConfirmed, workReversed],
  ...[deliveryReceived, deliveryReceivedV2, deliveryReversed, deliveryReversedV2],
].map(({ type }) => type);

/**
 * Which types of events somebody follows: all public ones, or those that she names of what she may read. A program reads
 * public ones alone, whatever its key opens; internal ones that name members are for people who hold an office.
 */
export function readableTypes(principal: Principal, asked: string | undefined): readonly string[] {
  if (asked === undefined) return PUBLIC;
  const isOfficer = holdsOffice(principal) && principal.scopes === null;
  const readable = new Set(isOfficer ? [...PUBLIC, ...OF_MEMBERS] : PUBLIC);
  return [...new Set(asked.split(','))].filter((type) => readable.has(type));
}
