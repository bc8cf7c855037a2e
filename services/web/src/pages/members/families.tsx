import { Link } from 'wouter';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, Filters, TextFilter, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { named, nameOf } from './person.js';

const has = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.trim().toLowerCase());

/** The families of the co-op, each with its members. */
export default function Families() {
  const may = holds(useWho(), 'manager', 'president');
  const [wanted, find] = useFilter('buscar');
  const [shown, choose] = useFilter('cuales');
  const query = { retired: shown === 'retiradas' ? 'true' : 'false' } as const;
  const families = useWhole('GET /api/members/v1/households', { query });
  const members = useWhole('GET /api/members/v1/members', {});
  const people = named(members.data?.value ?? []);
  const membersOf = (code: string): string =>
    people
      .filter(({ household, leftOn }) => household === code && leftOn === null)
      .map(nameOf)
      .join(', ');
  return (
    <Page
      title={say('members.title')}
      acts={
        may ? (
          <>
            <PasteLink what="familias" />
            <Link href="/familias/nueva" className="button main">
              {say('members.newFamily')}
            </Link>
          </>
        ) : undefined
      }
    >
      <Filters>
        <TextFilter label={say('members.find')} value={wanted} onChoose={find} />
        <ChoiceFilter
          label={say('members.shown')}
          value={shown}
          onChoose={choose}
          none={say('members.inUse')}
          choices={[{ value: 'retiradas', label: say('members.retiredOnes') }]}
        />
      </Filters>
      <Shown read={families}>
        {(all) => {
          const rows = all.filter(
            ({ code, name, retiredOn }) =>
              (retiredOn !== null) === (shown !== '') && has(`${code} ${name} ${membersOf(code)}`, wanted),
          );
          if (rows.length === 0)
            return (
              <div className="card stack small">
                <p>{say(wanted === '' && shown === '' ? 'members.emptyFamilies' : 'states.nothingFound')}</p>
              </div>
            );
          return (
            <Table
              caption={say('members.families')}
              rows={rows}
              keyOf={({ code }) => code}
              columns={[
                {
                  head: say('members.family'),
                  cell: ({ code, name }) => <Link href={`/familias/${encodeURIComponent(code)}`}>{name}</Link>,
                  by: ({ name }) => name,
                },
                {
                  head: say('members.members'),
                  cell: ({ code }) => membersOf(code) || '–',
                  by: ({ code }) => membersOf(code) || null,
                },
                {
                  head: say('members.community'),
                  cell: ({ community }) => community || '–',
                  by: ({ community }) => community || null,
                },
                { head: say('members.code'), cell: ({ code }) => code, by: ({ code }) => code },
              ]}
            />
          );
        }}
      </Shown>
      <Downloads route="GET /api/members/v1/households" sent={{ query }} />
    </Page>
  );
}
