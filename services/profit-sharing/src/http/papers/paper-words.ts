import { dayText, type Language } from '@ayni/kernel';
import type { HandedWay } from '../../domain/payouts/payout.js';
import type { PaperRules } from '../../domain/papers/statement-paper.js';
import type { RunState } from '../../domain/runs/run.js';

type Of = Readonly<Record<string, string>>;

/** What stands on a statement beside its lines. */
export type PaperWords = {
  readonly title: (season: string) => string;
  readonly member: (of: Of) => string;
  readonly household: (of: Of) => string;
  readonly state: Readonly<Record<RunState, string>>;
  readonly resolution: (number: string) => string;
  /** Over the large figure: what is hers, and what a household is paid. */
  readonly net: (household: string) => string;
  readonly paid: string;
  readonly loss: string;
  readonly part: (name: string) => string;
  readonly own: string;
  readonly family: string;
  readonly season: string;
  readonly pencil: string;
  readonly ties: (times: number) => string;
  readonly debtLeft: (amount: string) => string;
  readonly noDebt: string;
  readonly retained: (amount: string) => string;
  readonly handed: (of: Of) => string;
  readonly kept: (of: Of) => string;
  readonly way: Readonly<Record<HandedWay, string>>;
  /** What the household is owed still, and that it is nothing. */
  readonly owed: (amount: string) => string;
  readonly owedNothing: string;
  readonly notYetPaid: string;
  /** The co-op's own rules, with the law that they name and the articles of their lines. */
  readonly rules: (
    of: Pick<PaperRules, 'name' | 'version' | 'amended' | 'law'> & { readonly articles: string },
  ) => string;
  readonly check: (address: string) => string;
  readonly checkBriefly: (code: string, address: string) => string;
  readonly foot: (of: Of) => string;
  readonly file: (of: Of) => string;
};

