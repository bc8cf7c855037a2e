import { Link } from 'wouter';
import { Button } from '../../design/button.js';
import { Downloads } from '../../design/downloads.js';
import { DayFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { useList } from '../../hooks/use-list.js';
import { useMembers } from '../../hooks/use-names.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { CertificatesOf } from './certificates-of.js';
import { Instalments } from './instalments.js';
import { Settlement } from './settlement.js';
import { AccountLines, paperForOfficers } from './account-lines.js';

/** The account of one member, with the way to that of her family; she sees her own. */
export function MemberAccount({ number }: { number: string }) {
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const who = useWho();
  const mayOpen = holds(who, 'treasurer');
  const { nameOf } = useMembers();
  const member = useRead('GET /api/members/v1/members/{number}', { path: { number } }).data?.value;
  const sent = { path: { number }, query: { ...narrowed('from', from), ...narrowed('to', to) } };
  const lines = useList('GET /api/profit-sharing/v1/accounts/members/{number}', sent);
  const household = member?.household ?? '';
  return (
    <Page
      title={say('accounts.of', { name: nameOf(number) })}
      acts={
        <>
          <Downloads route="GET /api/profit-sharing/v1/accounts/members/{number}" sent={sent} />
          <Button onClick={() => window.print()}>{say('forms.print')}</Button>
        </>
      }
    >
      <p className="row no-print">
        {member === undefined ? null : (
          <Link href={`/cuentas/familias/${encodeURIComponent(household)}`}>{say('accounts.toFamily')}</Link>
        )}
        {holds(who, 'treasurer', 'president', 'manager') ? <Link href="/cuentas">{say('accounts.toAll')}</Link> : null}
      </p>
      <Filters>
        <DayFilter label={say('ledger.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('ledger.to')} value={to} onChoose={setTo} />
      </Filters>
      <AccountLines
        list={lines}
        caption={say('accounts.title')}
        paperOf={(line) => (mayOpen ? paperForOfficers(line, household) : undefined)}
      />
      <Instalments member={number} />
      {member === undefined ? null : (
        // who is alive signs herself
        <Settlement number={number} heirNamed={member.leftCause === 'died' ? (member.heir ?? '') : ''} />
      )}
      <CertificatesOf member={number} />
    </Page>
  );
}
