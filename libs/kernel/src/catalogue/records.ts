import { refuse, type Entry } from './refuse.js';

/** What contradicts the records of any service. */
export const records = {
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
  // nothing refuses by it: confirming again changes nothing. It was released, and programs may know it
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
} as const satisfies Record<string, Entry>;
