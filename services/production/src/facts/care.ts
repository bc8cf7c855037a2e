import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { Labour } from './labour.js';

/** Care for people: cooking for the work party, the sick, the children. It never leaves this service. */
export class Care extends Labour {}

/** Care as it is written down. */
export class SentCare extends sentClass(Care, []) {}

export const care = declareFact({
  kind: 'care',
  table: 'care',
  row: Care,
  sent: SentCare,
  dated: 'workedOn',
  ownCodes: 'always',
  sums: { minutes: 'minutes' },
  conditions: {
    reader: (reader) => `(f.member = ${reader}::json->>'member' OR f.recorded_by = ${reader}::json->>'recordedBy')`,
  },
});
