import { Link } from 'wouter';
import { Attachment } from '../../design/attachment.js';
import { Downloads } from '../../design/downloads.js';
import { ChoiceFilter, DaysFilter, Filters, narrowed, useFilter } from '../../design/filter.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { PasteLink } from '../../design/paste-link.js';
import { Reversible } from '../../design/reversal.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { workColumns } from '../../design/work-columns.js';
import { useDays } from '../../hooks/use-days.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useMembers, useStructures } from '../../hooks/use-names.js';
import { useShutDays } from '../../hooks/use-shut-days.js';
import { activityName } from '../../words/activity.js';
import { dayInShort } from '../../words/dates.js';
import { say } from '../../words/say.js';

type Worked = ItemOf<'GET /api/production/v1/work'>;

const CONFIRMED = { si: 'true', no: 'false' } as const;

/** What members worked: when, at what, how long, and whether somebody else confirmed it. */
export default function Work() {
  const [member, chooseMember] = useFilter('socia');
  const [confirmed, chooseConfirmed] = useFilter('confirmado');
  const days = useDays();
  const members = useMembers();
  const structures = useStructures();
  const shut = useShutDays();
  /** Work of a closed season is confirmed no more. */
  const stateOf = ({ confirmedBy, workedOn }: Worked) =>
    confirmedBy ? 'work.confirmed' : shut.has(workedOn) ? 'work.shut' : 'work.unconfirmed';
  const isConfirmed = confirmed === 'si' || confirmed === 'no' ? { confirmed: CONFIRMED[confirmed] } : {};
  const query = { ...days, ...narrowed('member', member), ...isConfirmed };
  const list = useList('GET /api/production/v1/work', { query });
  return (
    <Page
      title={say('work.title')}
      acts={
        <>
          <PasteLink what="trabajo" />
          <Link href="/hoy" className="button">
            {say('work.confirmThere')}
          </Link>
          <Link href="/trabajo/planilla" className="button main">
            {say('work.sheet')}
          </Link>
        </>
      }
    >
      <Filters>
        <DaysFilter />
        <ChoiceFilter
          label={say('work.member')}
          none={say('forms.allShe')}
          value={member}
          onChoose={chooseMember}
          choices={members.rows.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <ChoiceFilter
          label={say('work.state')}
          none={say('forms.allHe')}
          value={confirmed}
          onChoose={chooseConfirmed}
          choices={[
            { value: 'no', label: say('work.unconfirmed') },
            { value: 'si', label: say('work.confirmed') },
          ]}
        />
      </Filters>
      <ShownList list={list} empty={<p>{say('work.empty')}</p>}>
        {(records) => (
          <Table
            caption={say('work.title')}
            rows={records}
            keyOf={({ code }) => code}
            columns={[
              {
                head: say('work.member'),
                cell: (row) => members.nameOf(row.member),
                by: (row) => members.nameOf(row.member),
              },
              ...workColumns(structures.nameOf),
              {
                head: say('work.state'),
                cell: (row) => {
                  const state = stateOf(row);
                  if (state === 'work.shut') return <span className="soft">{say(state)}</span>;
                  return <Pill kind={state === 'work.confirmed' ? 'done' : 'waiting'}>{say(state)}</Pill>;
                },
                by: (row) => say(stateOf(row)),
              },
              {
                head: say('work.paper'),
                cell: ({ attachments, workedOn }) =>
                  attachments?.map((hash) => (
                    <Attachment
                      key={hash}
                      route="GET /api/production/v1/attachments/{hash}"
                      hash={hash}
                      of={dayInShort(workedOn)}
                    />
                  )),
              },
              {
                head: say('states.reverse'),
                cell: (row) => (
                  <Reversible
                    route="POST /api/production/v1/work/{code}/reversal"
                    name={`${members.nameOf(row.member)}, ${activityName(row.activity)}, ${dayInShort(row.workedOn)}`}
                    reversal={row.reversal}
                    sent={(body) => ({ path: { code: row.code }, body })}
                  />
                ),
              },
            ]}
          />
        )}
      </ShownList>
      <Downloads route="GET /api/production/v1/work" sent={{ query }} />
    </Page>
  );
}
