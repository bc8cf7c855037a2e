import type { DataOf, householdRegistered } from '@ayni/contracts';
import type { Household } from '../domain/household.js';

export const householdAggregate = ({ code }: Household): string => `household/${code}`;

/** A household in the words of the contract. */
export const householdData = ({ code, name, community }: Household): DataOf<typeof householdRegistered> => ({
  code,
  name,
  community,
});
