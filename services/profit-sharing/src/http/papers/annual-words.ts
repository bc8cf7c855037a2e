import { dayText, type Language } from '@ayni/kernel';
import type { SeasonState } from '../../domain/seasons/season.js';

/** What stands on the pack of a whole year, for whoever supervises co-ops. */
export type AnnualWords = {
  readonly title: (season: string) => string;
  readonly days: (from: string, to: string) => string;
  readonly state: Readonly<Record<SeasonState, string>>;
  readonly result: string;
  readonly resultNote: string;
  readonly income: string;
  readonly balance: (day: string) => string;
  readonly account: string;
  readonly code: string;
  readonly amount: string;
  readonly funds: string;
  readonly fund: string;
  readonly before: string;
  readonly moved: string;
  readonly after: string;
  readonly noFunds: string;
  readonly appropriation: string;
  readonly appropriationText: string;
  readonly to: string;
  readonly members: string;
  readonly counted: (count: number) => string;
  readonly number: string;
  readonly name: string;
  readonly household: string;
  readonly joined: string;
  readonly left: string;
  readonly certificates: string;
  readonly noCertificates: string;
  readonly shareCapital: (amount: string) => string;
  readonly paid: string;
  readonly holder: string;
  readonly bought: string;
  readonly count: string;
  readonly withdrawn: string;
  readonly assets: string;
  readonly noAssets: string;
  readonly cost: string;
  readonly released: string;
  readonly worth: string;
  readonly oldSeasons: string;
  readonly season: string;
  readonly oldSeasonsText: string;
  readonly shared: string;
  readonly stillOwed: string;
  readonly resolutions: string;
  readonly noResolutions: string;
  readonly adopted: string;
  readonly outcome: string;
  readonly carried: string;
  readonly rejected: string;
  readonly covers: string;
  /** Of the workbook. */
  readonly minutes: string;
  readonly assembly: string;
  readonly item: string;
  readonly votes: string;
  readonly resolution: string;
  readonly president: string;
  readonly treasurer: string;
  readonly supervisors: string;
  readonly foot: (coop: string, season: string) => string;
};

