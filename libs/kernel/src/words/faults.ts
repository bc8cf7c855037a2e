import type { Translated } from '../translated.js';

/**
 * What can be wrong with what was sent: `{0}`, `{1}` are what stands behind the code after a colon each, `{*}` all of
 * that as a list of what may be written.
 */
export const faults = {
  // a request
  'not-json': { es: 'el texto no es JSON', en: 'the text is no JSON' },
  'not-json-type': { es: 'Content-Type no es application/json', en: 'Content-Type is not application/json' },
  'not-utf8': { es: 'el texto no es UTF-8', en: 'the text is not UTF-8' },
  'cut-short': { es: 'llegó incompleta', en: 'it was cut short' },
  encoding: {
    es: 'está comprimida de un modo que aquí no se lee',
    en: 'it is compressed in a way that is not read here',
  },
  'too-deep': {
    es: 'tiene más de {0} objetos o listas uno dentro de otro',
    en: 'it has more than {0} objects or lists one in another',
  },
  'too-many-parts': { es: 'tiene una lista de más de {0}', en: 'it has a list of more than {0}' },
  'too-many-fields': { es: 'tiene un objeto de más de {0} campos', en: 'it has an object of more than {0} fields' },
  'named-twice': { es: 'el campo «{0}» está dos veces', en: 'the field «{0}» stands twice' },
  unreadable: { es: 'su forma no es la de HTTP', en: 'its form is not that of HTTP' },
  'out-of-range': { es: 'un valor no cabe donde debe guardarse', en: 'a value is too large for its place' },
  'not-object': {
    es: 'hace falta un objeto con los campos de esta dirección',
    en: 'it takes an object with the fields of this address',
  },

  // a field
  'with-value': { es: 'solo cambia con el valor', en: 'it changes with the value alone' },
  missing: { es: 'falta', en: 'it is missing' },
  'counts-nothing': { es: 'es tan poco que no llega a un centavo', en: 'it is so little that it comes to nothing' },
  'with-product': { es: 'se anota una cosa: productos o trabajo', en: 'one thing is noted: goods or work' },
  text: { es: 'debe ser un texto', en: 'must be a text' },
  'text-form': { es: 'tiene una forma o signos que aquí no valen', en: 'has a form or signs that do not hold here' },
  empty: { es: 'está vacío', en: 'is empty' },
  'text-least': { es: 'es muy corto (mínimo de signos: {0})', en: 'is too short (least number of signs: {0})' },
  'text-most': { es: 'puede tener hasta {0} signos', en: 'takes at most {0} signs' },
  whole: { es: 'debe ser un número entero', en: 'must be a whole number' },
  least: { es: 'no puede ser menor que {0}', en: 'cannot be less than {0}' },
  most: { es: 'no puede ser mayor que {0}', en: 'cannot be more than {0}' },
  'yes-no': { es: 'debe ser «true» o «false»', en: 'must be «true» or «false»' },
  'one-of': { es: 'puede ser {*}', en: 'can be {*}' },
  object: { es: 'debe ser un objeto', en: 'must be an object' },
  list: { es: 'debe ser una lista', en: 'must be a list' },
  'list-least': { es: 'necesita al menos {0}', en: 'takes at least {0}' },
  'list-most': { es: 'puede tener hasta {0}', en: 'takes at most {0}' },
  'list-unique': { es: 'nombra algo dos veces', en: 'names something twice' },
  'of-tables': {
    es: 'solo vale para una tabla, con «csv» o «xlsx» como «format»',
    en: 'holds only for a table, with «csv» or «xlsx» as «format»',
  },
  'of-csv': { es: 'solo vale con «csv» como «format»', en: 'holds only with «csv» as «format»' },
  'not-so': { es: 'no tiene la forma debida', en: 'does not have the form that it should' },
  'not-id': { es: 'no es un identificador', en: 'is not an id' },
  'types-and-counts': { es: 'se escribe «TIPO:CUÁNTOS,TIPO:CUÁNTOS»', en: 'is written «TYPE:COUNT,TYPE:COUNT»' },
  fingerprint: { es: 'se escribe «sha256:…»', en: 'is written «sha256:…»' },
  'born-later': { es: 'nadie entra antes de nacer', en: 'nobody joins before she is born' },
  'reports-are-heard': { es: 'un informe se escucha y no se vota', en: 'a report is heard and not voted on' },
  'member-unlinked': {
    es: 'el cargo de socia es de quien está en el padrón: diga también «member», su número',
    en: 'the role of a member is for who is in the register: say «member» too, her number',
  },
  'both-or-none': {
    es: '«{0}» y «{1}» van juntos',
    en: '«{0}» and «{1}» go together',
  },
  'one-of-both': { es: 'se dice esto o «{0}», no los dos', en: 'say this or «{0}», not both' },
  'other-source': { es: 'es la misma que pagó el resto: diga otra', en: 'is that which paid the rest: say another' },
  'part-of-amount': { es: 'va más de 0 y menos que el monto', en: 'is more than 0 and less than the amount' },
  'lines-come-to': { es: 'las líneas suman {0}', en: 'the lines come to {0}' },
  'no-grant': {
    es: 'lo paga el dinero propio: solo una donación tiene partidas',
    en: 'own money pays it: only a grant has budget lines',
  },
  'one-day': {
    es: 'es el día del acuerdo o el de la llegada; lo que llega después se registra como recibo',
    en: 'is the day of the agreement or that of its money; what comes later is entered as a receipt',
  },
  'own-money': { es: '«own» es el dinero propio de la cooperativa', en: "«own» is the co-op's own money" },
  'key-days': { es: 'va de hoy a un año', en: 'is a day from today on, within a year' },
  'first-day': {
    es: 'ninguna gestión termina antes de esta: diga su primer día, como «2025-07-01»',
    en: 'no season ends before this one: say its first day, such as «2025-07-01»',
  },
  'early-needs': { es: 'hace falta para cerrar antes de tiempo', en: 'it takes this to close early' },

  // an order
  'a-year-off': { es: 'falta más de un año', en: 'it is more than a year off' },
  'before-value': { es: 'el valor rige desde un día posterior', en: 'the value holds from a later day on' },
  'rest-needed': {
    es: 'hace falta: ella se queda con otros, y van con un código propio',
    en: 'it is needed: she keeps others, which have a code of their own',
  },
  'first-day-needed': { es: 'falta el día de la primera cuota', en: 'the day of the first part is missing' },
  'nothing-kept': { es: 'no se queda con ninguno', en: 'she keeps none' },
  'before-payment': { es: 'es anterior a un pago', en: 'it is before a payment' },
  'before-purchase': { es: 'es anterior a la compra', en: 'it is before the purchase' },
  'before-confirmation': {
    es: 'es anterior al día en que se confirmó la ronda',
    en: 'it is before the day on which the payout was confirmed',
  },
  'before-expense': { es: 'es anterior al gasto', en: 'it is before the expense' },
  'supplier-needed': {
    es: 'hace falta para pagar después: diga a quién se debe',
    en: 'is needed to pay later: say who is owed',
  },
  'own-part-later': {
    es: 'solo lo propio se paga después; lo que paga una donación sale de su dinero',
    en: 'only the own part is paid later; what a grant pays comes out of its money',
  },
  'own-asset-later': {
    es: 'solo lo que se compró con dinero propio se vende al fiado; lo que pagó una donación se anota cuando llega el dinero',
    en: 'only what own money bought is sold on credit; what a grant paid is noted when its money comes',
  },
  'price-needed': { es: 'hace falta: en cuánto se vendió', en: 'is needed: what it was sold for' },
  'where-it-went': { es: 'hace falta: adónde fue el dinero', en: 'is needed: where the money went' },
  'no-party': { es: 'esta cuenta no va a nombre de nadie', en: 'this account is in nobody’s name' },
  'party-needed': {
    es: 'falta: el código del fondo, el número de la socia o el nombre del proveedor',
    en: 'is needed: the code of the fund, the number of the member or the name of the supplier',
  },
  'before-season-end': { es: 'es anterior al fin de la gestión', en: 'it is before the end of the season' },
  'more-than-share': { es: 'es más de lo que le tocó', en: 'it is more than its share' },
  'before-debt': { es: 'es anterior a la deuda', en: 'it is before the debt' },
  'from-later': { es: 'empieza después de terminar', en: 'it begins after its end' },
  'retired-earlier': {
    es: 'salió de uso el {0}, antes de valer desde el {1}',
    en: 'it was retired on {0}, before it held from {1}',
  },
  'called-later': {
    es: 'la asamblea es el {1}, antes de convocarla el {0}',
    en: 'the assembly is on {1}, before it was called on {0}',
  },
  'left-earlier': { es: 'salió el {0}, antes de entrar el {1}', en: 'she left on {0}, before she joined on {1}' },

  // a rule set or a case
  'bad-document': {
    es: 'en {0} falta algo, sobra algo o no es de su clase',
    en: 'at {0} something is missing, too much or of another kind',
  },
  'bad-percent': {
    es: 'en {0} va un porcentaje como «12.50», de 0 a 100',
    en: '{0} takes a percent such as «12.50», from 0 to 100',
  },
  'bad-amount': {
    es: 'en {0} va un monto como «12.50», sin signo ni más decimales que los de la moneda',
    en: '{0} takes an amount such as «12.50», without sign and with no more decimals than the currency has',
  },
  'bad-weight': { es: 'en {0} va un número entero como «365»', en: '{0} takes a whole number such as «365»' },
  'bases-not-100': {
    es: 'los porcentajes de las bases no suman 100',
    en: 'the percents of the bases do not total 100',
  },
  'unknown-basis': { es: 'en {0} hay una base que no existe', en: 'at {0} there is no such basis' },
  'excess-to-capped-fund': {
    es: 'el fondo de {0} tiene él mismo un límite, y no puede recibir lo que a otro le sobra',
    en: 'the fund at {0} has a limit itself, and cannot take the excess of another',
  },
  'duplicate-member': { es: 'una socia está dos veces', en: 'a member is there twice' },
  'basis-without-entries': { es: 'nadie tiene nada anotado para una base', en: 'nobody has any entry for a basis' },
  'other-code': { es: 'estas reglas se llaman «{0}»', en: 'these rules are called «{0}»' },
  'too-long': { es: 'cada texto tiene de 1 a {0} signos', en: 'each text has 1 to {0} signs' },
} as const satisfies Readonly<Record<string, Translated>>;

/** A code of what may be wrong. */
export type FaultCode = keyof typeof faults;

/** What was wrong, by its code, with what its sentence names behind colons. */
export type Fault = FaultCode | `${FaultCode}:${string}`;

export const isFault = (text: string): text is Fault => Object.hasOwn(faults, text.split(':', 1)[0] ?? '');
