import { useState } from 'react';
import { Filters, ChoiceFilter, useFilter } from '../../design/filter.js';
import { Notice } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { LATE_SERVICES, useLateRecords, type LateState } from '../../hooks/use-late-records.js';
import { dayInWords } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { LateCard } from './late-card.js';

const STATES = ['waiting', 'posted', 'given-up'] as const satisfies readonly LateState[];

/** What phones brought when its season had closed: the treasurer dates each, or gives it up with a reason. */
export default function LateRecords() {
  const [chosen, choose] = useFilter('estado', 'waiting');
  const state = STATES.find((one) => one === chosen) ?? 'waiting';
  const lists = useLateRecords(state);
  const [posted, setPosted] = useState<{ readonly code: string; readonly day: string }>();
  const shown = LATE_SERVICES.filter((service) => lists[service].items?.length !== 0);
  return (
    <Page title={say('late.title')}>
      <p>{say('late.intro')}</p>
      <Filters>
        <ChoiceFilter
          label={say('late.state')}
          value={state}
          onChoose={choose}
          none={say('late.waiting')}
          choices={STATES.filter((one) => one !== 'waiting').map((value) => ({ value, label: say(`late.${value}`) }))}
        />
      </Filters>
      {posted === undefined ? null : (
        <Notice kind="done">
          <p>{say('late.done', { code: posted.code, day: dayInWords(posted.day) })}</p>
        </Notice>
      )}
      {shown.length === 0 ? (
        <div className="card">
          <p>{say(state === 'waiting' ? 'late.none' : 'late.noneSo')}</p>
        </div>
      ) : null}
      {shown.map((service) => (
        <section key={service} className="stack small">
          <h2>{say(`late.${service}`)}</h2>
          <ShownList list={lists[service]} empty={null}>
            {(records) => (
              <ul className="stack small">
                {records.map((record) => (
                  <LateCard
                    key={record.id}
                    service={service}
                    record={record}
                    onPosted={(day) => setPosted({ code: record.code, day })}
                  />
                ))}
              </ul>
            )}
          </ShownList>
        </section>
      ))}
    </Page>
  );
}
