import { refuse, type Entry } from './refuse.js';

/** What contradicts seasons, their rules and their shares. */
export const seasons = {
  'seasons-overlap': refuse(
    'conflict',
    'Esos días ya son de la gestión {season}; la siguiente puede comenzar el {next:day}.',
    'Those days belong to season {season}; the next one can begin on {next:day}.',
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
} as const satisfies Record<string, Entry>;
