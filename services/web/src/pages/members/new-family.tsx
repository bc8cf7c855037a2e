import { useLocation } from 'wouter';
import { TextField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Page } from '../../design/page.js';
import { Shown } from '../../design/shown.js';
import { useAct } from '../../hooks/use-act.js';
import { useWhole } from '../../hooks/use-whole.js';
import { nextCode } from '../../words/next-code.js';
import { say } from '../../words/say.js';

/** Registers a family; its members follow on its page. */
export default function NewFamily() {
  const [, go] = useLocation();
  const all = useWhole('GET /api/members/v1/households', { query: { retired: 'true' } });
  const { send, busy, problem } = useAct('POST /api/members/v1/households');
  return (
    <Page title={say('members.newFamily')}>
      <Shown read={all}>
        {(families) => (
          <Form
            problem={problem}
            busy={busy}
            send={say('members.newFamily')}
            draft="new-family"
            onSend={async (typed) => {
              const code = typed.text('code');
              const row = { code, name: typed.text('name'), ...typed.optional('community') };
              if ((await send({ body: { rows: [row] } })) === undefined) return false;
              go(`/familias/${encodeURIComponent(code)}`);
              return true;
            }}
          >
            <TextField
              name="name"
              at="/rows/0/name"
              label={say('members.familyName')}
              hint={say('members.familyNameHint')}
              required
            />
            <TextField name="community" at="/rows/0/community" label={say('members.community')} />
            <TextField
              name="code"
              at="/rows/0/code"
              label={say('members.code')}
              defaultValue={nextCode(
                families.map(({ code }) => code),
                'F01',
              )}
              required
            />
          </Form>
        )}
      </Shown>
    </Page>
  );
}
