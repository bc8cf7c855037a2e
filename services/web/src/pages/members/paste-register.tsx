import { ChoiceFilter, useFilter } from '../../design/filter.js';
import { Page } from '../../design/page.js';
import { Paste, pastedColumn } from '../../design/paste.js';
import { choose, readDay, type Cells } from '../../words/pasted.js';
import { say } from '../../words/say.js';
import { sexes, sexOf } from './person.js';

const readSex = choose({ F: ['mujer', 'femenino', 'woman'], M: ['varón', 'hombre', 'masculino', 'H', 'V', 'man'] });

const wrongSex = (text: string): string | undefined =>
  sexes().some(({ value }) => value === text)
    ? undefined
    : say('paste.oneOf', {
        label: say('members.sex'),
        choices: sexes()
          .map(({ label }) => label)
          .join(', '),
      });

const text = (cells: Cells, name: string): string => cells[name] ?? '';

/** The families and the members of a spreadsheet, pasted: tried first, and loaded when nothing is wrong. */
export default function PasteRegister() {
  const [what, chooseWhat] = useFilter('que');
  return (
    <Page title={say('paste.title')}>
      <p>{say('members.pasteText')}</p>
      <ChoiceFilter
        label={say('members.whatIsPasted')}
        value={what}
        onChoose={chooseWhat}
        none={say('members.pasteFamilies')}
        choices={[{ value: 'socias', label: say('members.pasteMembers') }]}
      />
      {what === 'socias' ? <PasteMembers key="members" /> : <PasteFamilies key="families" />}
    </Page>
  );
}

function PasteFamilies() {
  return (
    <Paste
      route="POST /api/members/v1/households"
      columns={[
        pastedColumn('code', say('members.code')),
        pastedColumn('name', say('members.familyName'), ['familia', 'family']),
        pastedColumn('community', say('members.community')),
      ]}
      sent={(rows, trial) => ({
        body: {
          rows: rows.map((cells) => ({
            ...{ code: text(cells, 'code'), name: text(cells, 'name') },
            ...(cells['community'] === undefined ? {} : { community: cells['community'] }),
          })),
        },
        query: trial ? { trial: 'true' } : {},
      })}
    />
  );
}

function PasteMembers() {
  return (
    <Paste
      route="POST /api/members/v1/members"
      columns={[
        pastedColumn('number', say('members.number')),
        pastedColumn('givenNames', say('members.givenNames'), ['nombre']),
        pastedColumn('surnames', say('members.surnames'), ['apellido']),
        { ...pastedColumn('sex', say('members.sex'), [], readSex), wrong: wrongSex },
        pastedColumn('birthYear', say('members.birthYear')),
        pastedColumn('household', say('members.family'), ['código de la familia']),
        pastedColumn('joinedOn', say('members.joinedOn'), ['ingreso', 'fecha de ingreso'], readDay),
      ]}
      sent={(rows, trial) => ({
        body: {
          rows: rows.map((cells) => ({
            number: text(cells, 'number'),
            givenNames: text(cells, 'givenNames'),
            surnames: text(cells, 'surnames'),
            sex: sexOf(text(cells, 'sex')),
            birthYear: Number(text(cells, 'birthYear')),
            household: text(cells, 'household'),
            joinedOn: text(cells, 'joinedOn'),
          })),
        },
        query: trial ? { trial: 'true' } : {},
      })}
    />
  );
}
