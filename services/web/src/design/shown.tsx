import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.js';
import type { List } from '../hooks/use-list.js';
import type { Read } from '../hooks/use-read.js';
import { useWho } from '../hooks/use-who.js';
import { moment } from '../words/dates.js';
import { say } from '../words/say.js';
import { Button } from './button.js';
import { Loading } from './loading.js';
import { Notice } from './notice.js';
import { Listed } from './order.js';
import { ProblemNotice } from './problem-notice.js';

/** What was read, or where it is: on its way, of before, refused, or not to be reached. */
export function Shown<Value>({
  read,
  children,
}: {
  read: UseQueryResult<Read<Value>, Problem>;
  children: (value: Value) => ReactNode;
}) {
  const { timezone } = useWho().coop;
  const { data, error } = read;
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemNotice problem={error} again={() => void read.refetch()} />;
  return (
    <>
      {data.at === undefined ? null : (
        <Notice kind="waiting">
          <p>{say('states.asOf', { time: moment(data.at, timezone) })}</p>
        </Notice>
      )}
      {children(data.value)}
    </>
  );
}

/** A list as far as it was asked for, with what to do where it is empty, and where there is more. */
export function ShownList<Item>({
  list,
  empty,
  children,
}: {
  list: List<Item>;
  /** What belongs here, and the act that makes the first. */
  empty: ReactNode;
  children: (items: readonly Item[]) => ReactNode;
}) {
  if (list.items === undefined)
    return list.problem === null ? <Loading /> : <ProblemNotice problem={list.problem} again={list.again} />;
  return (
    <div className="stack">
      {list.items.length === 0 ? (
        <div className="card stack small">{empty}</div>
      ) : (
        <Listed value={list}>{children(list.items)}</Listed>
      )}
      {list.more === undefined ? null : (
        <div className="no-print">
          <Button onClick={list.more} busy={list.busy}>
            {say('forms.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