export const PAPER_WORDS: Readonly<Record<Language, PaperWords>> = {
  es: {
    title: (season) => `Reparto de la gestión ${season}`,
    member: ({ name, household }) => `${name}, familia ${household}`,
    household: ({ name }) => `Familia: ${name}`,
    state: {
      calculated: 'Calculado: todavía no se presentó a la asamblea. No vale para cobrar.',
      proposed: 'Propuesto: la asamblea todavía no lo aprobó. No vale para cobrar.',
      approved: 'Aprobado por la asamblea.',
      paying: 'Aprobado por la asamblea; se está pagando.',
      paid: 'Aprobado por la asamblea y pagado.',
      rejected: 'Rechazado: no se paga por él.',
      superseded: 'Reemplazado: la asamblea aprobó otro reparto de esta gestión.',
      reversed: 'Revertido: la asamblea decidió corregir este reparto. Ya no vale.',
    },
    resolution: (number) => `Aprobado por la asamblea con la resolución ${number}.`,
    net: (household) => `A favor de su familia (${household})`,
    paid: 'Se paga a la familia',
    loss: 'La gestión dejó pérdida: no hay qué repartir, y a nadie se le cobra.',
    part: (name) => `La parte de ${name}`,
    own: 'Cómo sale su parte',
    family: 'La cuenta de la familia',
    season: 'De dónde viene lo que se reparte',
    pencil: 'Con lápiz: ',
    ties: (times) =>
      `Los centavos sueltos: entre fracciones iguales el centavo es de quien lo recibió menos veces. Hasta ahora lo recibió ${times === 1 ? '1 vez' : `${times} veces`}; la próxima vez va primero quien tiene menos.`,
    debtLeft: (amount) => `Después de lo descontado debe todavía ${amount}.`,
    noDebt: 'No debe nada.',
    retained: (amount) => `Quedan como su capital en la organización ${amount}: son suyos.`,
    handed: ({ day = '', way, amount }) => `Pagado a la familia el ${dayText(day, 'es')}, ${way}: ${amount}.`,
    kept: ({ day = '', amount }) => `El ${dayText(day, 'es')} se guardó en certificados: ${amount}.`,
    way: { cash: 'en efectivo', transfer: 'por transferencia', qr: 'por QR' },
    owed: (amount) => `A la familia se le deben todavía ${amount}.`,
    owedNothing: 'A la familia no se le debe nada más.',
    notYetPaid: 'Este papel dice cuánto le toca, no que lo haya recibido: se paga cuando la asamblea lo aprueba.',
    rules: ({ name, version, amended, law, articles }) =>
      `Reglas: ${name}, versión ${version}${amended ? ', con lo que la asamblea cambió para esta gestión' : ''}. ${law === null ? 'No nombran ninguna ley.' : `${law}: ${articles}.`}`,
    check: (address) =>
      `Para comprobar este papel escanee el cuadro con su teléfono, o escriba el código en ${address}. Responde si el papel vale y por cuánto, sin nombrar a nadie.`,
    checkBriefly: (code, address) => `Para comprobar: ${code} en ${address}`,
    foot: ({ coop, season, fingerprint }) => `${coop} · gestión ${season}\n${fingerprint}`,
    file: ({ season, of }) => `reparto ${season} ${of}`,
  },
  en: {
    title: (season) => `Shares of season ${season}`,
    member: ({ name, household }) => `${name}, family ${household}`,
    household: ({ name }) => `Family: ${name}`,
    state: {
      calculated: 'Worked out: not yet put to the assembly. Nothing is paid on it.',
      proposed: 'Proposed: the assembly has not approved it yet. Nothing is paid on it.',
      approved: 'Approved by the assembly.',
      paying: 'Approved by the assembly; it is being paid.',
      paid: 'Approved by the assembly, and paid.',
      rejected: 'Rejected: nothing is paid on it.',
      superseded: 'Superseded: the assembly approved other shares of this season.',
      reversed: 'Reversed: the assembly decided to correct these shares. It holds no longer.',
    },
    resolution: (number) => `Approved by the assembly with resolution ${number}.`,
    net: (household) => `To your family's credit (${household})`,
    paid: 'The family is paid',
    loss: 'The season left a loss: there is nothing to share, and nobody is charged.',
    part: (name) => `The part of ${name}`,
    own: 'How your part comes about',
    family: "The family's account",
    season: 'Where what is shared comes from',
    pencil: 'With a pencil: ',
    ties: (times) =>
      `Odd centavos: among equal fractions the centavo goes to whoever had it fewer times. So far she had it ${times === 1 ? 'once' : `${times} times`}; next time whoever has fewer goes first.`,
    debtLeft: (amount) => `After what was set off, ${amount} is still owed.`,
    noDebt: 'Nothing is owed.',
    retained: (amount) => `${amount} is kept in the co-op as her capital: it is hers.`,
    handed: ({ day = '', way, amount }) => `Paid to the family on ${dayText(day, 'en')}, ${way}: ${amount}.`,
    kept: ({ day = '', amount }) => `On ${dayText(day, 'en')} it was kept as certificates: ${amount}.`,
    way: { cash: 'in cash', transfer: 'by transfer', qr: 'by QR' },
    owed: (amount) => `The family is owed ${amount} still.`,
    owedNothing: 'The family is owed nothing more.',
    notYetPaid: 'This paper says what is due, not that it was received: it is paid once the assembly approves it.',
    rules: ({ name, version, amended, law, articles }) =>
      `Rules: ${name}, version ${version}${amended ? ', with what the assembly changed for this season' : ''}. ${law === null ? 'They name no law.' : `${law}: ${articles}.`}`,
    check: (address) =>
      `To check this paper scan the square with your phone, or type the code at ${address}. It answers whether the paper holds and for how much, and names nobody.`,
    checkBriefly: (code, address) => `To check: ${code} at ${address}`,
    foot: ({ coop, season, fingerprint }) => `${coop} · season ${season}\n${fingerprint}`,
    file: ({ season, of }) => `shares ${season} ${of}`,
  },
};
