import type { Language, Translated } from '@ayni/kernel';
import type { HouseholdPayments } from '../household-payments.js';
import type { RunState } from '../runs/run.js';
import type { HouseholdShare, MemberShare, NamedSummary } from '../runs/run-shares.js';
import { householdStatement, memberLines, seasonLines, type StatementLine } from './statement.js';

/** Of which run a paper is, and whose. */
export type PaperHead = {
  /** What the co-op is called, and its code. */
  readonly coop: string;
  readonly coopCode: string;
  readonly season: string;
  readonly state: RunState;
  readonly resolution: string | null;
  readonly currency: string;
  readonly fingerprint: string;
  /** When the run was calculated: what a paper says was settled then. */
  readonly calculatedAt: string;
  /** By which of the co-op's own rules; null where they were written out with the season. */
  readonly rules: PaperRules | null;
};

/** The co-op's own rules as a paper names them. */
export type PaperRules = {
  readonly name: string;
  readonly version: number;
  /** Whether the assembly amended them for the season. */
  readonly amended: boolean;
  /** The law that they name; null where they name none. */
  readonly law: string | null;
  /** The articles that their lines come from, each with the mark of one that was not read in the law. */
  readonly articles: readonly { readonly article: string; readonly mark: Translated | null }[];
};

/** What of a paper is one member's. */
export type MemberPart = {
  readonly member: string;
  readonly name: string | null;
  readonly lines: readonly StatementLine[];
  readonly figures: MemberShare['figures'];
};

/** A statement as it is handed out: of a member, or of a household with its members. */
export type StatementPaper = PaperHead & {
  readonly of: 'member' | 'household';
  readonly household: string;
  /** What the household is called; null on a member's own. */
  readonly householdName: string | null;
  /** What is hers, or what the household is paid. */
  readonly amount: string;
  /** The code by which anybody can check it. */
  readonly check: string;
  /** What the household was handed of it; nothing while the run is not approved. */
  readonly payment: HouseholdPayments | null;
  readonly members: readonly MemberPart[];
  /** From the members to what is paid; none on a member's own. */
  readonly householdLines: readonly StatementLine[];
  /** From the season's result to the members' pool. */
  readonly seasonLines: readonly StatementLine[];
};

export type NamedMember = MemberShare & { readonly name: string | null };
export type NamedHousehold = Omit<HouseholdShare, 'members'> & {
  readonly name: string | null;
  readonly members: readonly NamedMember[];
};

const partOf = (run: NamedSummary, { name, figures }: NamedMember, language: Language): MemberPart => ({
  ...{ member: figures.member, name, figures },
  lines: memberLines(run, figures, language),
});

/** The paper of one member. */
export const memberPaper = (
  head: PaperHead,
  run: NamedSummary,
  member: NamedMember,
  check: string,
  payment: HouseholdPayments | null,
  language: Language,
): StatementPaper => ({
  ...head,
  ...{ check, payment },
  of: 'member',
  household: member.figures.household,
  householdName: null,
  amount: member.figures.net,
  members: [partOf(run, member, language)],
  householdLines: [],
  seasonLines: seasonLines(run, language),
});

/** The paper of a household, with all of its members. */
export function householdPaper(
  head: PaperHead,
  run: NamedSummary,
  { name, members, figures, carriedBefore }: NamedHousehold,
  check: string,
  payment: HouseholdPayments | null,
  language: Language,
): StatementPaper {
  const share = { carriedBefore, figures, members: members.map((member) => member.figures) };
  return {
    ...head,
    ...{ check, payment },
    of: 'household',
    household: figures.household,
    householdName: name,
    amount: figures.paid,
    members: members.map((member) => partOf(run, member, language)),
    householdLines: householdStatement(run, share, language).workings,
    seasonLines: seasonLines(run, language),
  };
}
