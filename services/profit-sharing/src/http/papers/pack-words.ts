import type { PaymentWay } from '../../domain/payouts/payout.js';
import type { Language } from '@ayni/kernel';

type Of = Readonly<Record<string, string>>;

/** What stands on the papers of a whole run: the sheet that families sign, and the pack of the assembly. */
export type PackWords = {
  readonly signatures: (season: string) => string;
  readonly assembly: (season: string) => string;
  readonly total: string;
  readonly families: (count: number) => string;
  readonly family: string;
  readonly amount: string;
  readonly sum: string;
  readonly received: string;
  readonly signature: string;
  readonly thumb: string;
  readonly cash: string;
  readonly cashText: string;
  readonly piece: string;
  readonly count: string;
  readonly value: string;
  readonly pays: Readonly<Record<PaymentWay, string>>;
  readonly how: string;
  readonly paidBy: string;
  readonly witness: string;
  readonly president: string;
  readonly secretary: string;
  readonly pool: string;
  readonly result: (amount: string) => string;
  readonly from: string;
  readonly bases: string;
  readonly basis: string;
  readonly percent: string;
  readonly each: string;
  readonly share: string;
  readonly retained: string;
  readonly offset: string;
  readonly paid: string;
  /** Other rules beside those of the run. */
  readonly others: string;
  readonly othersText: string;
  readonly rules: string;
  readonly present: string;
  readonly toFunds: string;
  readonly more: string;
  readonly less: string;
  readonly resolution: string;
  readonly resolutionText: (of: Of) => string;
  readonly lossText: (of: Of) => string;
  readonly votes: string;
};

export const PACK_WORDS: Readonly<Record<Language, PackWords>> = {
  es: {
    signatures: (season) => `Planilla de pago de la gestión ${season}`,
    assembly: (season) => `Para la asamblea: el reparto de la gestión ${season}`,
    total: 'Total',
    families: (count) => (count === 1 ? '1 familia' : `${count} familias`),
    family: 'Familia',
    amount: 'Se paga',
    sum: 'Monto',
    received: 'Recibí conforme: firma',
    signature: 'Firma',
    thumb: 'Huella',
    cash: 'Billetes y monedas que hacen falta',
    cashText: 'Los menos posibles, para pagar a cada familia por separado lo que cobra en efectivo.',
    piece: 'De',
    count: 'Cuántos',
    value: 'Valen',
    pays: { cash: 'efectivo', transfer: 'transferencia', qr: 'QR', certificates: 'certificados' },
    how: 'Cómo',
    paidBy: 'Pagó',
    witness: 'Testigo',
    president: 'Presidencia',
    secretary: 'Secretaría de actas',
    pool: 'Para repartir entre las familias',
    result: (amount) => `La gestión dejó ${amount}.`,
    from: 'Del resultado a lo que se reparte',
    bases: 'Según qué se reparte',
    basis: 'Según',
    percent: 'Parte',
    each: 'Lo que toca a cada familia',
    share: 'Parte',
    retained: 'Capital',
    offset: 'Se descuenta',
    paid: 'Se paga',
    others: 'Lo que darían otras reglas',
    othersText: 'Con los mismos libros, antes de descuentos. Es para comparar: nada de esto se anota ni se paga.',
    rules: 'Reglas',
    present: 'Las de este reparto',
    toFunds: 'A los fondos',
    more: 'Familias con más',
    less: 'Familias con menos',
    resolution: 'Texto de la resolución',
    resolutionText: ({ season, result, pool, paid, families, fingerprint }) =>
      `La asamblea general, reunida el ______________________ con ________ personas con voto, RESUELVE: aprobar el reparto de la gestión ${season}. El resultado es de ${result}; se reparten ${pool} entre ${families}, a las que se paga ${paid} después de los descuentos y de lo que queda como capital. El reparto aprobado es el de la huella ${fingerprint}, y ningún otro.`,
    lossText: ({ season, result, fingerprint }) =>
      `La asamblea general, reunida el ______________________ con ________ personas con voto, RESUELVE: aprobar las cuentas de la gestión ${season}, que cerró con un resultado de ${result}. No hay qué repartir, y a nadie se le cobra. Lo aprobado es lo de la huella ${fingerprint}, y nada más.`,
    votes: 'Votos a favor: ________     En contra: ________     Abstenciones: ________     Resolución n.º ________',
  },
  en: {
    signatures: (season) => `Payment sheet of season ${season}`,
    assembly: (season) => `For the assembly: the shares of season ${season}`,
    total: 'Total',
    families: (count) => (count === 1 ? '1 family' : `${count} families`),
    family: 'Family',
    amount: 'To be paid',
    sum: 'Amount',
    received: 'Received: signature',
    signature: 'Signature',
    thumb: 'Thumb',
    cash: 'Notes and coins that are needed',
    cashText: 'The fewest with which each family can be paid by itself what it takes in cash.',
    piece: 'Of',
    count: 'How many',
    value: 'Worth',
    pays: { cash: 'cash', transfer: 'transfer', qr: 'QR', certificates: 'certificates' },
    how: 'How',
    paidBy: 'Paid by',
    witness: 'Witness',
    president: 'President',
    secretary: 'Secretary',
    pool: 'To be shared among the families',
    result: (amount) => `The season left ${amount}.`,
    from: 'From the result to what is shared',
    bases: 'By what it is shared',
    basis: 'By',
    percent: 'Part',
    each: 'What each family gets',
    share: 'Share',
    retained: 'Capital',
    offset: 'Set off',
    paid: 'Paid',
    others: 'What other rules would give',
    othersText: 'On the same books, before anything is set off. To compare: none of it is posted or paid.',
    rules: 'Rules',
    present: 'Those of these shares',
    toFunds: 'To funds',
    more: 'Families with more',
    less: 'Families with less',
    resolution: 'Text of the resolution',
    resolutionText: ({ season, result, pool, paid, families, fingerprint }) =>
      `The general assembly, met on ______________________ with ________ people entitled to vote, RESOLVES: to approve the shares of season ${season}. The result is ${result}; ${pool} is shared among ${families}, which are paid ${paid} after what is set off and what stays as capital. What is approved is the run with the fingerprint ${fingerprint}, and no other.`,
    lossText: ({ season, result, fingerprint }) =>
      `The general assembly, met on ______________________ with ________ people entitled to vote, RESOLVES: to approve the accounts of season ${season}, which closed with a result of ${result}. There is nothing to share, and nobody is charged. What is approved is what has the fingerprint ${fingerprint}, and nothing else.`,
    votes: 'In favour: ________     Against: ________     Abstentions: ________     Resolution no. ________',
  },
};
