import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, QuantityField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** How many minutes of work one contribution has at most. */
const MINUTES_MAX = 1_000_000;

/** What somebody brought for her certificates instead of money: produce or work, by a scale that the assembly approved. */
export class Contribution {
  @CodeField() code!: string;
  @DayField() broughtOn!: Day;
  @CodeField({ of: 'member', description: "the member's number" }) member!: string;
  @CodeField({ of: 'certificate', description: 'the certificates of which something is still to be paid' })
  certificate!: string;
  @CodeField({ of: 'resolution', description: 'the number of the resolution that approved the scale' })
  resolution!: string;
  @CodeField({ optional: true, description: 'the product that she brought, as the scale names it; none for work' })
  product!: string | null;
  @QuantityField({ optional: true, description: 'how much of the product, in the unit of the scale' })
  quantity!: string | null;
  @CodeField({ nullable: true, description: 'the unit of the scale; null for work' }) unit!: string | null;
  @WholeField(1, MINUTES_MAX, { optional: true, description: 'how long she worked; none for a product' })
  minutes!: number | null;
  @AmountField({ description: 'what one unit or an hour counts for' }) rate!: Centavos;
  @AmountField({
    description: 'what it counts for in all, rounded half up to the smallest unit; never more than is left',
  })
  amount!: Centavos;
}

/** A contribution as the treasurer enters it; what it counts for follows from the scale. */
export class SentContribution extends sentClass(Contribution, ['member', 'unit', 'rate', 'amount']) {}

export const contributions = declareFact({
  kind: 'contribution',
  table: 'contributions',
  row: Contribution,
  sent: SentContribution,
  dated: 'broughtOn',
  sums: { centavos: 'amount' },
  filters: ['member', 'certificate'],
});
