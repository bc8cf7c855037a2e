import { useId } from 'react';
import { Problem } from '../../api/problem.js';
import { Dialog } from '../../design/dialog.js';
import { Form } from '../../design/form.js';
import { useWho } from '../../hooks/use-who.js';
import type { KeptCommand, Refusal } from '../../offline/kept-command.js';
import { correct } from '../../offline/queue.js';
import { say } from '../../words/say.js';
import { LeafField, typedAt } from './leaf-field.js';
import { leavesOf, withLeaves, type Leaf } from '../../words/leaves.js';

/** Corrects what was refused, in its own fields, and has it sent again. */
export default function CorrectCommand({ command, onClose }: { command: KeptCommand; onClose: () => void }) {
  const { timezone } = useWho().coop;
  const { key, sent, label, refusal } = command;
  const groups = groupsOf(leavesOf(sent.body), refusal);
  const problem =
    refusal && new Problem(refusal.status, refusal.code, refusal.detail, refusal.faults, refusal.requestId);
  return (
    <Dialog title={say('queue.correctTitle', { label })} onClose={onClose}>
      <p>{say('queue.correctText')}</p>
      <Form
        busy={false}
        problem={problem}
        send={say('queue.sendCorrected')}
        onSend={async (typed) => {
          const all = new Map(groups.flatMap(({ leaves }) => leaves).map((leaf) => [leaf.pointer, leaf]));
          const body = withLeaves(sent.body, (pointer) => {
            const leaf = all.get(pointer);
            return leaf && typedAt(typed, leaf, timezone);
          });
          // of the same route as before
          await correct(key, { ...sent, body } as typeof sent, label);
          onClose();
          return true;
        }}
      >
        {groups.map(({ at, leaves }) => (
          <Group key={at} title={titleOf(at, groups)} leaves={leaves} />
        ))}
      </Form>
    </Dialog>
  );
}

function Group({ title, leaves }: { title: string | undefined; leaves: readonly Leaf[] }) {
  const id = useId();
  const product = leaves.find(({ name }) => name === 'product')?.value ?? '';
  return (
    <div className="stack small" role="group" aria-labelledby={title === undefined ? undefined : id}>
      {title === undefined ? null : <h3 id={id}>{title}</h3>}
      <div className="fields">
        {leaves.map((leaf) => (
          <LeafField key={leaf.pointer} leaf={leaf} product={product} />
        ))}
      </div>
    </div>
  );
}

type Values = { readonly at: string; readonly leaves: readonly Leaf[] };

/** The values of a record together; of a sheet those of the rows that were refused, where that was told. */
function groupsOf(leaves: readonly Leaf[], refusal: Refusal | undefined): readonly Values[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const at = leaf.pointer.slice(0, leaf.pointer.lastIndexOf('/'));
    groups.set(at, [...(groups.get(at) ?? []), leaf]);
  }
  const all = [...groups].map(([at, of]) => ({ at, leaves: of }));
  const rowOf = (pointer: string): string | undefined => /^\/rows\/\d+/.exec(pointer)?.[0];
  const wrong = new Set(refusal?.faults.flatMap(({ pointer }) => rowOf(pointer) ?? []));
  return wrong.size === 0 ? all : all.filter(({ at }) => wrong.has(rowOf(at) ?? ''));
}

/** Of a sheet which row it is, and of a receipt which line, where there are several. */
function titleOf(at: string, all: readonly Values[]): string | undefined {
  const [, row = '', line] = /^\/rows\/(\d+)(?:\/\w+\/(\d+))?/.exec(at) ?? [];
  const beside = all.filter((other) => other.at.split('/').length === at.split('/').length);
  if (beside.length < 2) return undefined;
  return line === undefined
    ? say('queue.row', { n: String(Number(row) + 1) })
    : say('queue.line', { n: String(Number(line) + 1) });
}
