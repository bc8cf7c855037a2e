import { dayText, type Day, type Language } from '@ayni/kernel';

/** What stands on a certificate. */
export type CertificateWords = {
  readonly title: string;
  readonly holder: (name: string) => string;
  readonly worth: string;
  readonly each: (count: number, value: string) => string;
  readonly owed: (paid: string, owed: string) => string;
  readonly paidIn: (paid: string) => string;
  readonly register: (place: number, code: string) => string;
  readonly since: (day: Day) => string;
  readonly held: string;
  readonly withdrawn: (day: Day, receivedBy: string | null) => string;
  readonly transferred: (day: Day, transfer: string) => string;
  readonly president: string;
  readonly treasurer: string;
  readonly member: string;
  readonly foot: (coop: string, code: string) => string;
  readonly file: (code: string) => string;
};

export const CERTIFICATE_WORDS: Readonly<Record<Language, CertificateWords>> = {
  es: {
    title: 'Certificado de aportación',
    holder: (name) => `A nombre de ${name}`,
    worth: 'Vale',
    each: (count, value) =>
      count === 1 ? `Un certificado de ${value}.` : `${count} certificados de ${value} cada uno.`,
    owed: (paid, owed) =>
      `Pagado en parte: hasta hoy pagó ${paid}, y falta pagar ${owed}. Cuenta en los repartos cada certificado entero desde el día en que queda pagado.`,
    paidIn: (paid) => `De todo ello pagó ${paid}.`,
    register: (place, code) => `Asiento n.º ${place} del registro de certificados, con el código ${code}.`,
    since: (day) => `Desde el ${dayText(day, 'es')}.`,
    held: 'Es parte de su capital en la organización, y no es ganancia de ninguna gestión. Lo que vale hoy lo dice el registro.',
    withdrawn: (day, receivedBy) =>
      `Ya no vale: se devolvió lo aportado${receivedBy === null ? '' : ` a ${receivedBy}`}, y el ${dayText(day, 'es')} fue el último día en que lo tuvo.`,
    transferred: (day, transfer) =>
      `Ya no vale: pasó a otra socia con la transferencia ${transfer}, y el ${dayText(day, 'es')} fue el último día en que lo tuvo.`,
    president: 'Presidencia',
    treasurer: 'Tesorería',
    member: 'A nombre de quien está',
    foot: (coop, code) => `${coop} · certificado ${code}`,
    file: (code) => `certificado ${code}`,
  },
  en: {
    title: 'Certificate of contribution',
    holder: (name) => `In the name of ${name}`,
    worth: 'Worth',
    each: (count, value) => (count === 1 ? `One certificate of ${value}.` : `${count} certificates of ${value} each.`),
    owed: (paid, owed) =>
      `Paid in part: ${paid} was paid until today, and ${owed} is still to be paid. Each whole certificate counts in the shares from the day on which it is paid.`,
    paidIn: (paid) => `Of all that, ${paid} was paid.`,
    register: (place, code) => `Entry no. ${place} of the register of certificates, under the code ${code}.`,
    since: (day) => `From ${dayText(day, 'en')} on.`,
    held: 'It is part of her capital in the co-op, and no gain of any season. What it is worth today the register says.',
    withdrawn: (day, receivedBy) =>
      `It holds no longer: what was contributed was paid back${receivedBy === null ? '' : ` to ${receivedBy}`}, and ${dayText(day, 'en')} was the last day on which she held it.`,
    transferred: (day, transfer) =>
      `It holds no longer: it went to another member by transfer ${transfer}, and ${dayText(day, 'en')} was the last day on which she held it.`,
    president: 'President',
    treasurer: 'Treasurer',
    member: 'Who holds it',
    foot: (coop, code) => `${coop} · certificate ${code}`,
    file: (code) => `certificate ${code}`,
  },
};
