import { AmountField, CodeField, DayField, ListField, TextField, YesNoField } from '@ayni/http/fields';

export class ExpenseRequest {
  @CodeField()
  code!: string;

  @DayField()
  spentOn!: string;

  @TextField(200)
  category!: string;

  @AmountField()
  amount!: string;

  @CodeField({ description: '`own`, or the code of the grant that paid it' })
  fundedBy!: string;
}

export class RecordExpensesRequest {
  @ListField(() => ExpenseRequest)
  rows!: ExpenseRequest[];
}

export class GrantRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  funder!: string;

  @TextField(500, { min: 0 })
  purpose!: string;

  @AmountField()
  amount!: string;

  @DayField()
  receivedOn!: string;

  @YesNoField({ description: 'whether it is bound to its purpose' })
  restricted!: boolean;
}

export class RecordGrantsRequest {
  @ListField(() => GrantRequest)
  rows!: GrantRequest[];
}

export class AdvanceRequest {
  @CodeField()
  code!: string;

  @DayField()
  paidOn!: string;

  @CodeField({ description: "the member's number" })
  member!: string;

  @AmountField()
  amount!: string;

  @TextField(500, { min: 0 })
  note!: string;
}

export class RecordAdvancesRequest {
  @ListField(() => AdvanceRequest)
  rows!: AdvanceRequest[];
}
