import type { Choice } from '../../design/field.js';
import type { ItemOf } from '../../hooks/use-list.js';
import { useMembers } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';

type Certificate = ItemOf<'GET /api/profit-sharing/v1/certificates'>;

/** Who inherits from the member who holds certificates, where she died and the register names somebody. */
export function useHeirOf(certificate: Certificate | undefined): string | undefined {
  const number = certificate?.member ?? '';
  const holder = useRead('GET /api/members/v1/members/{number}', { path: { number } }, { when: number !== '' });
  const { leftCause = null, heir = null } = holder.data?.value ?? {};
  return leftCause === 'died' ? (heir ?? undefined) : undefined;
}

/** Certificates that somebody holds, to choose from, and what any of them is called, by its code. */
export function useHeldCertificates(): {
  readonly held: readonly Certificate[];
  readonly choices: readonly Choice[];
  readonly lineOf: (code: string) => string;
} {
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  const all = useWhole('GET /api/profit-sharing/v1/certificates', {}).data?.value ?? [];
  const line = ({ member, count, boughtOn, amount }: Certificate): string =>
    say('debts.certificateLine', {
      ...{ member: nameOf(member), count: String(count) },
      ...{ day: dayInWords(boughtOn), amount: inMoney(amount, currency) },
    });
  const labels = new Map(all.map((certificate) => [certificate.code, line(certificate)]));
  const held = all.filter(({ reversal, withdrawnOn }) => reversal === null && withdrawnOn === null);
  const lineOf = (code: string): string => labels.get(code) ?? code;
  return { held, lineOf, choices: held.map(({ code }) => ({ value: code, label: lineOf(code) })) };
}
