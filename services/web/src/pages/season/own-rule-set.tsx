import { useParams } from 'wouter';
import { Form, type Typed } from '../../design/form.js';
import { Notice, Pill } from '../../design/notice.js';
import { Page } from '../../design/page.js';
import { ResolutionField } from '../../design/resolution-field.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { holds, useWho } from '../../hooks/use-who.js';
import { dayInWords } from '../../words/dates.js';
import { language } from '../../words/language.js';
import { say } from '../../words/say.js';
import { Lines, Limits } from './rule-lines.js';
import type { OwnRuleSet } from './own-rules.js';
import { RuleEditor } from './rule-editor.js';

type Version = OwnRuleSet['written'][number];

/** Rules of the co-op's own: what their law asks, their versions, and writing or adopting one. */
export default function OwnRuleSetPage() {
  const { code = '' } = useParams();
  const read = useRead('GET /api/profit-sharing/v1/own-rule-sets/{code}', { path: { code } });
  const isTreasurer = holds(useWho(), 'treasurer');
  return (
    <Shown read={read}>
      {(set) => (
        <Page title={set.name}>
          {set.law === null ? (
            <Notice kind="waiting">
              <p>{say('ownRules.noLawText')}</p>
            </Notice>
          ) : (
            <p>{set.law}</p>
          )}
          <Limits set={set} />
          {set.written.length === 0 ? null : <h2>{say('ownRules.versions')}</h2>}
          {set.written.map((version) => (
            <VersionCard key={version.version} code={set.code} version={version} />
          ))}
          {isTreasurer ? <RuleEditor key={set.written.length} set={set} /> : null}
        </Page>
      )}
    </Shown>
  );
}

function VersionCard({ code, version }: { code: string; version: Version }) {
  const { adopted } = version;
  const who = useWho();
  return (
    <section className="card stack small">
      <h3>{say('ownRules.version', { n: String(version.version), day: dayInWords(version.from) })}</h3>
      <p>
        <Pill kind={adopted === null ? 'waiting' : 'done'}>
          {adopted === null
            ? say('ownRules.waits')
            : adopted.resolution === null
              ? say('ownRules.adoptedFirst')
              : say('ownRules.adoptedBy', { resolution: adopted.resolution })}
        </Pill>
      </p>
      <details>
        <summary>{say('ownRules.says')}</summary>
        <Lines lines={version.lines.map(({ says, ...line }) => ({ ...line, says: says[spoken()] }))} />
      </details>
      {adopted === null && (holds(who, 'treasurer') || holds(who, 'president')) ? (
        <AdoptForm code={code} version={version} />
      ) : null}
    </section>
  );
}

const spoken = () => (language() === 'es' ? 'es' : 'en');

function AdoptForm({ code, version: { version, fingerprint } }: { code: string; version: Version }) {
  const { send, busy, problem } = useAct(
    'POST /api/profit-sharing/v1/own-rule-sets/{code}/versions/{version}/adoption',
  );
  const adopt = async (typed: Typed): Promise<boolean> =>
    (await send({ path: { code, version }, body: typed.optional('resolution') })) !== undefined;
  return (
    <Form onSend={adopt} problem={problem} busy={busy} send={say('ownRules.adopt')}>
      <ResolutionField
        thing={{ kind: 'rule-set', fingerprint }}
        label={say('ownRules.resolution')}
        hint={say('ownRules.resolutionHint')}
        required={false}
      />
    </Form>
  );
}
