import { FactPage } from '../../design/fact-page.js';
import { useMembers } from '../../hooks/use-names.js';
import { useWhole } from '../../hooks/use-whole.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { inFigures, inMoney } from '../../words/money.js';
import { say } from '../../words/say.js';
import { DebtParts } from './debt-parts.js';
import { kindOfDebt } from './kind-of-debt.js';
import { useHeldCertificates } from './held-certificates.js';
import { keyOf, useScales } from './scales.js';

/** Produce and work that members brought for certificates. */
export default function Contributions() {
  const { nameOf } = useMembers();
  const { currency } = useWho().coop;
  const { lineOf } = useHeldCertificates();
  const scales = useScales();
  const open = useWhole('GET /api/profit-sharing/v1/debts', { query: { open: 'true' } });
  const unpaid = (open.data?.value ?? []).filter(({ kind }) => kind === 'certificate');
  return (
    <FactPage
      path="/api/profit-sharing/v1/contributions"
      title={say('debts.contributions')}
      act={say('debts.newContribution')}
      empty={say('debts.noContributions')}
      parts={<DebtParts />}
      letter="CA"
      brought="aportes"
      fields={[
        {
          ...{ name: 'certificate', kind: 'choice', label: say('debts.unpaidCertificate') },
          ...{ nameOf: lineOf, listed: false },
          choices: unpaid.map(({ code, kind, member, day, left }) => ({
            value: code,
            label: say('debts.debtLine', {
              ...{ member: nameOf(member), kind: kindOfDebt(kind) },
              ...{ day: dayInWords(day), left: inMoney(left, currency) },
            }),
          })),
        },
        { name: 'broughtOn', kind: 'day', label: say('debts.broughtOn') },
        {
          ...{ name: 'resolution', kind: 'choice', label: say('debts.scale'), listed: false },
          choices: scales.map(({ key, label }) => ({ value: key, label })),
        },
        {
          ...{ name: 'quantity', kind: 'text', label: say('debts.quantityBrought') },
          ...{ hint: say('debts.quantityBroughtHint'), optional: true, listed: false },
        },
        {
          ...{ name: 'minutes', kind: 'count', label: say('debts.minutesWorked') },
          ...{ hint: say('debts.minutesWorkedHint'), optional: true, listed: false },
        },
      ]}
      columns={[
        { head: say('facts.member'), cell: ({ member }) => nameOf(member) },
        {
          head: say('debts.broughtWhat'),
          cell: ({ product, quantity, unit, minutes }) =>
            product === null
              ? say('debts.minutesShown', { n: String(minutes ?? 0) })
              : `${inFigures(quantity ?? '')} ${unit ?? ''} ${product}`,
        },
        { head: say('facts.amount'), cell: ({ amount }) => inMoney(amount, currency), number: true },
      ]}
      row={(typed, code) => {
        const scale = scales.find(({ key }) => key === typed.text('resolution'));
        const [quantity, minutes] = [typed.text('quantity'), typed.text('minutes')];
        return {
          ...{ code, certificate: typed.text('certificate'), broughtOn: typed.text('broughtOn') },
          resolution: scale?.resolution ?? '',
          ...(scale?.product ? { product: scale.product } : {}),
          ...(quantity === '' ? {} : { quantity: quantity.replace(',', '.') }),
          ...(minutes === '' ? {} : { minutes: Number(minutes) }),
        };
      }}
      corrected={({ resolution, product }) => ({ resolution: keyOf(resolution, product ?? null) })}
      named={({ member, amount }) => `${nameOf(member)}, ${inMoney(amount, currency)}`}
    >
      <p className="soft">{say('debts.contributionText')}</p>
    </FactPage>
  );
}
