import { AmountField, CodeField, DayField, ObjectField, TextField } from '@ayni/http/fields';

/** A season as the treasurer writes it. */
export class SeasonRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @DayField({ description: 'its first day' })
  from!: string;

  @DayField({ description: 'its last day' })
  to!: string;

  @AmountField({ description: 'the smallest coin in which families are paid' })
  cashUnit!: string;

  @ObjectField({
    description: 'steps, bases and offsets as the assembly voted them, in the words of the case document',
    example: {
      code: 'by-work',
      steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
      bases: [{ basis: 'work-minutes', percent: '100.00' }],
    },
  })
  ruleSet!: Record<string, unknown>;
}
