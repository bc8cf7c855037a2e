import { useParams } from 'wouter';
import { HouseholdAccount } from './household-account.js';
import { MemberAccount } from './member-account.js';

/** The account of a member, or that of a family. */
export default function Account() {
  const { of = '', code = '' } = useParams<{ of: string; code: string }>();
  return of === 'familias' ? <HouseholdAccount code={code} /> : <MemberAccount number={code} />;
}
