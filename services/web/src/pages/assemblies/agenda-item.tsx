import { useState } from 'react';
import type { Answer } from '../../api/route.js';
import { Button } from '../../design/button.js';
import { CoveredFields, coversIn } from '../../design/covered-fields.js';
import { coveredInWords } from '../../design/covered-in-words.js';
import { ChoiceField, TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Notice, Pill } from '../../design/notice.js';
import { ProblemNotice } from '../../design/problem-notice.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { say } from '../../words/say.js';
import { WrittenVotes } from './written-votes.js';

type Assembly = Answer<'GET /api/members/v1/assemblies/{code}'>;
type Item = Assembly['agenda'][number];
type ItemOfAssembly = { readonly assembly: Assembly; readonly item: Item };

const CHOICES = ['for', 'against', 'abstain'] as const;
const choiceOf = (text: string): (typeof CHOICES)[number] | undefined => CHOICES.find((choice) => choice === text);

const BALLOTS = ['open', 'secret'] as const;
const ballotOf = (text: string): (typeof BALLOTS)[number] => BALLOTS.find((ballot) => ballot === text) ?? 'open';

const pathOf = ({ assembly, item }: ItemOfAssembly): { code: string; item: number } => ({
  code: assembly.code,
  item: item.number,
});

/** An item of an agenda: how it stands, and what somebody may do about it now. */
export function AgendaItem(part: ItemOfAssembly) {
  const { assembly, item } = part;
  const who = useWho();
  const leads = holds(who, 'president', 'manager');
  const isOfficer = leads || holds(who, 'treasurer');
  const isVoting = assembly.state === 'open' && item.state === 'voting';
  return (
    <>
      <p>
        <strong>
          {item.number}. {item.subject}
        </strong>{' '}
        <Pill kind={item.state === 'carried' ? 'done' : item.state === 'voting' ? 'waiting' : 'plain'}>
          {say(`assemblies.${item.state}`)}
        </Pill>
      </p>
      {item.covers.length === 0 ? null : (
        <p className="soft">{say('assemblies.covers', { what: item.covers.map(coveredInWords).join('; ') })}</p>
      )}
      {item.votesFor === null ? null : <p>{tallyInWords(item)}</p>}
      {item.resolution === null ? null : <p>{say('assemblies.resolution', { number: item.resolution })}</p>}
      {assembly.state === 'open' && item.state === 'waiting' && item.kind !== 'report' && leads ? (
        <PutToVote {...part} />
      ) : null}
      {isVoting && item.ballot === 'open' && assembly.here ? <OwnVote {...part} /> : null}
      {isVoting && item.ballot === 'open' && isOfficer ? <VoteOfOther {...part} /> : null}
      {isVoting && item.ballot === 'open' && isOfficer ? (
        <WrittenVotes code={assembly.code} item={item.number} />
      ) : null}
      {isVoting && item.ballot === 'secret' && (isOfficer || assembly.here) ? <Count {...part} /> : null}
      {isVoting && leads ? <End {...part} /> : null}
    </>
  );
}

export const tallyInWords = ({ votesFor, votesAgainst, abstentions }: Item): string =>
  say('assemblies.result', {
    for: String(votesFor),
    against: String(votesAgainst),
    abstentions: String(abstentions),
  });

function PutToVote(part: ItemOfAssembly) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/ballot');
  const [isOther, setOther] = useState(false);
  return (
    <>
      {problem === undefined || isOther ? null : <ProblemNotice problem={problem} />}
      <div className="row">
        {BALLOTS.map((ballot) => (
          <Button key={ballot} busy={busy} onClick={() => void send({ path: pathOf(part), body: { ballot } })}>
            {say(`assemblies.${ballot}Vote`)}
          </Button>
        ))}
      </div>
      <details onToggle={(event) => setOther(event.currentTarget.open)}>
        <summary>{say('assemblies.otherwise')}</summary>
        {isOther ? (
          <Form
            problem={problem}
            busy={busy}
            send={say('assemblies.putToVote')}
            onSend={async (typed) => {
              const body = { ballot: ballotOf(typed.text('ballot')), covers: coversIn(typed, '/covers') };
              return (await send({ path: pathOf(part), body })) !== undefined;
            }}
          >
            <CoveredFields at="/covers" />
            <div className="fields">
              <ChoiceField
                name="ballot"
                label={say('assemblies.how')}
                defaultValue="open"
                choices={BALLOTS.map((value) => ({ value, label: say(`assemblies.${value}Vote`) }))}
              />
            </div>
          </Form>
        ) : null}
      </details>
    </>
  );
}

