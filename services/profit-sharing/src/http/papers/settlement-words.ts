import { dayText, type Day, type Language } from '@ayni/kernel';

/** What stands on the settlement of who leaves. */
export type SettlementWords = {
  readonly title: string;
  readonly of: (name: string) => string;
  readonly on: (day: Day) => string;
  readonly toPay: string;
  readonly toCollect: string;
  readonly net: string;
  readonly given: string;
  readonly certificate: (code: string) => string;
  readonly bought: (count: number, day: Day) => string;
  readonly retained: string;
  readonly retainedText: string;
  readonly debts: string;
  readonly noDebts: string;
  readonly since: (day: Day) => string;
  readonly family: (amount: string) => string;
  readonly inherits: (heir: string) => string;
  readonly who: string;
  readonly treasurer: string;
  readonly president: string;
  readonly file: (member: string) => string;
};

export const SETTLEMENT_WORDS: Readonly<Record<Language, SettlementWords>> = {
  es: {
    title: 'Liquidación de salida',
    of: (name) => `De ${name}`,
    on: (day) => `Según los libros al ${dayText(day, 'es')}`,
    toPay: 'La organización le devuelve',
    toCollect: 'Le queda por pagar a la organización',
    net: 'Sus certificados y su capital, menos lo que debe.',
    given: 'Lo que se le devuelve',
    certificate: (code) => `Certificados ${code}`,
    bought: (count, day) => `${count}, desde el ${dayText(day, 'es')}`,
    retained: 'Capital que dejó de sus partes',
    retainedText: 'Lo que los repartos aprobados dejaron a su nombre.',
    debts: 'Lo que debe',
    noDebts: 'No debe nada.',
    since: (day) => `Desde el ${dayText(day, 'es')}`,
    family: (amount) =>
      `Aparte, a su familia se le debe ${amount} de repartos: se paga en una ronda de pago, como siempre.`,
    inherits: (heir) => `Como falleció, lo recibe ${heir}.`,
    who: 'Quien sale, o quien la hereda',
    treasurer: 'Tesorería',
    president: 'Presidencia',
    file: (member) => `liquidación ${member}`,
  },
  en: {
    title: 'Settlement on leaving',
    of: (name) => `Of ${name}`,
    on: (day) => `By the books on ${dayText(day, 'en')}`,
    toPay: 'The co-op gives back',
    toCollect: 'Still owed to the co-op',
    net: 'Certificates and capital, less what she owes.',
    given: 'What is given back',
    certificate: (code) => `Certificates ${code}`,
    bought: (count, day) => `${count}, since ${dayText(day, 'en')}`,
    retained: 'Capital left of her shares',
    retainedText: 'What approved runs left in her name.',
    debts: 'What she owes',
    noDebts: 'She owes nothing.',
    since: (day) => `Since ${dayText(day, 'en')}`,
    family: (amount) => `Apart from this, her family is owed ${amount} of shares: it is paid in a payout, as always.`,
    inherits: (heir) => `Since she died, ${heir} receives it.`,
    who: 'Who leaves, or her heir',
    treasurer: 'Treasurer',
    president: 'President',
    file: (member) => `settlement ${member}`,
  },
};
