import { useState } from 'react';
import { DayField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Notice } from '../../design/notice.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';
import type { OwnRuleSet } from './own-rules.js';
import { RuleFields } from './rule-fields.js';
import { isWhole, ruleSetOf } from './rule-set.js';
import type { RuleSet } from './rules.js';
import { RuleTrial } from './rule-trial.js';

/** Writes a version of rules, and shows while it is written what each line does and what it would give. */
export function RuleEditor({ set }: { set: OwnRuleSet }) {
  const shipped = useRead('GET /api/profit-sharing/v1/rule-sets', {});
  return (
    <Shown read={shipped}>
      {({ ruleSets }) => {
        const copied = ruleSets.find(({ code }) => code === set.copies)?.ruleSet;
        return <VersionForm set={set} before={set.written[0]?.ruleSet ?? copied} />;
      }}
    </Shown>
  );
}

function VersionForm({ set, before }: { set: OwnRuleSet; before: RuleSet | undefined }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/own-rule-sets/{code}/versions');
  const [lacks, setLacks] = useState(false);
  const { code, written, limits } = set;
  const keep = async (typed: Typed): Promise<boolean> => {
    setLacks(!isWhole(typed));
    if (!isWhole(typed)) return false;
    const body = { from: typed.text('from'), ruleSet: ruleSetOf(typed, code, before) };
    return (await send({ path: { code }, body })) !== undefined;
  };
  return (
    <div className="card stack">
      <h2>{say(written.length === 0 ? 'ownRules.writeFirst' : 'ownRules.write')}</h2>
      <Form onSend={keep} problem={problem} busy={busy} send={say('ownRules.keep')} draft={`rules-${code}`}>
        <DayField name="from" label={say('ownRules.from')} hint={say('ownRules.fromHint')} required />
        <RuleFields before={before} at="/ruleSet" limits={limits} />
        {lacks ? (
          <Notice kind="refused">
            <p>{say('rules.mustBe100')}</p>
          </Notice>
        ) : null}
        <RuleTrial set={set} before={before} />
      </Form>
    </div>
  );
}