function OwnVote(part: ItemOfAssembly) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/own-vote');
  const { ownVote } = part.item;
  if (ownVote !== null) return <VoteGiven {...part} choice={ownVote} />;
  return (
    <div className="stack small">
      <h3>{say('assemblies.yourVote')}</h3>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      {CHOICES.map((choice) => (
        <Button
          key={choice}
          kind={choice === 'abstain' ? 'plain' : 'main'}
          wide
          busy={busy}
          onClick={() => void send({ path: pathOf(part), body: { choice } })}
        >
          {say(`assemblies.${choice}`)}
        </Button>
      ))}
    </div>
  );
}

/** What counts for who looks, who wrote it down, and taking it back while the vote is open. */
function VoteGiven({ choice, ...part }: ItemOfAssembly & { readonly choice: (typeof CHOICES)[number] }) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/own-vote/withdrawal');
  const { ownVoteWrittenBy: user } = part.item;
  const voted = say(`assemblies.${choice}`);
  return (
    <Notice kind={user === null ? 'done' : 'waiting'}>
      <p>
        {user === null
          ? say('assemblies.yourVoteIs', { choice: voted })
          : say('assemblies.writtenForYou', { user, choice: voted })}
      </p>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <div>
        <Button busy={busy} onClick={() => void send({ path: pathOf(part) })}>
          {say('assemblies.takeBack')}
        </Button>
      </div>
    </Notice>
  );
}

function VoteOfOther(part: ItemOfAssembly) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/votes');
  const list = useWhole('GET /api/members/v1/assemblies/{code}/attendance', { path: { code: part.assembly.code } });
  const present = (list.data?.value ?? []).filter((row) => row.present);
  return (
    <details>
      <summary>{say('assemblies.write')}</summary>
      <Form
        problem={problem}
        busy={busy}
        send={say('assemblies.write')}
        done={say('assemblies.writeDone')}
        onSend={async (typed) => {
          const choice = choiceOf(typed.text('choice'));
          if (choice === undefined) return false;
          const rows = [{ member: typed.text('member'), choice }];
          return (await send({ path: pathOf(part), body: { rows } })) !== undefined;
        }}
      >
        <div className="fields">
          <ChoiceField
            name="member"
            at="/rows/0/member"
            label={say('assemblies.who')}
            choices={present.map(({ member, name }) => ({ value: member, label: name }))}
          />
          <ChoiceField
            name="choice"
            at="/rows/0/choice"
            label={say('assemblies.choice')}
            choices={CHOICES.map((value) => ({ value, label: say(`assemblies.${value}`) }))}
          />
        </div>
      </Form>
    </details>
  );
}

const COUNTED = [
  ['votesFor', 'for'],
  ['votesAgainst', 'against'],
  ['abstentions', 'abstentions'],
] as const;

function Count(part: ItemOfAssembly) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/counts');
  return (
    <Form
      problem={problem}
      busy={busy}
      send={say('assemblies.count')}
      done={say('assemblies.counted')}
      onSend={async (typed) => {
        const count = (name: string): number => Number(typed.text(name));
        const body = {
          votesFor: count('votesFor'),
          votesAgainst: count('votesAgainst'),
          abstentions: count('abstentions'),
        };
        return (await send({ path: pathOf(part), body })) !== undefined;
      }}
    >
      <div className="fields">
        {COUNTED.map(([name, word]) => (
          <TextField
            key={name}
            name={name}
            label={say(`assemblies.${word}`)}
            inputMode="numeric"
            pattern="[0-9]*"
            required
          />
        ))}
      </div>
    </Form>
  );
}

function End(part: ItemOfAssembly) {
  const { send, busy, problem } = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/result');
  const { ballot, given } = part.item;
  return (
    <>
      {problem === undefined ? null : <ProblemNotice problem={problem} />}
      <p role="status">
        {say(ballot === 'open' ? 'assemblies.votedSoFar' : 'assemblies.countedSoFar', { n: String(given) })}
      </p>
      <div>
        <Button busy={busy} onClick={() => void send({ path: pathOf(part) })}>
          {say('assemblies.end')}
        </Button>
      </div>
    </>
  );
}
