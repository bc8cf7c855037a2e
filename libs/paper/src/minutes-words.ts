import { dayText, type Day, type Language } from '@ayni/kernel';
import type { MinutedItem, MinutedVote } from './minuted.js';

type Opened = (present: string, members: string, needed: string) => string;

/** What stands on the minutes of an assembly. */
export type MinutesWords = {
  readonly title: (day: Day) => string;
  readonly where: (place: string, at: string) => string;
  readonly called: (day: Day) => string;
  readonly calledLate: (day: Day) => string;
  readonly notOpened: string;
  readonly opened: Readonly<Record<'first' | 'second', Opened>>;
  readonly lasted: (from: string, to: string | null) => string;
  readonly agenda: string;
  readonly state: Readonly<Record<MinutedItem['state'], string>>;
  readonly tally: (votesFor: string, votesAgainst: string, abstentions: string) => string;
  readonly resolution: (number: string) => string;
  readonly covers: (what: string) => string;
  readonly present: (count: number) => string;
  readonly number: string;
  readonly name: string;
  readonly signature: string;
  readonly votes: string;
  readonly item: string;
  readonly vote: string;
  readonly choice: Readonly<Record<MinutedVote['choice'], string>>;
  readonly withdrawn: (reason: string) => string;
  readonly withdrawnHerself: string;
  readonly writtenBy: string;
  readonly herself: string;
  readonly president: string;
  readonly secretary: string;
  readonly witness: string;
  readonly foot: (coop: string, code: string) => string;
};

export const MINUTES_WORDS: Readonly<Record<Language, MinutesWords>> = {
  es: {
    title: (day) => `Acta de la asamblea del ${dayText(day, 'es')}`,
    where: (place, at) => `En ${place}. Hora de la primera convocatoria: ${at}.`,
    called: (day) => `Se convocó el ${dayText(day, 'es')}, con los días de anticipación debidos.`,
    calledLate: (day) => `Se convocó el ${dayText(day, 'es')}, con menos días de anticipación que los debidos.`,
    notOpened: 'La asamblea no se abrió.',
    opened: {
      first: (present, members, needed) =>
        `Se abrió en la primera convocatoria con ${present} de ${members}; hacían falta ${needed}.`,
      second: (present, members, needed) =>
        `Se abrió en la segunda convocatoria con ${present} de ${members}; hacían falta ${needed}.`,
    },
    lasted: (from, to) => (to === null ? `Se abrió: ${from}. Sigue abierta.` : `Se abrió: ${from}. Se cerró: ${to}.`),
    agenda: 'Orden del día, y qué se decidió',
    state: {
      ...{ waiting: 'falta tratar', voting: 'se está votando', carried: 'aprobado', rejected: 'no aprobado' },
      ...{ heard: 'escuchado', left: 'quedó sin tratar' },
    },
    tally: (votesFor, votesAgainst, abstentions) =>
      `${votesFor} a favor, ${votesAgainst} en contra, ${abstentions} abstenciones.`,
    resolution: (number) => `Resolución ${number}.`,
    covers: (what) => `Vale para: ${what}.`,
    present: (count) => `Presentes (${count})`,
    number: 'N.º',
    name: 'Nombre',
    signature: 'Firma o huella',
    votes: 'Votos a mano alzada',
    item: 'Punto',
    vote: 'Voto',
    choice: { for: 'a favor', against: 'en contra', abstain: 'se abstuvo' },
    withdrawn: (reason) => `retirado: ${reason}`,
    withdrawnHerself: 'retirado por la misma persona',
    writtenBy: 'Anotado por',
    herself: 'la misma persona',
    president: 'Presidencia',
    secretary: 'Secretaría de actas',
    witness: 'Testigo',
    foot: (coop, code) => `${coop} · acta ${code}`,
  },
  en: {
    title: (day) => `Minutes of the assembly of ${dayText(day, 'en')}`,
    where: (place, at) => `At ${place}. Hour of the first call: ${at}.`,
    called: (day) => `It was called on ${dayText(day, 'en')}, with the days of notice that are due.`,
    calledLate: (day) => `It was called on ${dayText(day, 'en')}, with fewer days of notice than are due.`,
    notOpened: 'The assembly was not opened.',
    opened: {
      first: (present, members, needed) =>
        `It was opened in the first call with ${present} of ${members}; ${needed} were needed.`,
      second: (present, members, needed) =>
        `It was opened in the second call with ${present} of ${members}; ${needed} were needed.`,
    },
    lasted: (from, to) => (to === null ? `Opened: ${from}. It is still open.` : `Opened: ${from}. Closed: ${to}.`),
    agenda: 'Agenda, and what was decided',
    state: {
      ...{ waiting: 'not dealt with yet', voting: 'being voted on', carried: 'carried', rejected: 'not carried' },
      ...{ heard: 'heard', left: 'not dealt with' },
    },
    tally: (votesFor, votesAgainst, abstentions) =>
      `${votesFor} in favour, ${votesAgainst} against, ${abstentions} abstentions.`,
    resolution: (number) => `Resolution ${number}.`,
    covers: (what) => `It holds for: ${what}.`,
    present: (count) => `Present (${count})`,
    number: 'No.',
    name: 'Name',
    signature: 'Signature or thumb',
    votes: 'Votes of open ballots',
    item: 'Item',
    vote: 'Vote',
    choice: { for: 'in favour', against: 'against', abstain: 'abstained' },
    withdrawn: (reason) => `taken back: ${reason}`,
    withdrawnHerself: 'taken back by herself',
    writtenBy: 'Written down by',
    herself: 'herself',
    president: 'President',
    secretary: 'Secretary',
    witness: 'Witness',
    foot: (coop, code) => `${coop} · minutes ${code}`,
  },
};
