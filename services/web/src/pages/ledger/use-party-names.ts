import { useHouseholdNames } from '../../hooks/use-household-names.js';
import { useMembers } from '../../hooks/use-names.js';

const OF_MEMBERS: ReadonlySet<string> = new Set([
  ...['member-advances', 'member-loans', 'member-fines', 'member-capital', 'certificates', 'certificates-owed'],
]);
const OF_HOUSEHOLDS: ReadonlySet<string> = new Set(['shares-payable', 'household-carried', 'household-credit']);

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
