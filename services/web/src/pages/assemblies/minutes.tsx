import { useParams } from 'wouter';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { Papers } from '../../design/papers.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { Table } from '../../design/table.js';
import { useRead } from '../../hooks/use-read.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInFull, moment, timeOfDay } from '../../words/dates.js';
import { say } from '../../words/say.js';
import { tallyInWords } from './agenda-item.js';

type Assembly = Answer<'GET /api/members/v1/assemblies/{code}'>;

/** The whole of an assembly, to be printed and signed. */
export default function Minutes() {
  const { code = '' } = useParams<{ code: string }>();
  const read = useRead('GET /api/members/v1/assemblies/{code}', { path: { code } });
  return <Shown read={read}>{(assembly) => <Written assembly={assembly} />}</Shown>;
}

function Written({ assembly }: { assembly: Assembly }) {
  const { code, day, place, startsAt, quorumCall, openedAt, closedAt, agenda } = assembly;
  const who = useWho();
  const { timezone } = who.coop;
  // whoever was not there reads what was decided, not who was
  const mayCount = assembly.here || holds(who, 'president', 'manager', 'treasurer');
  const when = { when: mayCount };
  const attendance = useWhole('GET /api/members/v1/assemblies/{code}/attendance', { path: { code } }, when);
  const votes = useWhole('GET /api/members/v1/assemblies/{code}/votes', { path: { code } }, when);
  const subjectOf = (number: number): string => agenda.find((item) => item.number === number)?.subject ?? '';
  return (
    <Page
      title={say('assemblies.minutesOf', { day: dayInFull(day) })}
      acts={<Button onClick={() => window.print()}>{say('forms.print')}</Button>}
    >
      <Papers
        route="GET /api/members/v1/assemblies/{code}/papers/minutes"
        sent={{ path: { code } }}
        formats={['pdf']}
      />
      <p>{say('assemblies.minutesText', { place, time: timeOfDay(startsAt, timezone) })}</p>
      {quorumCall === null ? null : (
        <p>
          {say(`assemblies.${quorumCall}Call`)}{' '}
          {say('assemblies.openedIn', {
            present: String(assembly.present),
            members: String(assembly.members),
            needed: String(assembly.needed),
          })}
        </p>
      )}
      <p>{[openedAt, closedAt].flatMap((at) => (at === null ? [] : [moment(at, timezone)])).join(' – ')}</p>
      <h2>{say('assemblies.agenda')}</h2>
      <ol className="stack small">
        {agenda.map((item) => (
          <li key={item.number} className="unbroken">
            <p>
              <strong>
                {item.number}. {item.subject}
              </strong>
              : {say(`assemblies.${item.state}`)}
              {item.votesFor === null ? '' : ` (${tallyInWords(item)})`}
              {item.resolution === null ? '' : `. ${say('assemblies.resolution', { number: item.resolution })}`}
            </p>
          </li>
        ))}
      </ol>
      {mayCount ? (
        <>
          <h2>{say('assemblies.present')}</h2>
          <Shown read={attendance}>
            {(rows) => (
              <Table
                caption={say('assemblies.present')}
                rows={rows.filter(({ present }) => present)}
                keyOf={({ member }) => member}
                columns={[
                  { head: say('assemblies.number'), cell: ({ member }) => member, by: ({ member }) => member },
                  { head: say('assemblies.name'), cell: ({ name }) => name, by: ({ name }) => name },
                  { head: say('assemblies.signature'), cell: () => '' },
                ]}
              />
            )}
          </Shown>
          <Shown read={votes}>
            {(rows) =>
              rows.length === 0 ? null : (
                <>
                  <h2>{say('assemblies.votes')}</h2>
                  <Table
                    caption={say('assemblies.votes')}
                    rows={rows}
                    keyOf={({ item, member, recordedAt, withdrawn }) => `${item} ${member} ${recordedAt} ${withdrawn}`}
                    columns={[
                      { head: say('assemblies.name'), cell: ({ name }) => name, by: ({ name }) => name },
                      {
                        head: say('assemblies.agenda'),
                        cell: ({ item }) => subjectOf(item),
                        by: ({ item }) => subjectOf(item),
                      },
                      {
                        head: say('assemblies.choice'),
                        cell: ({ choice, withdrawnBy, withdrawn }) =>
                          withdrawnBy === null
                            ? say(`assemblies.${choice}`)
                            : `${say(`assemblies.${choice}`)} (${
                                withdrawn === null
                                  ? say('assemblies.withdrawnHerself')
                                  : say('assemblies.withdrawn', { reason: withdrawn })
                              })`,
                      },
                      {
                        head: say('assemblies.writtenBy'),
                        cell: ({ own, recordedBy }) => (own ? say('assemblies.herself') : recordedBy),
                        by: ({ own, recordedBy }) => (own ? say('assemblies.herself') : recordedBy),
                      },
                    ]}
                  />
                </>
              )
            }
          </Shown>
        </>
      ) : null}
    </Page>
  );
}
