import { AmountField } from '../../design/amount-field.js';
import { ChoiceField, TextField, type Choice } from '../../design/field.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { say } from '../../words/say.js';

export type Structure = ItemOf<'GET /api/production/v1/structures'>;
type Kind = Structure['kind'];

export const kinds = (): readonly (Choice & { readonly value: Kind })[] => [
  { value: 'greenhouse', label: say('structures.greenhouse') },
  { value: 'plot', label: say('structures.plot') },
  { value: 'pen', label: say('structures.pen') },
  { value: 'pond', label: say('structures.pond') },
  { value: 'tank', label: say('structures.tank') },
];

export const kindOf = (text: string): Kind => kinds().find(({ value }) => value === text)?.value ?? 'greenhouse';

export const kindName = (kind: Kind): string => kinds().find(({ value }) => value === kind)?.label ?? kind;

/** What is written of a structure: the same where it is registered and where it is corrected. */
export function StructureFields({ under = '', structure }: { under?: string; structure?: Structure }) {
  return (
    <>
      <TextField
        name="name"
        at={`${under}/name`}
        label={say('structures.name')}
        hint={say('structures.nameHint')}
        defaultValue={structure?.name}
        required
      />
      <ChoiceField
        name="kind"
        at={`${under}/kind`}
        label={say('structures.kind')}
        choices={kinds()}
        defaultValue={structure?.kind ?? 'greenhouse'}
      />
      <AmountField
        name="areaM2"
        at={`${under}/areaM2`}
        label={say('structures.area')}
        places={2}
        unit="m²"
        required={false}
        {...(structure === undefined || structure.areaM2 === '' ? {} : { defaultValue: structure.areaM2 })}
      />
    </>
  );
}
