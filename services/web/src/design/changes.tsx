import { fieldLabel } from '@ayni/kernel';
import type { ReactNode } from 'react';
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

/**
 * Who corrected something, when, what it said before and what it says now.
 * @param shown what is shown of a value, where that is not the value itself
 */
export function Changes({
  list,
  shown = (_, value) => value,
}: {
  list: List<Change>;
  shown?: (field: string, value: string) => ReactNode;
}) {
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
              {
                head: say('states.before'),
                cell: ({ field, before }) => (before === null ? say('states.none') : shown(field, before)),
              },
              {
                head: say('states.after'),
                cell: ({ field, after }) => (after === null ? say('states.none') : shown(field, after)),
              },
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
