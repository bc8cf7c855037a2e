import { refuse, type Entry } from './refuse.js';

/** What contradicts who is a member or in office, what an assembly decides, and passwords. */
export const members = {
  'last-president': refuse(
    'conflict',
    '{user} es la única persona que preside; nombre antes a otra.',
    '{user} is the only president; name another one first.',
  ),
  'already-left': refuse('conflict', '{member} ya salió el {day:day}.', '{member} left on {day:day} already.'),
  'still-member': refuse('conflict', '{member} es socia; no ha salido.', '{member} is a member; she has not left.'),
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
    'La asamblea se abre en su día y desde la hora de su convocatoria: el {day:day} a las {hour}.',
    'The assembly is opened on its day, from the hour of its call on: {day:day} at {hour}.',
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
} as const satisfies Record<string, Entry>;
