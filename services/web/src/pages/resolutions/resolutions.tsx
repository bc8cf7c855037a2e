import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '../../design/button.js';
import { coveredInWords } from '../../design/covered-in-words.js';
import { Downloads } from '../../design/downloads.js';
import { Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ShownList } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useList } from '../../hooks/use-list.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInShort } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { ResolutionForm } from './resolution-form.js';

/** What the assembly decided, with its votes, and entering another decision. */
export default function Resolutions() {
  const list = useList('GET /api/members/v1/resolutions', {});
  const [asked] = useSearchParams();
  const run = asked.get('reparto') ?? undefined;
  const [isOpen, setOpen] = useState(run !== undefined);
  const mayEnter = holds(useWho(), 'president', 'manager');
  const enter = mayEnter ? (
    <Button kind="main" onClick={() => setOpen(true)}>
      {say('resolutions.enter')}
    </Button>
  ) : null;
  return (
    <Page
      title={say('resolutions.title')}
      acts={
        <>
          {isOpen ? null : enter}
          {list.items?.length ? <Downloads route="GET /api/members/v1/resolutions" sent={{}} /> : null}
        </>
      }
    >
      {isOpen && mayEnter ? <ResolutionForm run={run} /> : null}
      <ShownList list={list} empty={<p>{say('resolutions.none')}</p>}>
        {(items) => (
          <Table
            caption={say('resolutions.title')}
            rows={[...items].sort((a, b) => (a.adoptedOn < b.adoptedOn ? 1 : -1))}
            keyOf={({ number }) => number}
            columns={[
              { head: say('resolutions.number'), cell: ({ number }) => number, by: ({ number }) => number },
              {
                head: say('resolutions.adoptedOn'),
                cell: ({ adoptedOn }) => dayInShort(adoptedOn),
                by: ({ adoptedOn }) => adoptedOn,
              },
              { head: say('resolutions.subject'), cell: ({ subject }) => subject, by: ({ subject }) => subject },
              {
                head: say('resolutions.votes'),
                cell: ({ votesFor, votesAgainst, abstentions }) =>
                  say('resolutions.votesShown', {
                    for: String(votesFor),
                    against: String(votesAgainst),
                    abstentions: String(abstentions),
                  }),
              },
              {
                head: say('resolutions.covers'),
                cell: ({ covers }) => covers.map(coveredInWords).join('; '),
                by: ({ covers }) => covers.map(coveredInWords).join('; '),
              },
              {
                head: say('resolutions.state'),
                cell: ({ carried }) => (
                  <Pill kind={carried ? 'done' : 'refused'}>
                    {say(carried ? 'resolutions.carried' : 'resolutions.notCarried')}
                  </Pill>
                ),
                by: ({ carried }) => say(carried ? 'resolutions.carried' : 'resolutions.notCarried'),
              },
            ]}
          />
        )}
      </ShownList>
    </Page>
  );
}
