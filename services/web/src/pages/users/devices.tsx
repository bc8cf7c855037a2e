import { Button } from '../../design/button.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useAct } from '../../hooks/use-act.js';
import { useList } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { moment } from '../../words/dates.js';
import { say } from '../../words/say.js';

/** The phones and laptops in which people are signed in: when each was heard of, and what it still keeps. */
export default function Devices() {
  const who = useWho();
  const devices = useList('GET /api/members/v1/user-devices', {});
  const end = useAct('POST /api/members/v1/user-devices/{id}/ending');
  return (
    <Page title={say('users.devicesTitle')}>
      <p>{say('users.devicesIntro')}</p>
      <ShownList list={devices} empty={<p>{say('states.nothing')}</p>}>
        {(rows) => (
          <Table
            caption={say('users.devicesTitle')}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { head: say('users.name'), cell: ({ user }) => user, by: ({ user }) => user },
              { head: say('users.device'), cell: ({ label }) => label, by: ({ label }) => label },
              {
                head: say('users.deviceUsed'),
                cell: ({ usedAt }) => moment(usedAt, who.coop.timezone),
                by: ({ usedAt }) => usedAt,
              },
              {
                head: say('users.deviceKeeps'),
                number: true,
                cell: ({ waiting }) => String(waiting),
                by: ({ waiting }) => waiting,
              },
              {
                head: '',
                cell: ({ id }) =>
                  holds(who, 'president') ? (
                    <Button busy={end.busy} onClick={() => void end.send({ path: { id } })}>
                      {say('users.endDevice')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}
