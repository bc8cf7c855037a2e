import { ApiProperty } from '@nestjs/swagger';
import { AmountField, CodeField, DayField, ListField, TextField } from '@ayni/http/fields';
import { IsObject } from 'class-validator';

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

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'steps, bases and offsets as the assembly voted them, in the words of the case document',
    example: {
      code: 'by-work',
      steps: [{ kind: 'fund', fund: 'legal-reserve', percent: '10.00', of: 'result', rounding: 'up' }],
      bases: [{ basis: 'work-minutes', percent: '100.00' }],
    },
  })
  @IsObject()
  ruleSet!: Record<string, unknown>;
}

export class OpenSeasonsRequest {
  @ListField(() => SeasonRequest, { max: 100 })
  rows!: SeasonRequest[];
}
