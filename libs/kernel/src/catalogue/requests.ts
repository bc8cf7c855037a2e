import { refuse, type Entry } from './refuse.js';

/** What is wrong with a request itself, with who sends it, or with what it names. */
export const requests = {
  // the request
  'bad-request': refuse(
    'invalid',
    'La solicitud no se entiende: {detail:fault}.',
    'The request cannot be read: {detail:fault}.',
  ),
  'bad-host': refuse(
    'invalid',
    'Este servidor no atiende bajo ese nombre; quien lo opera puede agregarlo en AYNI_HOSTS.',
    'This server is not asked by that name; its operator can add it to AYNI_HOSTS.',
  ),
  'for-operator': refuse(
    'forbidden',
    'Esto es solo para quien opera el sistema.',
    'This is for the operator of the system only.',
  ),
  'bad-field': refuse(
    'invalid',
    'El dato «{field:field}» no es válido: {detail:fault}.',
    'The field «{field:field}» is not valid: {detail:fault}.',
  ),
  'unknown-field': refuse('invalid', 'El campo «{field}» no existe aquí.', 'There is no field «{field}» here.'),
  'body-too-large': refuse('invalid', 'La solicitud pesa más de {limit}.', 'The request is larger than {limit}.'),
  'bad-decimal': refuse(
    'invalid',
    'Escriba un número decimal como 12,50 (en la API "12.50").',
    'Write a decimal number such as 12.50 (in the API as text, "12.50").',
  ),
  'bad-amount': refuse(
    'invalid',
    'Escriba un monto como 12,50 (en la API "12.50"), sin signo y con no más decimales que los de su moneda.',
    'Write an amount such as 12.50 (in the API as text, "12.50"), without sign and with no more decimals than its currency has.',
  ),
  'bad-quantity': refuse(
    'invalid',
    'Escriba una cantidad mayor que cero, con a lo sumo tres decimales.',
    'Write a quantity above zero with at most three decimals.',
  ),
  'quantity-not-whole': refuse(
    'invalid',
    '{quantity} {unit} no da un número entero de {stockUnit:stockUnit}.',
    '{quantity} {unit} is not a whole number of {stockUnit:stockUnit}.',
  ),
  'more-than-harvested': refuse(
    'invalid',
    'No se puede llevar a casa {homeUse} {unit} de una cosecha de {quantity} {unit}.',
    '{homeUse} {unit} cannot be taken home of a harvest of {quantity} {unit}.',
  ),
  'amount-too-large': refuse('invalid', 'El monto es demasiado grande.', 'The amount is too large.'),
  'bad-day': refuse(
    'invalid',
    'Esa fecha no existe en el calendario (en la API se escribe 2026-11-30).',
    'There is no such day in the calendar (in the API it is written 2026-11-30).',
  ),
  'bad-instant': refuse(
    'invalid',
    'Escriba fecha y hora con su zona, como 2025-07-01T09:30:00-04:00.',
    'Write a date and time with its offset, such as 2025-07-01T09:30:00-04:00.',
  ),
  'day-in-future': refuse('invalid', 'La fecha {day:day} todavía no llega.', 'The day {day:day} is in the future.'),
  'bad-zone': refuse('invalid', 'La zona horaria {zone} no existe.', 'There is no time zone {zone}.'),
  'bad-currency': refuse('invalid', 'La moneda {currency} no existe.', 'There is no currency {currency}.'),
  'bad-cursor': refuse(
    'invalid',
    'El cursor no es de esta lista; empiece de nuevo sin él.',
    'The cursor is not of this list; start again without it.',
  ),
  'duplicate-code': refuse(
    'invalid',
    'El código {code} aparece dos veces en la misma carga.',
    'The code {code} stands twice in the same load.',
  ),
  'wrong-order': refuse('invalid', 'El orden no es válido: {detail:fault}.', 'The order is not valid: {detail:fault}.'),
  retired: refuse(
    'conflict',
    '{code} está en uso solo hasta {retiredOn:day}; elija otro o vuelva a ponerlo en uso.',
    '{code} is in use until {retiredOn:day} only; choose another or bring it back.',
  ),
  'unit-in-use': refuse(
    'conflict',
    'Con la unidad {unit} se midió ya {code} el {day:day}; anule lo que está mal, o defina otro factor desde otro día.',
    'The unit {unit} measured {code} on {day:day}; reverse what is wrong, or define another factor from another day on.',
  ),
  'nothing-to-do': refuse('invalid', 'No hay nada que cambiar.', 'There is nothing to change.'),

  // who asks
  unauthenticated: refuse('unauthenticated', 'Inicie sesión.', 'Sign in first.'),
  'bad-token': refuse(
    'unauthenticated',
    'La sesión no es válida o terminó; inicie sesión de nuevo.',
    'The session is not valid or has ended; sign in again.',
  ),
  'bad-credentials': refuse(
    'unauthenticated',
    'La cooperativa, el usuario o la contraseña no coinciden.',
    'The co-op, the user or the password does not match.',
  ),
  'bad-setup-code': refuse(
    'forbidden',
    'El código de instalación no es válido o ya se usó.',
    'The set-up code is not valid or was used.',
  ),
  'too-many-streams': refuse(
    'limited',
    'Usted ya sigue {limit} corrientes de sucesos de este servicio; cierre una antes.',
    'You follow {limit} streams of events of this service already; close one first.',
  ),
  'too-many-waiting': refuse(
    'limited',
    'Usted ya tiene {limit} solicitudes en espera; termine una antes.',
    'You have {limit} requests waiting already; let one end first.',
  ),
  'too-many-attempts': refuse(
    'limited',
    'Demasiados intentos; espere {seconds} segundos.',
    'Too many attempts; wait {seconds} seconds.',
  ),
  'bad-key': refuse(
    'unauthenticated',
    'La clave no es válida, terminó o fue anulada; la presidencia puede dar otra.',
    'The key is not valid, has expired or was ended; the president can make another.',
  ),
  'out-of-scope': refuse(
    'forbidden',
    'La clave de este programa no abre esto; la presidencia puede dar otra con {scope}.',
    'The key of this program does not open this; the president can make one with {scope}.',
  ),
  'for-people': refuse(
    'forbidden',
    'Esto lo hace una persona, no un programa.',
    'This is done by a person, not by a program.',
  ),
  'not-our-page': refuse(
    'forbidden',
    'Esto solo lo pide una página de este mismo sistema, con el encabezado X-Ayni: 1.',
    'Only a page of this very system asks for this, with the header X-Ayni: 1.',
  ),
  'password-to-choose': refuse(
    'forbidden',
    'Elija primero una contraseña propia.',
    'Choose a password of your own first.',
  ),
  forbidden: refuse(
    'forbidden',
    'Su cargo no permite esto; se necesita: {roles:role}.',
    'Your role does not allow this; it takes: {roles:role}.',
  ),
  'not-yours': refuse('forbidden', 'Solo puede ver sus propios registros.', 'You may see only your own records.'),
  'unknown-paper': refuse(
    'unknown',
    'Ningún papel de «{coop}» tiene este código con estas cifras. Mire si está bien escrito; si lo está, el papel o lo que dicen los libros fue cambiado: muéstrelo a la tesorera.',
    'No paper of «{coop}» has this code with these figures. See whether it is typed as printed; if so, the paper or what the books say was changed: show it to the treasurer.',
  ),
  'second-person-needed': refuse(
    'forbidden',
    'Debe hacerlo otra persona que {person}.',
    'This must be done by another person than {person}.',
  ),

  // idempotency and versions
  'idempotency-key-missing': refuse(
    'invalid',
    'Falta la cabecera Idempotency-Key.',
    'The header Idempotency-Key is missing.',
  ),
  'idempotency-key-reused': refuse(
    'conflict',
    'Esa Idempotency-Key ya se usó con otra solicitud.',
    'That Idempotency-Key was used with another request.',
  ),
  'if-match-missing': refuse(
    'invalid',
    'Falta la cabecera If-Match con la versión que leyó.',
    'The header If-Match with the version that you read is missing.',
  ),
  'stale-version': refuse(
    'stale',
    'Alguien lo cambió antes; la versión actual es {version}.',
    'Somebody changed it first; the version is now {version}.',
  ),

  // what it names
  'not-found': refuse('unknown', 'No existe {what:thing}{code}.', 'There is no {what:thing}{code}.'),
  'unknown-reference': refuse('invalid', 'No existe {what:thing} {code}.', 'There is no {what:thing} {code}.'),
  'unknown-unit': refuse(
    'invalid',
    'La unidad {unit} no vale para {product} el {day:day}.',
    'The unit {unit} is not in force for {product} on {day:day}.',
  ),
  'unknown-fund': refuse(
    'invalid',
    'El fondo {fund} no está registrado; están: {known}. Regístrelo primero.',
    'The fund {fund} is not registered; these are: {known}. Register it first.',
  ),
} as const satisfies Record<string, Entry>;