export const ANNUAL_WORDS: Readonly<Record<Language, AnnualWords>> = {
  es: {
    title: (season) => `Carpeta anual de la gestión ${season}`,
    days: (from, to) => `Del ${dayText(from, 'es')} al ${dayText(to, 'es')}`,
    state: {
      open: 'La gestión sigue abierta: las cifras pueden cambiar.',
      changing: 'La gestión sigue abierta: las cifras pueden cambiar.',
      closing: 'La gestión se está cerrando.',
      closed: 'La gestión está cerrada.',
      withdrawn: 'La gestión fue retirada.',
    },
    result: 'Resultado de la gestión',
    resultNote: 'Ingresos menos costos. El dinero que vino con un fin no está en ellos.',
    income: 'Estado de resultados',
    balance: (day) => `Balance general al ${dayText(day, 'es')}`,
    account: 'Cuenta',
    code: 'Código',
    amount: 'Monto',
    funds: 'Fondos y reservas',
    fund: 'Fondo',
    before: 'Al comenzar',
    moved: 'Cambio',
    after: 'Al terminar',
    noFunds: 'No hay fondos registrados.',
    appropriation: 'A qué se destina el resultado',
    appropriationText: 'Según el reparto aprobado; se anota en los libros el día en que se aprobó.',
    to: 'Para',
    members: 'Registro de socias y socios',
    counted: (count) => (count === 1 ? 'Hubo 1 en la gestión.' : `Hubo ${count} en la gestión.`),
    number: 'N.º',
    name: 'Nombre',
    household: 'Familia',
    joined: 'Ingresó',
    left: 'Salió',
    certificates: 'Registro de certificados de aportación',
    noCertificates: 'Nadie tuvo certificados en la gestión.',
    shareCapital: (amount) => `De los que había al terminar estaban pagados ${amount}.`,
    paid: 'Pagado',
    holder: 'De quién',
    bought: 'Desde',
    count: 'Cuántos',
    withdrawn: 'Hasta',
    assets: 'Registro de bienes durables',
    noAssets: 'No hubo bienes durables en la gestión.',
    cost: 'Costó',
    released: 'Depreciado',
    worth: 'Vale',
    oldSeasons: 'Gestiones antes de los libros',
    season: 'Gestión',
    oldSeasonsText: 'Según los papeles de entonces: aquí no se calcularon ni se comprueban.',
    shared: 'Repartido',
    stillOwed: 'Se debía al abrir',
    resolutions: 'Resoluciones de la asamblea',
    noResolutions: 'No hay resoluciones de la gestión ni sobre ella.',
    adopted: 'Del día',
    outcome: 'Resultado',
    carried: 'aprobada',
    rejected: 'rechazada',
    covers: 'Para qué vale en los libros',
    minutes: 'Actas',
    assembly: 'Asamblea',
    item: 'Punto',
    votes: 'A favor / en contra / abstenciones',
    resolution: 'Resolución',
    president: 'Presidencia',
    treasurer: 'Tesorería',
    supervisors: 'Consejo de vigilancia',
    foot: (coop, season) => `${coop} · carpeta anual · gestión ${season}`,
  },
  en: {
    title: (season) => `Annual pack of season ${season}`,
    days: (from, to) => `From ${dayText(from, 'en')} to ${dayText(to, 'en')}`,
    state: {
      open: 'The season is still open: figures may change.',
      changing: 'The season is still open: figures may change.',
      closing: 'The season is being closed.',
      closed: 'The season is closed.',
      withdrawn: 'The season was withdrawn.',
    },
    result: 'Result of the season',
    resultNote: 'Income less costs. Money that came with a purpose is in neither.',
    income: 'Income statement',
    balance: (day) => `Balance sheet on ${dayText(day, 'en')}`,
    account: 'Account',
    code: 'Code',
    amount: 'Amount',
    funds: 'Funds and reserves',
    fund: 'Fund',
    before: 'At the beginning',
    moved: 'Change',
    after: 'At the end',
    noFunds: 'No fund is registered.',
    appropriation: 'To what the result is put',
    appropriationText: 'By the approved run; it is posted on the day on which it was approved.',
    to: 'To',
    members: 'Register of members',
    counted: (count) => (count === 1 ? 'There was 1 in the season.' : `There were ${count} in the season.`),
    number: 'No.',
    name: 'Name',
    household: 'Family',
    joined: 'Joined',
    left: 'Left',
    certificates: 'Register of certificates of contribution',
    noCertificates: 'Nobody held certificates in the season.',
    shareCapital: (amount) => `Of those that there were at the end ${amount} were paid.`,
    paid: 'Paid',
    holder: 'Whose',
    bought: 'From',
    count: 'How many',
    withdrawn: 'Until',
    assets: 'Register of assets',
    noAssets: 'There were no assets in the season.',
    cost: 'Cost',
    released: 'Released',
    worth: 'Worth',
    oldSeasons: 'Seasons before these books',
    season: 'Season',
    oldSeasonsText: 'As the papers of that time say: they were not calculated here and are not verified.',
    shared: 'Shared out',
    stillOwed: 'Owed at opening',
    resolutions: 'Resolutions of the assembly',
    noResolutions: 'There are no resolutions of the season or about it.',
    adopted: 'Of',
    outcome: 'Outcome',
    carried: 'carried',
    rejected: 'rejected',
    covers: 'What it decides in the books',
    minutes: 'Minutes',
    assembly: 'Assembly',
    item: 'Item',
    votes: 'For / against / abstentions',
    resolution: 'Resolution',
    president: 'President',
    treasurer: 'Treasurer',
    supervisors: 'Supervisory committee',
    foot: (coop, season) => `${coop} · annual pack · season ${season}`,
  },
};
