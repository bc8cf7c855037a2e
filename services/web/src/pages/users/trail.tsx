import { useSearchParams } from 'wouter';
import { ChoiceField } from '../../design/field.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList, type ItemOf, type List } from '../../hooks/use-list.js';
import { useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { actWord } from './act-word.js';

const SERVICES = ['members', 'profit-sharing', 'sales', 'inventory', 'production'] as const;
type Service = (typeof SERVICES)[number];
type Act = ItemOf<'GET /api/members/v1/trail'>;

/** Who did what when, of every sensitive act, part by part. */
export default function Trail() {
  const [asked, setAsked] = useSearchParams();
  const service = SERVICES.find((one) => one === asked.get('parte')) ?? 'members';
  return (
    <Page title={say('users.trailTitle')}>
      <p>{say('users.trailIntro')}</p>
      <ChoiceField
        name="service"
        label={say('users.trailOf')}
        defaultValue={service}
        choices={SERVICES.map((one) => ({ value: one, label: say(`events.${one}`) }))}
        onChoose={(chosen) => setAsked({ parte: chosen })}
      />
      <Acts key={service} service={service} />
    </Page>
  );
}

function Acts({ service }: { service: Service }) {
  const { coop } = useWho();
  const list: List<Act> = useList(`GET /api/${service}/v1/trail`, {});
  return (
    <ShownList list={list} empty={<p>{say('users.noTrail')}</p>}>
      {(rows) => (
        <Table
          caption={say('users.trailTitle')}
          rows={rows}
          keyOf={({ number }) => number}
          columns={[
            { head: say('users.at'), cell: ({ at }) => moment(at, coop.timezone), by: ({ at }) => at },
            { head: say('users.name'), cell: ({ user }) => user, by: ({ user }) => user },
            { head: say('users.act'), cell: ({ act }) => actWord(act), by: ({ act }) => actWord(act) },
            { head: say('users.subject'), cell: ({ subject }) => subject, by: ({ subject }) => subject },
            { head: say('users.source'), cell: ({ source }) => source, by: ({ source }) => source },
          ]}
        />
      )}
    </ShownList>
  );
}
