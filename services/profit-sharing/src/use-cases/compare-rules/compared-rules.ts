import { CommandDone } from '@ayni/http/commands/load-answer';
import {
  AmountField,
  CodeField,
  CountField,
  InstantField,
  ObjectField,
  ShownListField,
  ShownTextField,
  YesNoField,
} from '@ayni/http/fields';

const AMOUNTS = {
  type: 'array',
  items: { type: 'string', nullable: true },
  description: 'by each rule set, in their order; null where it gives none',
};
const DIFFERENCES = {
  ...AMOUNTS,
  description: 'to the present rules, by each rule set; below zero where it gives less',
};

type Amounts = readonly (string | null)[];

/** What a fund would get. */
export class FundGets {
  @ShownTextField() fund!: string;
  @AmountField({ description: 'below zero for a loss that it bears' }) amount!: string;
}

/** What one rule set comes to. */
export class RulesGive {
  @ShownTextField({ description: '`present` first, then those that were asked for' }) code!: string;
  @ShownTextField({ nullable: true, description: 'why it gives no shares' }) unshared!: string | null;
  @AmountField({ nullable: true, description: 'below zero for a loss' }) result!: string | null;
  @AmountField({ nullable: true, description: 'what is left for the members' }) pool!: string | null;
  @AmountField({ nullable: true, description: 'of a loss, what goes to the next season' }) forward!: string | null;
  @ShownListField(() => FundGets) funds!: FundGets[];
}

class Share {
  @ObjectField({ schema: AMOUNTS }) shares!: Amounts;
  @ObjectField({ schema: DIFFERENCES }) differences!: Amounts;
}

/** A member's share by each rule set. */
export class MemberGets extends Share {
  @CodeField() member!: string;
  @CodeField() household!: string;
}

/** A family's share by each rule set. */
export class FamilyGets extends Share {
  @CodeField() household!: string;
}

/** What the members of a group get together. */
export class GroupGets extends Share {
  @ShownTextField({ description: 'by what members are grouped' }) by!: string;
  @ShownTextField() group!: string;
  @YesNoField({ description: 'whether it is hidden, for it has fewer than five or would tell of such a group' })
  hidden!: boolean;
  @CountField({ nullable: true, description: 'how many they are; null where it is hidden' }) members!: number | null;
}

/** Rule sets side by side, on the same books. */
export class ComparedRules extends CommandDone {
  @CodeField() season!: string;
  @InstantField() asOf!: string;
  @YesNoField({ description: 'made for the assembly: nobody is named and small groups are hidden' })
  forAssembly!: boolean;
  @ShownListField(() => RulesGive) ruleSets!: RulesGive[];
  @ShownListField(() => FamilyGets) families!: FamilyGets[];
  @ShownListField(() => MemberGets) members!: MemberGets[];
  @ShownListField(() => GroupGets) groups!: GroupGets[];
}
