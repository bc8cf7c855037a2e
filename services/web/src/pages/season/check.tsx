import { useState } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Notice } from '../../design/notice.js';
import { Shown } from '../../design/shown.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { CloseDialog } from './close-dialog.js';
import { Unheard } from './unheard.js';
import { UnfinishedList } from './unfinished.js';

/** The second step: what is to be settled before an open season is closed, and closing it. */
export function Check({ season }: { season: Answer<'GET /api/profit-sharing/v1/seasons/{code}'> }) {
  const { code } = season;
  const preview = useRead('GET /api/profit-sharing/v1/seasons/{code}/preview', { path: { code } });
  const [isClosing, setClosing] = useState(false);
  const canClose = holds(useWho(), 'treasurer');
  return (
    <section className="stack">
      <h2>{say('season.check')}</h2>
      <Shown read={preview}>
        {({ unfinished }) => {
          const isBlocked = unfinished.some(({ mayStay }) => mayStay === 'never');
          return (
            <>
              {unfinished.length === 0 ? (
                <Notice kind="done">
                  <p>{say('season.nothingLeft')}</p>
                </Notice>
              ) : (
                <UnfinishedList things={unfinished} />
              )}
              <Unheard />
              {isBlocked ? (
                <Notice kind="waiting">
                  <p>{say('season.blocked')}</p>
                </Notice>
              ) : null}
              <div className="row">
                <Link href={`/gestion/${encodeURIComponent(code)}/comparar`} className="button plain">
                  {say('scenarios.title')}
                </Link>
                <Link href={`/gestion/${encodeURIComponent(code)}/previa`} className="button plain">
                  {say('season.preview')}
                </Link>
                {canClose && !isBlocked ? (
                  <Button kind="main" onClick={() => setClosing(true)}>
                    {say('season.close')}
                  </Button>
                ) : null}
              </div>
              {isClosing ? (
                <CloseDialog season={season} unfinished={unfinished} onClose={() => setClosing(false)} />
              ) : null}
            </>
          );
        }}
      </Shown>
    </section>
  );
}
