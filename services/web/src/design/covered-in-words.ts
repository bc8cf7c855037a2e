import type { ItemOf } from '../hooks/use-list.js';
import { inFigures } from '../words/money.js';
import { say } from '../words/say.js';

type Covered = ItemOf<'GET /api/members/v1/resolutions'>['covers'][number];

/** As much of a fingerprint as people compare. */
const FINGERPRINT_SHOWN = 15;

/** What a resolution decides in the system. */
export const coveredInWords = ({
  kind,
  season,
  fund,
  certificateType,
  product,
  unit,
  amount,
  fingerprint,
  member,
}: Covered): string => {
  const goods = product ? `${product}, ${unit ?? ''}` : undefined;
  const named = fund ?? certificateType ?? goods ?? (kind === 'work-scale' ? '' : undefined);
  return say('resolutions.coversShown', {
    kind: say(`resolutions.${kind}`),
    of:
      season ??
      member ??
      (named === undefined
        ? (fingerprint ?? '').slice(0, FINGERPRINT_SHOWN)
        : `${named} ${inFigures(amount ?? '')}`.trim()),
  });
};
