import type { Case, Outcome } from '@ayni/distribution';
import {
  AmountField,
  CodeField,
  CodesField,
  CountField,
  CurrencyField,
  DayField,
  InstantField,
  ObjectField,
  OneOfField,
  PartField,
  ShownListField,
  ShownTextField,
  TextField,
  YesNoField,
} from '@ayni/http/fields';
import { FOLLOWS, OUT_OF_ORDER, RULES_VERSION } from '../list-runs/run-order.js';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rules/rule-set.schema.js';
import { RUN_STATES, type RunState } from '../../domain/runs/run.js';
import type { Day } from '@ayni/kernel';
import type { HouseholdPayments, PaidPart } from '../../domain/household-payments.js';
import { PAYMENT_WAYS, type PaymentWay } from '../../domain/payouts/payout.js';
import type { HouseholdStatement, MemberStatement, StatementLine } from '../../domain/papers/statement.js';

/** A run with its whole outcome. */
export class ShownRun {
  @ShownTextField() id!: string;
  @CodeField() season!: string;
  @OneOfField(RUN_STATES) state!: RunState;
  @CurrencyField() currency!: string;
  @ShownTextField({ description: 'of the case and its outcome together' }) fingerprint!: string;
  @CountField({ description: RULES_VERSION }) rulesVersion!: number;
  @CodeField() calculatedBy!: string;
  @InstantField() calculatedAt!: string;
  @CodeField({ nullable: true }) proposedBy!: string | null;
  @InstantField({ nullable: true }) proposedAt!: string | null;
  @CodeField({ nullable: true }) approvedBy!: string | null;
  @InstantField({ nullable: true }) approvedAt!: string | null;
  @CodeField({ nullable: true, description: 'the resolution under which it was approved' }) resolution!: string | null;
  @CodeField({ nullable: true }) rejectedBy!: string | null;
  @InstantField({ nullable: true }) rejectedAt!: string | null;
  @TextField(500, { nullable: true, description: 'why it was rejected' }) rejection!: string | null;
  @CodeField({ nullable: true, description: 'who asked that it be reversed' }) reversalProposedBy!: string | null;
  @TextField(500, { nullable: true, description: 'why it is to be reversed' }) reversalReason!: string | null;
  @CodeField({ nullable: true, description: 'who confirmed that it be reversed' }) reversedBy!: string | null;
  @InstantField({ nullable: true }) reversedAt!: string | null;
  @CodeField({ nullable: true, description: 'the resolution by which it was reversed' }) reversalResolution!:
    string | null;
  @CodeField({ nullable: true, description: FOLLOWS }) follows!: string | null;
  @YesNoField({ description: OUT_OF_ORDER }) outOfOrder!: boolean;
  @ObjectField({ description: 'the outcome document; each member also with `minutes`, `delivered` and `days`' })
  outcome!: Outcome;
}

/** The document from which anybody can work the shares out again. */
export class CaseDocument implements Case {
  @CurrencyField() currency!: string;
  @ObjectField({ schema: ANSWERED_RULES_SCHEMA }) ruleSet!: Case['ruleSet'];
  @ObjectField({ description: 'what the books say of the season' }) books!: Case['books'];
  @ObjectField({ each: true, description: 'each with her weights and debts' }) members!: Case['members'];
  @ObjectField({ each: true, optional: true, nullable: false, description: 'each with what it carries from before' })
  households?: NonNullable<Case['households']>;
}

class Line implements StatementLine {
  @ShownTextField() label!: string;
  @ShownTextField({ optional: true, nullable: false, description: 'what it means, where the label does not say it' })
  says?: string;
  @ShownTextField({ description: 'how it comes about' }) working!: string;
  @AmountField() amount!: string;
}

/** Which run a statement is of. */
export class Head {
  @ShownTextField() run!: string;
  @CodeField() season!: string;
  @OneOfField(RUN_STATES) state!: RunState;
  @CurrencyField() currency!: string;
  @CodeField({ nullable: true, description: 'the resolution under which it was approved' }) resolution!: string | null;
  @ShownTextField({ description: 'of the case and its outcome together' }) fingerprint!: string;
  @CodeField({ nullable: true, description: FOLLOWS }) follows!: string | null;
  @YesNoField({ description: OUT_OF_ORDER }) outOfOrder!: boolean;
}

class PaidPartOfRun implements PaidPart {
  @DayField() paidOn!: Day;
  @OneOfField(PAYMENT_WAYS) way!: PaymentWay;
  @AmountField() amount!: string;
}

class PaymentsOfRun implements HouseholdPayments {
  @AmountField({ description: 'what the household is owed still, of this run and those before it' }) owed!: string;
  @ShownListField(() => PaidPartOfRun, { description: 'what the household was handed of this run' })
  payments!: readonly PaidPart[];
}

class StatementHead extends Head {
  @PartField(() => PaymentsOfRun, { nullable: true, description: 'null while the run is not approved' })
  payment!: HouseholdPayments | null;

  @ShownTextField({ description: 'by which anybody can check its paper: `GET checks/{coop}/{code}`' }) check!: string;
}

class MemberFigures {
  @CountField({ description: 'of work' }) minutes!: number;
  @AmountField() delivered!: string;
  @CountField({ description: 'of membership' }) days!: number;
  @AmountField() share!: string;
  @AmountField() retained!: string;
  @AmountField() offset!: string;
  @AmountField() debtLeft!: string;
  @AmountField() net!: string;
}

/** What a member gets of a run, and how that comes about. */
export class ShownMemberStatement extends StatementHead implements MemberStatement {
  @ShownTextField({ nullable: true }) name!: string | null;
  @CodeField() member!: string;
  @CodeField() household!: string;
  @PartField(() => MemberFigures) figures!: MemberFigures;
  @ShownListField(() => Line) workings!: readonly Line[];
}

class HouseholdFigures {
  @AmountField() net!: string;
  @AmountField() carriedBefore!: string;
  @AmountField({ description: 'in coins' }) paid!: string;
  @AmountField({ description: 'too small for a coin; it waits for the next run' }) carried!: string;
}

/** What a household is paid of a run, and how that comes about. */
export class ShownHouseholdStatement extends StatementHead implements HouseholdStatement {
  @ShownTextField({ nullable: true }) name!: string | null;
  @CodeField() household!: string;
  @PartField(() => HouseholdFigures) figures!: HouseholdFigures;
  @CodesField() members!: readonly string[];
  @ShownListField(() => Line) workings!: readonly Line[];
}
