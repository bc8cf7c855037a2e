import { fieldOf } from '@ayni/kernel';
import type { Answer } from '../../api/route.js';

type Closing = Answer<'GET /api/profit-sharing/v1/seasons/{code}/closing'>;

/** How many facts of a kind a service wrote, and how many of them each other service that keeps them has. */
export type Kept = {
  readonly kind: string;
  readonly writer: string;
  readonly written: number;
  readonly applied: readonly { readonly service: string; readonly count: number }[];
  /** Whether counts and sums are the same everywhere, as the system compares them. */
  readonly isEqual: boolean;
};

/** What of the books of a closing season has arrived where, by kind of fact. */
export function keptOf({ services, lacking }: Closing): readonly Kept[] {
  return services.flatMap(({ service: writer, written }) =>
    Object.entries(written ?? {}).map(([kind, sums]) => ({
      kind,
      writer,
      written: countOf(sums),
      applied: services.flatMap(({ service, applied }) => {
        const there = fieldOf(applied, kind);
        const isLacking = lacking.some((lack) => lack.kind === kind && lack.service === service);
        return there === undefined && !isLacking ? [] : [{ service, count: countOf(there) }];
      }),
      isEqual: !lacking.some((lack) => lack.kind === kind),
    })),
  );
}

/** The measures that count facts; the others are sums over them. */
const COUNTS = ['records', 'receipts', 'lots', 'members'];

function countOf(sums: unknown): number {
  const count = COUNTS.map((measure) => fieldOf(sums, measure)).find((value) => value !== undefined);
  return Number(count ?? 0);
}
