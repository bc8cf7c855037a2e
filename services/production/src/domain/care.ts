import type { Labour, Recorder } from './labour.js';

/** Care for people: cooking for the work party, the sick, the children. It never leaves this service. */
export type Care = Labour & { readonly recordedBy: string };

/** Whose care records somebody sees: of the member that she is, and what she entered herself for others. */
export type CareReader = { readonly member: string | null; readonly recordedBy: string | null };

export const careReader = ({ user, member, forAll }: Recorder): CareReader => ({
  member,
  recordedBy: forAll ? user : null,
});

export const maySeeCare = (care: Care, { member, recordedBy }: CareReader): boolean =>
  care.member === member || care.recordedBy === recordedBy;
