import { say } from '../../../words/say.js';
import { chosen, columnOf, open, text, type Choices } from '../kind.js';
import { kindOf } from '../shown-kind.js';

const SEX: Choices<'F' | 'M' | 'X'> = {
  F: ['mujer', 'femenino', 'woman', 'female'],
  M: ['varón', 'hombre', 'masculino', 'H', 'V', 'man', 'male'],
  X: ['otro', 'otra', 'other'],
};

const roles = ['manager', 'president'] as const;

export const households = kindOf(() => ({
  id: 'familias',
  label: 'bring.households',
  note: 'members.pasteText',
  roles,
  route: 'POST /api/members/v1/households',
  columns: [
    columnOf('code', 'text', ['código de la familia', 'nº', 'no', 'nro'], { label: say('members.code') }),
    columnOf('name', 'text', ['familia', 'nombre de la familia', 'family', 'apellidos'], {
      label: say('members.familyName'),
    }),
    columnOf('community', 'text', ['comunidad', 'zona', 'village'], { ...open, label: say('members.community') }),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        code: text(cells, 'code'),
        name: text(cells, 'name'),
        community: text(cells, 'community'),
      })),
    },
    query,
  }),
}));

export const members = kindOf(() => ({
  id: 'socias',
  label: 'bring.members',
  note: 'members.pasteText',
  roles,
  route: 'POST /api/members/v1/members',
  columns: [
    columnOf('number', 'text', ['nº', 'no', 'nro', 'número de socia', 'carnet de socia', 'member'], {
      label: say('members.number'),
    }),
    columnOf('givenNames', 'text', ['nombre', 'nombres', 'first name'], { label: say('members.givenNames') }),
    columnOf('surnames', 'text', ['apellido', 'apellidos', 'last name'], { label: say('members.surnames') }),
    columnOf('sex', 'text', ['género', 'gender'], { label: say('members.sex'), choices: SEX }),
    columnOf('birthYear', 'whole', ['año de nacimiento', 'nacimiento', 'año', 'year of birth', 'birth year'], {
      label: say('members.birthYear'),
    }),
    columnOf('household', 'text', ['familia', 'código de la familia', 'hogar', 'family'], {
      label: say('members.family'),
      names: 'household',
    }),
    columnOf('joinedOn', 'day', ['ingreso', 'fecha de ingreso', 'desde', 'joined'], { label: say('members.joinedOn') }),
    columnOf('resolution', 'text', ['resolución', 'admitida por', 'resolution'], {
      ...open,
      label: say('members.admittedBy'),
    }),
  ],
  sent: (rows, query) => ({
    body: {
      rows: rows.map((cells) => ({
        number: text(cells, 'number'),
        givenNames: text(cells, 'givenNames'),
        surnames: text(cells, 'surnames'),
        sex: chosen(SEX, text(cells, 'sex')) ?? 'X',
        birthYear: Number(text(cells, 'birthYear')),
        household: text(cells, 'household'),
        joinedOn: text(cells, 'joinedOn'),
        ...(text(cells, 'resolution') === '' ? {} : { resolution: text(cells, 'resolution') }),
      })),
    },
    query,
  }),
}));
