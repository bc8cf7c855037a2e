import { fieldLabel } from '@ayni/kernel';
import type { List } from '../hooks/use-list.js';
import { useWho } from '../hooks/use-who.js';
import { moment } from '../words/dates.js';
import { language } from '../words/language.js';
import { say } from '../words/say.js';
import { ShownList } from './shown.js';
import { Table } from './table.js';

export type Change = {
  readonly version: number;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly changedBy: string;
  readonly changedAt: string;
};

/** Who corrected something, when, what it said before and what it says now. */
export function Changes({ list }: { list: List<Change> }) {
  const { timezone } = useWho().coop;
  return (
    <section className="stack small">
      <h2>{say('states.changes')}</h2>
      <ShownList list={list} empty={<p>{say('states.noChanges')}</p>}>
        {(changes) => (
          <Table
            caption={say('states.changes')}
            rows={changes}
            keyOf={({ version, field }) => `${version} ${field}`}
            columns={[
              {
                head: say('states.field'),
                cell: ({ field }) => fieldLabel(field, language()),
                by: ({ field }) => fieldLabel(field, language()),
              },
              { head: say('states.before'), cell: ({ before }) => before ?? say('states.none') },
              { head: say('states.after'), cell: ({ after }) => after ?? say('states.none') },
              { head: say('states.who'), cell: ({ changedBy }) => changedBy, by: ({ changedBy }) => changedBy },
              {
                head: say('states.when'),
                cell: ({ changedAt }) => moment(changedAt, timezone),
                by: ({ changedAt }) => changedAt,
              },
            ]}
          />
        )}
      </ShownList>
    </section>
  );
}
