import { householdChanged } from '@ayni/contracts';
import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { sentClass } from '@ayni/facts/sent-class';
import { CodeField, TextField } from '@ayni/http/fields';

/** A family of the register; members belong to one, and shares are paid to it. */
export class Household {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @TextField(200, { min: 0 }) community!: string;
}

/** A family as it is registered. */
export class SentHousehold extends sentClass(Household, [], { community: '' }) {}

export const households = declareRegistered({
  kind: 'household',
  table: 'households',
  row: Household,
  correctable: ['name', 'community'],
  filters: ['community'],
  changed: { event: householdChanged, tells: (household) => household },
});
