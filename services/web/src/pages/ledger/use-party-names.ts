import { FAMILY_ACCOUNTS, MEMBER_ACCOUNTS } from '@ayni/kernel';
import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useMembers } from '../../hooks/use-names.js';

const OF_MEMBERS: ReadonlySet<string> = new Set(MEMBER_ACCOUNTS);
const OF_HOUSEHOLDS: ReadonlySet<string> = new Set(FAMILY_ACCOUNTS);

/** How whoever has a part of an account is called: families and members by their names, others by their codes. */
export function usePartyNames(): (account: string, party: string) => string {
  const members = useMembers();
  const householdName = useHouseholdNames();
  const named = (code: string, name: string): string => (name === code ? code : `${name} (${code})`);
  return (account, party) => {
    if (OF_MEMBERS.has(account)) return named(party, members.nameOf(party));
    return OF_HOUSEHOLDS.has(account) ? named(party, householdName(party)) : party;
  };
}
