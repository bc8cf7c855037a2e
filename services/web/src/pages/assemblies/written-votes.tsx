import { useState } from 'react';
import { Button } from '../../design/button.js';
import { ReasonDialog } from '../../design/reason-dialog.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { say } from '../../words/say.js';

/** Votes that somebody who helps wrote down, while they can still be taken back. */
export function WrittenVotes({ code, item }: { code: string; item: number }) {
  const votes = useWhole('GET /api/members/v1/assemblies/{code}/votes', { path: { code } });
  const withdraw = useAct('POST /api/members/v1/assemblies/{code}/items/{item}/votes/{member}/withdrawal');
  const [asked, setAsked] = useState<{ readonly member: string; readonly name: string }>();
  const written = (votes.data?.value ?? []).filter(
    (vote) => vote.item === item && !vote.own && vote.withdrawnBy === null,
  );
  if (written.length === 0) return null;
  return (
    <details>
      <summary>{say('assemblies.writtenVotes', { n: String(written.length) })}</summary>
      <ul className="stack small">
        {written.map(({ member, name, choice, recordedBy }) => (
          <li key={member} className="row">
            <span>
              {name}: {say(`assemblies.${choice}`)} ({recordedBy})
            </span>
            <Button kind="bare" onClick={() => setAsked({ member, name })}>
              {say('assemblies.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
      {asked === undefined ? null : (
        <ReasonDialog
          title={say('assemblies.withdraw')}
          text={say('assemblies.withdrawText', { name: asked.name })}
          send={say('assemblies.withdraw')}
          act={withdraw}
          onReason={async (reason) =>
            (await withdraw.send({ path: { code, item, member: asked.member }, body: { reason } })) !== undefined
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </details>
  );
}
