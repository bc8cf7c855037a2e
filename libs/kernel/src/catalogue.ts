/** Why a request cannot be done, in the words of the door that will answer it. */
export type RefusalKind =
  | 'invalid' // the request itself is wrong
  | 'unauthenticated' // nobody is signed in
  | 'forbidden' // signed in, but this is not theirs to do
  | 'unknown' // it names something that is not there
  | 'conflict' // it contradicts what is there
  | 'stale' // it was made from an older state
  | 'limited' // too often in too short a time
  | 'unavailable'; // try again later

type Entry = { readonly kind: RefusalKind; readonly es: string; readonly en: string };

const refuse = (kind: RefusalKind, es: string, en: string): Entry => ({ kind, es, en });

/** Every refusal of the product: its kind, what people read in Spanish, what they read in English. */
export const catalogue = {
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
    'Escriba un número decimal como "12.50".',
    'Write a decimal number such as "12.50".',
  ),
  'bad-amount': refuse(
    'invalid',
    'Escriba un monto como "12.50", sin signo y con no más decimales que los de su moneda.',
    'Write an amount such as "12.50", without sign and with no more decimals than its currency has.',
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
  'bad-day': refuse('invalid', 'Esa fecha no existe; escriba AAAA-MM-DD.', 'There is no such day; write YYYY-MM-DD.'),
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
  // what is there
  'code-taken': refuse(
    'conflict',
    'El código {code} ya existe con otros datos.',
    'The code {code} exists with other contents.',
  ),
  'looks-alike': refuse(
    'conflict',
    '{code} se confunde con {other}; elija otro nombre.',
    '{code} is taken for {other}; choose another name.',
  ),
  'bad-name': refuse(
    'invalid',
    'Un nombre de usuario y el código de una cooperativa llevan letras de una sola escritura, cifras y -_. en medio.',
    "A user's name and a co-op's code take letters of one script, digits, and -_. between them.",
  ),
  'season-closed': refuse(
    'conflict',
    'El día {day:day} es de la gestión {season}, que se está cerrando o ya cerró; regístrelo en la gestión abierta.',
    'The day {day:day} belongs to season {season}, which is closing or closed; post it in the open season.',
  ),
  'season-changing': refuse(
    'unavailable',
    'Se está viendo si la gestión {season} puede cambiar; en un momento se sabrá. Inténtelo de nuevo.',
    'It is being looked into whether season {season} can change; that takes a moment. Try again.',
  ),
  'nothing-asked': refuse(
    'conflict',
    'Sobre la gestión {season} no se está preguntando nada a los servicios: en «change» se ve qué resultó de lo último.',
    'Nothing is being asked of the services about season {season}: see at «change» what came of the last question.',
  ),
  'season-withdrawn': refuse(
    'conflict',
    'La gestión {season} fue retirada, y su código no se usa otra vez; elija otro.',
    'Season {season} was withdrawn, and its code is not used again; choose another.',
  ),
  'season-in-use': refuse(
    'conflict',
    'En días de la gestión {season} que ya no serían suyos, o se repartirían con otras reglas, hay registros: {count}. Anúlelos o deje esos días; las reglas se cambian con una resolución, en «rules».',
    'On days of season {season} that would no longer be its own, or be shared by other rules, there are records: {count}. Take them back or leave those days; rules are amended by a resolution, at «rules».',
  ),
  'day-in-use': refuse(
    'conflict',
    'Registros del {day:day}: {records}. Son de esta clase: {kind:thing}.',
    'Records of {day:day}: {records}. They are of this kind: {kind:thing}.',
  ),
  'already-reversed': refuse('conflict', '{code} ya fue anulado.', '{code} was reversed already.'),
  'not-of-today': refuse(
    'forbidden',
    '{code} es del {day:day}: quien vende anula solo lo de hoy. Pídalo a gestión o a tesorería.',
    '{code} is of {day:day}: a seller takes back only what is of today. Ask a manager or the treasurer.',
  ),
  'already-settled': refuse(
    'conflict',
    'Este registro tardío ya fue asentado o abandonado.',
    'This late record was posted or given up already.',
  ),
  'already-confirmed': refuse('conflict', '{code} ya fue confirmado.', '{code} was confirmed already.'),
  'more-than-there-is': refuse(
    'conflict',
    'El {day:day} había {there} {stockUnit:stockUnit} de {product}; no se pueden perder {quantity}. Si los contó, dígalo en «contado».',
    'On {day:day} there were {there} {stockUnit:stockUnit} of {product}; {quantity} cannot be lost. If you counted, say so in «counted».',
  ),
  'day-too-long': refuse(
    'conflict',
    '{member} tendría {minutes:duration} de trabajo el {day:day}; un día tiene 24 horas.',
    '{member} would have {minutes:duration} of work on {day:day}; a day has 24 hours.',
  ),
  'not-a-member-then': refuse(
    'conflict',
    '{member} ya no era socia el {day:day}: salió el {leftOn:day}.',
    '{member} was no longer a member on {day:day}: she left on {leftOn:day}.',
  ),
  'grant-exhausted': refuse(
    'conflict',
    'De la donación {grant} quedan {left}; lo que pase de eso debe pagarse de otra fuente.',
    'Of grant {grant} {left} are left; what goes beyond must be paid otherwise.',
  ),
  'grant-in-use': refuse(
    'conflict',
    'La donación {grant} pagó {spent} de gastos y tiene recibos, devoluciones o pérdidas por {moved}; anule primero esos registros.',
    'Grant {grant} paid {spent} of expenses and has receipts, refunds or write-offs of {moved}; take those back first.',
  ),
  'grant-overpaid': refuse(
    'conflict',
    'De la donación {grant} quedan por llegar {left}; lo que pase de eso se escribe como otra donación.',
    'Of grant {grant} {left} are still to come; what goes beyond is written as another grant.',
  ),
  'more-than-held': refuse(
    'conflict',
    'De la donación {grant} hay {held} sin gastar; no se puede devolver más.',
    'Of grant {grant} {held} are there unspent; no more can be given back.',
  ),
  'more-than-owed': refuse(
    'conflict',
    'Quien donó debe {owed} de la donación {grant}; no se puede dar por perdido más.',
    'The funder of grant {grant} owes {owed}; no more can be written off.',
  ),
  'more-than-receivable': refuse(
    'conflict',
    'Quienes compraron a crédito deben {owed}; no se puede cobrar ni dar por perdido más.',
    'Those who bought on credit owe {owed}; no more can be collected or written off.',
  ),
  'payout-open': refuse(
    'conflict',
    'La ronda {payout} no ha terminado; págela o termínela antes de preparar otra.',
    'Payout {payout} is not over; pay it or end it before another one is planned.',
  ),
  'nothing-to-pay': refuse(
    'conflict',
    'Con este dinero no se puede pagar a ninguna familia; cobre, traspase entre caja y banco, o pague a todas la misma parte.',
    'This money pays no household; collect, transfer between cash and bank, or pay the same part of each.',
  ),
  'more-than-in-till': refuse(
    'conflict',
    'Según el libro ahí hay {there}; si contó más, dígalo (counted).',
    'By the books there is {there}; where somebody counted more, say so (counted).',
  ),
  'household-not-owed': refuse(
    'conflict',
    'A la familia {household} no se le debe nada de este reparto.',
    'Household {household} is owed nothing of this run.',
  ),
  'less-than-certificate': refuse(
    'conflict',
    'Lo que se debe a la familia {household} no alcanza para un certificado de {value}.',
    'What household {household} is owed is less than a certificate of {value}.',
  ),
  'certificate-of-payment': refuse(
    'conflict',
    'Los certificados {certificate} son lo que cobró una familia; anule su pago {payment}.',
    'The certificates {certificate} are what a household was paid; reverse its payment {payment}.',
  ),
  'certificate-of-transfer': refuse(
    'conflict',
    'Los certificados {certificate} los anotó la transferencia {transfer}; anule esa transferencia.',
    'The certificates {certificate} were entered by transfer {transfer}; reverse that transfer.',
  ),
  'certificate-transferred': refuse(
    'conflict',
    'Los certificados {certificate} ya no están a su nombre: se transfirieron con {transfer}.',
    'Nobody holds certificates under {certificate} any more: they went on by transfer {transfer}.',
  ),
  'certificate-unpaid': refuse(
    'conflict',
    'De los certificados {certificate} falta pagar {left}; se transfieren cuando estén pagados.',
    'Of the certificates {certificate} {left} are still to be paid; they are transferred once they are paid.',
  ),
  'too-few-certificates': refuse(
    'conflict',
    'Con el código {certificate} tiene {count} certificados; no se pueden transferir más.',
    'Under {certificate} she holds {count} certificates; no more can be transferred.',
  ),
  'same-member': refuse(
    'conflict',
    'Los certificados ya son de la socia {member}; escriba quién los recibe.',
    'The certificates are those of member {member} already; say who receives them.',
  ),
  'no-lapse-rule': refuse(
    'conflict',
    'La asamblea no ha fijado cuándo caduca lo que nadie cobra ni a qué fondo va; anótelo primero con su resolución.',
    'The assembly has not set when what nobody claims lapses, nor into which fund; note that first, with its resolution.',
  ),
  'not-lapsed': refuse(
    'conflict',
    'De lo que se debe a la familia {household} nada había caducado el {day:day}.',
    'Of what household {household} is owed nothing had lapsed on {day:day}.',
  ),
  'payout-outdated': refuse(
    'conflict',
    'Desde que se preparó la ronda {payout} cambió lo que se debe a la familia {household}; retírela y prepare otra.',
    'Since payout {payout} was planned what household {household} is owed has changed; withdraw it and plan another.',
  ),
  'nothing-for-household': refuse(
    'conflict',
    'La ronda {payout} no tiene nada para la familia {household}; en la lista de la ronda está a quiénes paga.',
    'Payout {payout} has nothing for household {household}; the list of the payout says whom it pays.',
  ),
  'household-paid': refuse(
    'conflict',
    'La familia {household} ya cobró en la ronda {payout}, con el pago {payment}.',
    'Household {household} was paid in payout {payout} already, by payment {payment}.',
  ),
  'household-overpaid': refuse(
    'conflict',
    'A la familia {household} se le deben {owed}; no se le puede pagar más.',
    'Household {household} is owed {owed}; no more can be paid to it.',
  ),
  'supplier-overpaid': refuse(
    'conflict',
    'Del gasto {expense} quedan {left} por pagar; no se puede pagar más.',
    'Of expense {expense} {left} are left to be paid; no more can be.',
  ),
  'expense-paid': refuse(
    'conflict',
    'Del gasto {expense} ya se pagaron {paid}; anule primero esos pagos.',
    'Of expense {expense} {paid} were paid already; take these payments back first.',
  ),
  'difference-unexplained': refuse(
    'invalid',
    'Se contaron {counted} y según los libros hay {inBooks}; escriba el motivo de la diferencia.',
    'Counted were {counted}, and the books say {inBooks}; write why they differ.',
  ),
  'matched-already': refuse(
    'conflict',
    '{name} ya está marcado a mano, con {match}; anule primero esa marca.',
    '{name} is matched by hand already, by {match}; take that match back first.',
  ),
  'match-differs': refuse(
    'invalid',
    'Los documentos suman {documents} y la línea es de {line}: no son lo mismo.',
    'The documents come to {documents}, and the line is of {line}: they are not the same.',
  ),
  'opened-twice': refuse(
    'conflict',
    'La cuenta {account:account} ya tiene su saldo inicial a ese nombre; anúlelo primero.',
    'The account {account:account} has its opening balance in that name already; take that back first.',
  ),
  'debt-overpaid': refuse(
    'conflict',
    'De la deuda {debt} quedan {left}; no se puede recibir más.',
    'Of debt {debt} {left} are left; no more can be brought back.',
  ),
  'debt-in-use': refuse(
    'conflict',
    'De la deuda {debt} ya se devolvieron {repaid} y se descontaron {setOff}; anule primero esas devoluciones. Lo que descontó un reparto aprobado se corrige con un registro nuevo.',
    'Of debt {debt} {repaid} were brought back and {setOff} set off; take the repayments back first. What an approved run set off is corrected by a new record.',
  ),
  'fund-exhausted': refuse(
    'conflict',
    'En el fondo {fund} hay {left}; no se puede usar más.',
    'There are {left} in fund {fund}; no more can be used.',
  ),
  'resolution-exhausted': refuse(
    'conflict',
    'De lo que la resolución {number} permite usar del fondo {fund} quedan {left}.',
    'Of what resolution {number} lets be used of fund {fund} {left} are left.',
  ),
  'certificate-value': refuse(
    'conflict',
    'Un certificado del tipo {type} vale {value}.',
    'A certificate of type {type} is worth {value}.',
  ),
  'certificate-minimum': refuse(
    'conflict',
    'Del tipo {type} se tienen por lo menos {minimum} certificados.',
    'Of type {type} at least {minimum} certificates are held.',
  ),
  'household-holds': refuse(
    'conflict',
    'De la familia {household} ya tiene certificados del tipo {type} la socia {member}; solo los tiene una por familia.',
    'Of household {household} member {member} holds certificates of type {type} already; one of each household does.',
  ),
  'not-a-member-yet': refuse(
    'conflict',
    '{member} es socia desde el {joinedOn:day}.',
    '{member} is a member from {joinedOn:day} on.',
  ),
  'certificate-withdrawn': refuse(
    'conflict',
    'Los certificados {certificate} ya se devolvieron el {day:day}.',
    'The certificates {certificate} were given up already on {day:day}.',
  ),
  'expense-written-off': refuse(
    'conflict',
    'De los gastos de la donación {grant} se dieron por perdidos {amount}; anule primero esa pérdida.',
    'Of the expenses of grant {grant} {amount} were written off; take the write-off back first.',
  ),
  'receipt-refunded': refuse(
    'conflict',
    'De la donación {grant} se devolvieron {amount}; anule primero esa devolución.',
    'Of grant {grant} {amount} were given back; take that refund back first.',
  ),
  'asset-disposed': refuse(
    'conflict',
    'El bien {asset} se dio de baja el {day:day}; anule primero esa baja.',
    'Asset {asset} was disposed of on {day:day}; take that back first.',
  ),
  'proceeds-used': refuse(
    'conflict',
    'De los {amount} que la donación {grant} recuperó con esa venta ya se gastó o devolvió una parte; anule primero esos registros.',
    'Of the {amount} that grant {grant} recovered by that sale some was spent or given back; take those records back first.',
  ),
  'last-president': refuse(
    'conflict',
    '{user} es la única persona que preside; nombre antes a otra.',
    '{user} is the only president; name another one first.',
  ),
  'already-left': refuse('conflict', '{member} ya salió el {day:day}.', '{member} left on {day:day} already.'),
  'still-member': refuse('conflict', '{member} es socia; no ha salido.', '{member} is a member; she has not left.'),
  'seasons-overlap': refuse(
    'conflict',
    'Esos días ya son de la gestión {season}; la siguiente puede comenzar el {next}.',
    'Those days belong to season {season}; the next one can begin on {next}.',
  ),
  'old-season-overlaps': refuse(
    'conflict',
    'Esos días ya son de la gestión {season}, que está en los libros.',
    'Those days are of season {season} already, which is in the books.',
  ),
  'old-season-there': refuse(
    'conflict',
    'Esos días son de la gestión {season}, que se trajo como una de antes de estos libros. Anúlela primero si se lleva aquí.',
    'Those days are of season {season}, which was brought as one before these books. Take it back first where it is kept here.',
  ),
  'books-of-other-places': refuse(
    'conflict',
    'Estos libros llevan {kept} decimales y la moneda {currency} tiene {places}: se pueden leer, pero no reciben más registros.',
    'These books keep {kept} decimals and the currency {currency} has {places}: they can be read, but take no more records.',
  ),
  'season-not-closed': refuse(
    'conflict',
    'La gestión {season} todavía no está cerrada.',
    'Season {season} is not closed yet.',
  ),
  'season-has-approved-run': refuse(
    'conflict',
    'La gestión {season} no se vuelve a abrir: la gestión {approved} tiene un reparto aprobado; reviértalo primero.',
    'Season {season} is not opened again: season {approved} has approved shares; reverse them first.',
  ),
  'season-not-over': refuse(
    'conflict',
    'La gestión {season} dura hasta el {to:day}; ciérrela después, o antes con «early», su último día, un motivo y la resolución que lo decidió.',
    'Season {season} lasts until {to:day}; close it after that, or sooner with «early», its last day, a reason and the resolution that decided it.',
  ),
  'season-not-named': refuse(
    'invalid',
    'Esto no se deshace con un botón: escriba el código de la gestión {season} una vez más en «season».',
    'No button undoes this: write the code of season {season} once more in «season».',
  ),
  'bad-last-day': refuse(
    'invalid',
    'El último día de la gestión {season} puede ser del {from:day} al {to:day}.',
    'The last day of season {season} can be from {from:day} to {to:day}.',
  ),
  'basis-without-entries': refuse(
    'conflict',
    'Nadie tiene nada anotado para la base {basis:basis}, a la que tocarían {pool}; anote lo que falta o cambie las reglas con una resolución.',
    'Nobody has any entry for the basis {basis:basis}, which would get {pool}; enter what is missing, or amend the rules by a resolution.',
  ),
  'season-unfinished': refuse(
    'conflict',
    'A la gestión {season} le queda por terminar: {count} asuntos. Termínelos, o diga en «motivo» por qué se quedan así; la vista previa los muestra todos.',
    'Season {season} has {count} things left to settle. Settle them, or say in «reason» why they stay; the preview shows all of them.',
  ),
  'unconfirmed-work': refuse(
    'conflict',
    'Registros de trabajo de {of} sin confirmar: {records} ({sum} minutos). Véalos en {at}.',
    'Work records of {of} that nobody confirmed: {records} ({sum} minutes). See {at}.',
  ),
  'one-person-work': refuse(
    'conflict',
    'Registros de trabajo de {of} que una sola persona anotó y confirmó: {records}. Véalos en {at}.',
    'Work records of {of} that one person entered and confirmed: {records}. See {at}.',
  ),
  'work-after-leaving': refuse(
    'conflict',
    'Registros de trabajo de {of} de días en que ya no era socia: {records}. Véalos en {at}.',
    'Work records of {of} of days on which she was no longer a member: {records}. See {at}.',
  ),
  shortage: refuse(
    'conflict',
    'Salió más de {of} de lo que había: faltan {sum} {unit}. Véalo en {at}.',
    'More of {of} left than there was: {sum} {unit} are missing. See {at}.',
  ),
  'uncollected-credit': refuse(
    'conflict',
    'Ventas al crédito sin cobrar en {of}: {records}, por {sum}. Véalas en {at}.',
    'Sales on credit at {of} that were not collected: {records}, of {sum}. See {at}.',
  ),
  'prefinanced-grant': refuse(
    'conflict',
    'De la donación {of} se gastó antes de recibir: quien la da debe {sum}. Registre lo recibido, o asuma el gasto; véala en {at}.',
    'Of grant {of} money was spent before it came: its funder owes {sum}. Enter what came, or write it off; see {at}.',
  ),
  'overspent-grant': refuse(
    'conflict',
    'De la donación {of} se gastó {sum} de más. Véala en {at}.',
    'Of grant {of} {sum} too much was spent. See {at}.',
  ),
  'no-season': refuse(
    'conflict',
    'El {day:day} no es de ninguna gestión y tiene registros: {records}. Corríjalos, o abra una gestión con ese día en {at}.',
    'The day {day:day} is of no season and has records: {records}. Correct them, or open a season with that day at {at}.',
  ),
  'parked-events': refuse(
    'conflict',
    'Avisos que {of} no pudo aplicar: {records}. Quien opera el sistema los ve con: {at}.',
    'Events that {of} could not apply: {records}. Whoever operates the system sees them by: {at}.',
  ),
  'waiting-events': refuse(
    'conflict',
    'Avisos que en {of} esperan a otro: {records}. Quien opera el sistema los ve con: {at}.',
    'Events that wait for another in {of}: {records}. Whoever operates the system sees them by: {at}.',
  ),
  'season-not-open': refuse('conflict', 'La gestión {season} no está abierta.', 'Season {season} is not open.'),
  'unknown-debt-kind': refuse(
    'invalid',
    'No hay deudas de la clase «{kind}»; las clases son: {kinds:debtKind}.',
    'There are no debts of the kind «{kind}»; the kinds are: {kinds:debtKind}.',
  ),
  'cash-unit-too-large': refuse(
    'invalid',
    'La moneda más pequeña es a lo sumo {most}: con una mayor no se pagaría a nadie.',
    'The smallest coin is {most} at most: with a larger one nobody would be paid.',
  ),
  'bad-rule-set': refuse(
    'invalid',
    'Las reglas del reparto no valen: {detail:fault}.',
    'The rule set does not hold: {detail:fault}.',
  ),
  'limit-of-law': refuse(
    'invalid',
    '{law}, {article}: {asks}. Cámbielo, o empiece reglas propias que no nombren esta ley.',
    '{law}, {article}: {asks}. Change it, or begin rules of your own that do not name this law.',
  ),
  'rules-overlap': refuse(
    'conflict',
    'Las reglas {ruleSet} tienen una versión adoptada que vale desde el {day:day}; la nueva vale desde un día posterior.',
    'The rules {ruleSet} have an adopted version that holds from {day:day} on; a new one holds from a later day on.',
  ),
  'rules-adopted': refuse(
    'conflict',
    'La versión {version} de las reglas {ruleSet} ya fue adoptada; para otras reglas escriba una versión nueva.',
    'Version {version} of the rules {ruleSet} has been adopted already; for other rules write a new version.',
  ),
  'rules-not-in-force': refuse(
    'conflict',
    'Las reglas {ruleSet} no tienen ninguna versión adoptada que valga el {day:day}, primer día de la gestión; adopte una antes.',
    'The rules {ruleSet} have no adopted version that holds on {day:day}, the first day of the season; adopt one before.',
  ),
  'shares-refused': refuse(
    'conflict',
    'El reparto no se puede calcular: {detail:fault}.',
    'The shares cannot be worked out: {detail:fault}.',
  ),
  'wrong-state': refuse(
    'conflict',
    'Está {state:state}; para esto debe estar {expected:state}.',
    'It is {state:state}; for this it must be {expected:state}.',
  ),
  'run-exists': refuse(
    'conflict',
    'La gestión {season} ya tiene el reparto {run}.',
    'Season {season} already has run {run}.',
  ),
  'earlier-season-unshared': refuse(
    'conflict',
    'La gestión {earlier} es anterior a {season} y todavía no tiene reparto aprobado; apruebe primero el suyo, también si dio pérdida.',
    'Season {earlier} comes before {season} and has no approved run yet; approve its run first, also where it made a loss.',
  ),
  'run-outdated': refuse(
    'conflict',
    'Después de calcular {run} se aprobó o se revirtió otro reparto, o se votaron otras reglas; calcule de nuevo.',
    'After {run} was calculated another run was approved or reversed, or other rules were voted; calculate again.',
  ),
  'run-edited': refuse(
    'conflict',
    'Lo que el reparto {run} guarda de {whose} no es lo que calculó: alguien lo cambió en la base de datos. La verificación nombra cada cifra; calcule de nuevo.',
    'What run {run} keeps of {whose} is not what it calculated: somebody changed it in the database. Its verification names each figure; calculate again.',
  ),
  'run-followed': refuse(
    'conflict',
    'Después del reparto de {season} se aprobó el de la gestión {later}, que parte de él; revierta primero ese, o corrija con un registro en la gestión abierta.',
    'After the run of {season} that of season {later} was approved, which builds on it; reverse that one first, or correct with a record in the open season.',
  ),
  'reversal-proposed': refuse(
    'conflict',
    '{person} ya propuso revertir este reparto; otra persona lo confirma o lo rechaza.',
    '{person} has already proposed to reverse this run; another person confirms or rejects that.',
  ),
  'reversal-not-proposed': refuse(
    'conflict',
    'Nadie propuso revertir este reparto; la tesorera lo propone primero, con un motivo.',
    'Nobody has proposed to reverse this run; the treasurer proposes it first, with a reason.',
  ),
  'resolution-not-carried': refuse(
    'conflict',
    'La resolución {number} no fue aprobada por mayoría.',
    'Resolution {number} was not carried by a majority.',
  ),
  'more-votes-than-members': refuse(
    'invalid',
    'El {day:day} la cooperativa tenía {members} socias, y esta resolución cuenta {votes} votos; corrija los votos o registre primero a quien falta.',
    'On {day:day} the co-op had {members} members, and this resolution counts {votes} votes; correct the votes, or register first who is missing.',
  ),
  'call-too-late': refuse(
    'invalid',
    'La asamblea del {day:day} se convoca con {needed} días de anticipación y faltan {days}; elija un día posterior.',
    'The assembly of {day:day} takes {needed} days of notice and these are {days}; choose a later day.',
  ),
  'assembly-other-day': refuse(
    'conflict',
    'La asamblea se abre en su día y desde la hora de su convocatoria: {at}.',
    'The assembly is opened on its day, from the hour of its call on: {at}.',
  ),
  'no-quorum': refuse(
    'conflict',
    'Están {present} de {members} socias y hacen falta {needed}; espere a quien falta o a la hora de la segunda convocatoria.',
    '{present} of {members} members are there and {needed} are needed; wait for who is missing, or for the hour of the second call.',
  ),
  'not-member-that-day': refuse(
    'invalid',
    '{member} no es socia de la cooperativa el {day:day}.',
    '{member} is no member of the co-op on {day:day}.',
  ),
  'not-present': refuse(
    'conflict',
    '{member} no está en la lista de asistencia; quien la lleva puede marcar que está.',
    '{member} is not on the list of those present; who keeps it can tick her off.',
  ),
  'has-voted': refuse(
    'conflict',
    '{member} ya votó en esta asamblea: estuvo.',
    '{member} has voted in this assembly: she was there.',
  ),
  'not-voted-on': refuse('conflict', 'Un informe se escucha; no se vota.', 'A report is heard, and not voted on.'),
  'other-ballot': refuse(
    'conflict',
    'Este punto se vota del otro modo: el voto abierto, uno por uno; el secreto, por el recuento de dos personas.',
    'This item is voted on the other way: openly vote by vote, secretly by the counts of two people.',
  ),
  'already-voted': refuse(
    'conflict',
    '{member} ya votó otra cosa en este punto; su voto vale una vez.',
    '{member} has voted otherwise on this item; her vote counts once.',
  ),
  'more-votes-than-present': refuse(
    'invalid',
    'Se contaron {votes} votos y están {present} socias; cuente de nuevo o corrija la asistencia.',
    '{votes} votes were counted and {present} members are there; count again, or correct the attendance.',
  ),
  'second-teller-needed': refuse(
    'conflict',
    'El voto secreto lo cuentan dos personas, cada una por su lado; falta otra.',
    'A secret ballot is counted by two people, each on her own; another one is missing.',
  ),
  'counts-differ': refuse(
    'conflict',
    '{one} y {other} no contaron lo mismo; cuenten de nuevo las dos.',
    '{one} and {other} did not count the same; let both count again.',
  ),
  'admission-needs-resolution': refuse(
    'conflict',
    'En esta cooperativa la asamblea admite a cada socia: escriba en «resolution» la resolución que admitió a {member}.',
    'In this co-op the assembly admits each member: write in «resolution» the resolution that admitted {member}.',
  ),
  'resolution-later': refuse(
    'conflict',
    'La resolución {number} es del {adoptedOn:day}; por ella se entra desde ese día, no el {joinedOn:day}.',
    'Resolution {number} is of {adoptedOn:day}; one joins by it from that day on, not on {joinedOn:day}.',
  ),
  'still-voting': refuse(
    'conflict',
    'El punto {item} se está votando; termine primero su votación.',
    'Item {item} is being voted on; end that vote first.',
  ),
  'resolution-covers-other': refuse(
    'conflict',
    'La resolución {number} no decide esto; haría falta una que decida {thing}.',
    'Resolution {number} does not decide this; it takes one that decides {thing}.',
  ),
  'resolution-too-early': refuse(
    'conflict',
    'La asamblea de la resolución {number} fue el {adoptedOn:day}; esto se puede decidir desde el {since:day}.',
    'The assembly of resolution {number} met on {adoptedOn:day}; this can be decided from {since:day} on.',
  ),
  'before-resolution': refuse(
    'conflict',
    'El {day:day} es antes de la asamblea de la resolución {number}, que fue el {adoptedOn:day}; con ella se puede desde ese día.',
    'The {day:day} is before the assembly of resolution {number}, which met on {adoptedOn:day}; under it this can be done from that day on.',
  ),
  'resolution-used': refuse(
    'conflict',
    'La resolución {number} ya se usó para esto.',
    'Resolution {number} has been used for this already.',
  ),
  'weak-password': refuse(
    'invalid',
    'La contraseña debe tener entre 10 y 128 caracteres, y no ser de las que todos usan ni el nombre de usted o de la cooperativa.',
    "The password must have 10 to 128 characters, and be none that everybody uses, nor your name or the co-op's.",
  ),
  'wrong-password': refuse('forbidden', 'La contraseña actual no es esa.', 'That is not the present password.'),

  // the house
  'attachment-type': refuse(
    'invalid',
    'Se guardan fotos JPEG, PNG o WebP y documentos PDF; esto no es nada de eso.',
    'Photos in JPEG, PNG or WebP and documents in PDF are kept; this is none of them.',
  ),
  'not-a-picture': refuse(
    'invalid',
    'Ese archivo es un documento; aquí va una foto JPEG, PNG o WebP.',
    'That file is a document; a photo in JPEG, PNG or WebP goes here.',
  ),
  'too-many-attachments': refuse(
    'limited',
    'Usted ya agregó {limit} de archivos en un día; siga mañana, o mande fotos más pequeñas.',
    'You have added {limit} of files within a day; go on tomorrow, or send smaller photos.',
  ),
  'attachments-full': refuse(
    'conflict',
    'La cooperativa ya guarda {limit} de archivos aquí, que es lo más que se guarda.',
    'The co-op keeps {limit} of files here already, which is the most that is kept.',
  ),
  'spreadsheet-too-large': refuse(
    'invalid',
    'El archivo pesa más de {limit}: guarde solo la hoja que se trae, sin fotos, o en partes.',
    'The file is larger than {limit}: save only the sheet that is brought, without pictures, or in parts.',
  ),
  'spreadsheet-unreadable': refuse(
    'invalid',
    'Este archivo no se lee como CSV ni como XLSX: ábralo en su hoja de cálculo, sin contraseña, y guárdelo de nuevo como .xlsx.',
    'This file reads neither as CSV nor as XLSX: open it in your spreadsheet, without a password, and save it again as .xlsx.',
  ),
  'spreadsheet-expands': refuse(
    'invalid',
    'Este libro ocuparía demasiada memoria al abrirse: copie la hoja que se trae a un libro nuevo y guárdelo.',
    'This workbook would take too much memory when it is opened: copy the sheet that is brought to a new one and save that.',
  ),
  'spreadsheet-too-long': refuse(
    'invalid',
    'La hoja tiene más de {limit} líneas: guárdela en partes.',
    'The sheet has more than {limit} lines: save it in parts.',
  ),
  'spreadsheet-too-many-rows': refuse(
    'invalid',
    'De una vez se traen {limit} filas, todas o ninguna; guarde el archivo en partes, por mes o por gestión.',
    '{limit} rows are brought at once, all or none; save the file in parts, by month or by season.',
  ),
  'not-ready': refuse('unavailable', 'El sistema está ocupado; intente de nuevo.', 'The system is busy; try again.'),
  'disk-full': refuse(
    'unavailable',
    'El disco del sistema está lleno: no se guardó nada de esto. Avise a quien opera el sistema e intente más tarde.',
    "The system's disk is full: nothing of this was kept. Tell whoever operates the system, and try again later.",
  ),
  internal: refuse(
    'unavailable',
    'Algo falló de nuestro lado; intente de nuevo.',
    'Something failed on our side; try again.',
  ),
} as const satisfies Record<string, Entry>;

/** The stable codes that clients may build on. */
export type RefusalCode = keyof typeof catalogue;
