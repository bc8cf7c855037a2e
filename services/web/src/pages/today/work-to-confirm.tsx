import { useState } from 'react';
import { ask } from '../../api/ask.js';
import { Button } from '../../design/button.js';
import { narrowed } from '../../design/filter.js';
import { Notice } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { workColumns } from '../../design/work-columns.js';
import { useAct } from '../../hooks/use-act.js';
import { useList, type ItemOf } from '../../hooks/use-list.js';
import { useMembers, useStructures } from '../../hooks/use-names.js';
import { useShutDays } from '../../hooks/use-shut-days.js';
import { useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { say } from '../../words/say.js';

const AT_ONCE = 500;

type Work = ItemOf<'GET /api/production/v1/work'>;

/** Work that counts once somebody confirms it: all of it, or what she ticks. */
export function WorkToConfirm() {
  // work of a closed season is confirmed no more
  const shut = useShutDays();
  const asked = { confirmed: 'false', ...narrowed('from', shut.openFrom ?? '') } as const;
  const all = useList('GET /api/production/v1/work', { query: asked }, { when: shut.isKnown });
  const list = { ...all, items: all.items?.filter(({ workedOn }) => !shut.has(workedOn)) };
  const { send, busy, problem } = useAct('POST /api/production/v1/confirmations');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [done, setDone] = useState<number>();
  const members = useMembers();
  const structures = useStructures();
  const who = useWho();
  /** What she noted herself, or worked, is for somebody else to confirm, where there is one. */
  const isOwn = ({ recordedBy, member }: Work): boolean => recordedBy === who.user || member === who.member;

  /** All that waits, page by page: a season's hours out of a spreadsheet are thousands. */
  const confirmRest = async (): Promise<void> => {
    setDone(undefined);
    let confirmed = 0;
    for (let after: string | undefined, isMore = true; isMore;) {
      const query = { ...asked, limit: AT_ONCE, ...(after === undefined ? {} : { after }) } as const;
      const { items, next } = await ask('GET /api/production/v1/work', { query });
      const codes = items.filter((record) => !isOwn(record) && !shut.has(record.workedOn)).map(({ code }) => code);
      const answer = codes.length === 0 ? { confirmed: 0 } : await send({ body: { codes } });
      if (answer === undefined) return;
      confirmed += answer.confirmed;
      after = next ?? undefined;
      isMore = next !== null;
    }
    setDone(confirmed);
  };
  const confirm = async (codes: readonly string[]): Promise<void> => {
    setDone(undefined);
    const answer = await send({ body: { codes: [...codes] } });
    if (answer === undefined) return;
    setDone(answer.confirmed);
    setTicked([]);
  };
  return (
    <section className="card stack small">
      <h2>{say('today.work')}</h2>
      {done === undefined ? null : (
        <Notice kind="done">
          <p>{say('today.confirmed', { n: done })}</p>
        </Notice>
      )}
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <ShownList list={list} empty={<p>{say('today.noWork')}</p>}>
        {(records) => (
          <>
            <Table
              caption={say('today.work')}
              rows={records}
              keyOf={({ code }) => code}
              columns={[
                {
                  head: say('work.member'),
                  cell: ({ code, member, workedOn, recordedBy }) => (
                    <label className="row tight row-tick">
                      <input
                        type="checkbox"
                        checked={ticked.includes(code)}
                        onChange={({ target }) =>
                          setTicked(target.checked ? [...ticked, code] : ticked.filter((other) => other !== code))
                        }
                      />
                      <span>
                        {members.nameOf(member)}
                        <span className="visually-hidden">, {dayInShort(workedOn)}</span>
                        {recordedBy === who.user ? <span className="soft"> ({say('today.byYou')})</span> : null}
                      </span>
                    </label>
                  ),
                  by: ({ member }) => members.nameOf(member),
                },
                ...workColumns(structures.nameOf),
              ]}
            />
            <div className="row no-print">
              <ConfirmAll
                records={records.filter((record) => !isOwn(record))}
                busy={busy}
                onConfirm={(codes) => void confirm(codes)}
              />
              {list.more === undefined ? null : (
                <Button busy={busy} onClick={() => void confirmRest()}>
                  {say('today.confirmRest')}
                </Button>
              )}
              {ticked.length === 0 ? null : (
                <Button busy={busy} onClick={() => void confirm(ticked)}>
                  {say('today.confirmTicked', { n: ticked.length })}
                </Button>
              )}
            </div>
          </>
        )}
      </ShownList>
    </section>
  );
}

function ConfirmAll({
  records,
  busy,
  onConfirm,
}: {
  records: readonly Work[];
  busy: boolean;
  onConfirm: (codes: readonly string[]) => void;
}) {
  if (records.length === 0) return <p>{say('today.onlyOwn')}</p>;
  return (
    <Button kind="main" busy={busy} onClick={() => onConfirm(records.map(({ code }) => code))}>
      {say('today.confirmAll', { n: records.length })}
    </Button>
  );
}
