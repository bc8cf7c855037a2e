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
import { AccountLines, paperForOfficers } from './account-lines.js';
import { OldShares } from './old-shares.js';

/** The account of a family: what it is to be paid, and what is between the co-op and each of its members; each of them sees it. */
export function HouseholdAccount({ code }: { code: string }) {
  const [from, setFrom] = useFilter('desde');
  const [to, setTo] = useFilter('hasta');
  const who = useWho();
  const isOfficer = holds(who, 'treasurer', 'president', 'manager');
  const mayOpen = holds(who, 'treasurer');
  const { nameOf } = useMembers();
  const family = useRead('GET /api/members/v1/households/{code}', { path: { code } }, { when: isOfficer }).data?.value;
  const name = family?.name ?? code;
  const sent = { path: { code }, query: { ...narrowed('from', from), ...narrowed('to', to) } };
  const lines = useList('GET /api/profit-sharing/v1/accounts/households/{code}', sent);
  return (
    <Page
      title={say('accounts.of', { name })}
      acts={
        <>
          <Downloads route="GET /api/profit-sharing/v1/accounts/households/{code}" sent={sent} />
          <Button onClick={() => window.print()}>{say('forms.print')}</Button>
        </>
      }
    >
      {isOfficer ? (
        <p className="no-print">
          <Link href="/cuentas">{say('accounts.toAll')}</Link>
        </p>
      ) : null}
      <Filters>
        <DayFilter label={say('ledger.from')} value={from} onChoose={setFrom} />
        <DayFilter label={say('ledger.to')} value={to} onChoose={setTo} />
      </Filters>
      <AccountLines
        list={lines}
        caption={say('accounts.title')}
        nameOf={(party) => (party === code ? name : nameOf(party))}
        paperOf={(line) => (mayOpen ? paperForOfficers(line, code) : undefined)}
      />
      <OldShares household={code} />
    </Page>
  );
}
