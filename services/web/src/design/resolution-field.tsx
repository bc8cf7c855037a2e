import { useWhole } from '../hooks/use-whole.js';
import type { Covered } from './covered-fields.js';
import { ResolutionChoice } from './resolution-choice.js';

type ResolutionFieldProps = {
  /** What is done under it. */
  readonly thing: Pick<Covered, 'kind' | 'season' | 'fingerprint'>;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
};

const isSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  (one ?? '').toLowerCase() === (other ?? '').toLowerCase();

/** Under which resolution something is done: one that was carried and covers it. */
export function ResolutionField({ thing, label, hint, required = true }: ResolutionFieldProps) {
  const resolutions = useWhole('GET /api/members/v1/resolutions', {}).data?.value;
  const covering = resolutions?.filter(
    ({ carried, covers }) =>
      carried &&
      covers.some(
        ({ kind, season, fingerprint }) =>
          kind === thing.kind && isSame(season, thing.season) && isSame(fingerprint, thing.fingerprint),
      ),
  );
  return (
    <ResolutionChoice
      label={label}
      hint={hint}
      required={required}
      choices={covering?.map(({ number, subject }) => ({ value: number, label: `${number}: ${subject}` }))}
    />
  );
}
