import type { Answer } from '../../api/route.js';
import { CheckField, ChoiceField, TextField } from '../../design/field.js';
import { Form, type Typed } from '../../design/form.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';

type Template = Answer<'GET /api/profit-sharing/v1/bank-template/current'>;

const SHOWS = ['number', 'account', 'payee', 'amount', 'currency', 'household', 'reference'] as const;
const SEPARATORS = ['comma', 'semicolon', 'tab', 'bar'] as const;
const DECIMAL_SIGNS = ['point', 'comma'] as const;
const ENCODINGS = ['utf-8', 'utf-8-marked', 'latin-1'] as const;

/** How many columns the form has room for. */
const COLUMNS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** What the file for the bank looks like, for the treasurer to set. */
export function BankTemplate() {
  const template = useRead('GET /api/profit-sharing/v1/bank-template/current', {});
  return (
    <details className="no-print">
      <summary>{say('payouts.template')}</summary>
      <Shown read={template}>{(current) => <TemplateForm template={current} />}</Shown>
    </details>
  );
}

function TemplateForm({ template }: { template: Template }) {
  const { send, busy, problem } = useAct('POST /api/profit-sharing/v1/bank-template');
  const set = async (typed: Typed): Promise<boolean> => {
    const oneOf = <T extends string>(choices: readonly T[], name: string, first: T): T =>
      choices.find((choice) => choice === typed.text(name)) ?? first;
    const body = {
      columns: COLUMNS.flatMap((n) => {
        const shows = SHOWS.find((choice) => choice === typed.text(`shows-${n}`));
        return shows === undefined ? [] : [{ shows, heading: typed.text(`heading-${n}`) }];
      }),
      separator: oneOf(SEPARATORS, 'separator', template.separator),
      decimalSign: oneOf(DECIMAL_SIGNS, 'decimalSign', template.decimalSign),
      withHeadings: typed.isChecked('withHeadings'),
      encoding: oneOf(ENCODINGS, 'encoding', template.encoding),
    };
    return (await send({ body })) !== undefined;
  };
  return (
    <div className="stack">
      <p className="soft">{say('payouts.templateText')}</p>
      <Form
        onSend={set}
        problem={problem}
        busy={busy}
        send={say('payouts.setTemplate')}
        done={say('payouts.templateSet')}
      >
        <div className="fields">
          <ChoiceField
            name="separator"
            label={say('payouts.separator')}
            defaultValue={template.separator}
            choices={SEPARATORS.map((value) => ({ value, label: say(`payouts.sign-${value}`) }))}
          />
          <ChoiceField
            name="decimalSign"
            label={say('payouts.decimalSign')}
            defaultValue={template.decimalSign}
            choices={DECIMAL_SIGNS.map((value) => ({ value, label: say(`payouts.sign-${value}`) }))}
          />
          <ChoiceField
            name="encoding"
            label={say('payouts.encoding')}
            defaultValue={template.encoding}
            choices={ENCODINGS.map((value) => ({ value, label: say(`payouts.encoding-${value}`) }))}
          />
        </div>
        <CheckField name="withHeadings" label={say('payouts.withHeadings')} defaultChecked={template.withHeadings} />
        {COLUMNS.map((n) => (
          <div className="fields" key={n}>
            <ChoiceField
              name={`shows-${n}`}
              label={say('payouts.column', { n: String(n + 1) })}
              defaultValue={template.columns[n]?.shows ?? 'none'}
              choices={[
                ...SHOWS.map((value) => ({ value, label: say(`payouts.shows-${value}`) })),
                { value: 'none', label: say('payouts.noColumn') },
              ]}
            />
            <TextField
              name={`heading-${n}`}
              label={say('payouts.heading', { n: String(n + 1) })}
              defaultValue={template.columns[n]?.heading ?? ''}
              maxLength={60}
            />
          </div>
        ))}
      </Form>
    </div>
  );
}
