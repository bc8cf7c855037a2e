import { useState } from 'react';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';
import '../../design/wall.css';

/** Has a run worked out once more from the books, and says whether every figure is the same. */
export function Verification({ run }: { run: string }) {
  const [isAsked, setAsked] = useState(false);
  const verification = useRead(
    'GET /api/profit-sharing/v1/runs/{id}/verification',
    { path: { id: run } },
    { when: isAsked },
  );
  return (
    <section className="stack small no-print">
      <div className="row">
        <Button
          onClick={() => {
            setAsked(true);
            if (isAsked) void verification.refetch();
          }}
          busy={verification.isFetching}
        >
          {say('shares.verify')}
        </Button>
        <span className="soft">{say('shares.verifyText')}</span>
      </div>
      {isAsked ? (
        <Shown read={verification}>
          {({ equal, frozen, ledger }) =>
            equal ? (
              <Notice kind="done">
                <p>{say('shares.verified')}</p>
              </Notice>
            ) : (
              <Notice kind="refused" title={say('shares.differs')}>
                <Table
                  caption={say('shares.differs')}
                  rows={[...frozen.differences, ...ledger.differences]}
                  keyOf={({ figure, now }) => `${figure} ${now ?? ''}`}
                  columns={[
                    { head: say('shares.figure'), cell: ({ figure }) => figure },
                    { head: say('shares.before'), cell: ({ frozen: before }) => before ?? '', number: true },
                    { head: say('shares.now'), cell: ({ now }) => now ?? '', number: true },
                  ]}
                />
              </Notice>
            )
          }
        </Shown>
      ) : null}
    </section>
  );
}
