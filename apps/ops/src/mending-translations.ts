import type { Translated } from '@ayni/kernel';

/** What the commands say that look after a system and mend it. */
export const mendingTranslations = {
  allWell: { es: 'Todo en orden.', en: 'All is well.' },
  service: { es: 'Servicio', en: 'Service' },
  unsent: { es: 'Por enviar', en: 'Unsent' },
  sinceSeconds: { es: 'Desde hace (s)', en: 'For (s)' },
  behind: { es: 'Atraso', en: 'Behind' },
  parked: { es: 'Detenidos', en: 'Parked' },
  noEvents: { es: 'No son eventos', en: 'No events' },
  waiting: { es: 'En espera', en: 'Waiting' },
  dropped: { es: 'Descartados', en: 'Dropped' },
  serviceAway: {
    es: '{service}: no se llega a su base de datos.',
    en: '{service}: its database cannot be reached.',
  },
  outboxStuck: {
    es: '{service}: {events} eventos por enviar, el más antiguo desde hace {seconds} s. ¿Está en marcha?',
    en: '{service}: {events} events are not sent yet, the oldest for {seconds} s. Does it run?',
  },
  lagsBehind: {
    es: '{service}: {events} eventos de {source} sin aplicar, alguno desde hace más de {seconds} s. ¿Está en marcha?',
    en: '{service}: {events} events of {source} are not applied, some for more than {seconds} s. Does it run?',
  },
  missing: { es: 'Faltan', en: 'Missing' },
  eventsMissing: {
    es: '{service}: faltan {events} eventos de {source} que se escribieron hace tiempo. Tráigalos: npm run ops -- replay --service {service} --from {from}',
    en: '{service}: {events} events of {source} are missing that were written long ago. Bring them: npm run ops -- replay --service {service} --from {from}',
  },
  lagUnknown: {
    es: '{service}: no se sabe cuánto se atrasa; Kafka no contesta, o falta KAFKA_BROKERS.',
    en: '{service}: how far it is behind is not known; Kafka does not answer, or KAFKA_BROKERS is missing.',
  },
  eventsParked: {
    es: '{service}: {events} eventos detenidos de {coop}. Véalos: npm run ops -- parked list',
    en: '{service}: {events} events of {coop} are parked. See them: npm run ops -- parked list',
  },
  eventsWaiting: {
    es: '{service}: {events} eventos de {coop} esperan lo que les falta, desde hace {seconds} s.',
    en: '{service}: {events} events of {coop} wait for what they need, for {seconds} s.',
  },
  recordsParked: {
    es: '{service}: {records} registros de Kafka que no son eventos. Véalos: npm run ops -- parked list',
    en: '{service}: {records} records of Kafka are no events. See them: npm run ops -- parked list',
  },

  id: { es: 'Id', en: 'Id' },
  coop: { es: 'Cooperativa', en: 'Co-op' },
  type: { es: 'Tipo', en: 'Type' },
  aggregate: { es: 'Agregado', en: 'Aggregate' },
  seq: { es: 'N.º', en: 'No.' },
  since: { es: 'Desde', en: 'Since' },
  reason: { es: 'Razón', en: 'Reason' },
  key: { es: 'Clave', en: 'Key' },
  bytes: { es: 'Contenido', en: 'Contents' },
  nothingParked: { es: 'No hay nada detenido.', en: 'Nothing is parked.' },
  nothingBehind: { es: 'Nada de {aggregate} espera detrás.', en: 'Nothing of {aggregate} is behind it.' },
  behindIt: { es: 'Detrás esperan, de {aggregate}', en: 'Behind it, of {aggregate}' },
  nowApplied: { es: 'aplicado', en: 'applied' },
  nowWaiting: { es: 'espera lo que le falta', en: 'waits for what it needs' },
  failedAgain: { es: 'falló otra vez', en: 'failed again' },
  isDropped: { es: 'descartado', en: 'dropped' },
  eventDropped: {
    es: '{service} ya no aplicará {type} {id} de {aggregate}: {reason}\nEl cierre de la gestión lo muestra.',
    en: '{service} will not apply {type} {id} of {aggregate}: {reason}\nThe closing of the season shows it.',
  },
  recordDropped: { es: 'Descartado {id}: {reason}', en: 'Dropped {id}: {reason}' },
  restParked: { es: 'De {aggregate} siguen detenidos:', en: 'Of {aggregate} these are still parked:' },
  replayRest: {
    es: 'Aplíquelos: npm run ops -- parked replay {id} --service {service}',
    en: 'Apply them: npm run ops -- parked replay {id} --service {service}',
  },
  noId: {
    es: '"{id}" no es el id de un evento, ni tema/partición/posición de un registro.',
    en: '"{id}" is neither the id of an event nor topic/partition/offset of a record.',
  },
  notParked: { es: '{id} no está detenido.', en: '{id} is not parked.' },
  idOrAll: { es: 'Dé un id, o bien --all.', en: 'Name an id, or else --all.' },
  noEventToReplay: {
    es: '{id} no es un evento y no se puede aplicar: corríjalo quien lo envió, y descártelo (parked drop).',
    en: '{id} is no event and cannot be applied: let its sender correct it, and drop it (parked drop).',
  },
  whichService: {
    es: '{id} está detenido en {services}: diga en cuál (--service).',
    en: '{id} is parked in {services}: say in which (--service).',
  },
  reasonNeeded: {
    es: 'Falta la razón (--reason), de 1 a {max} letras: el cierre de la gestión la muestra.',
    en: 'A reason is needed (--reason), of 1 to {max} letters: the closing of the season shows it.',
  },

  log: { es: 'Registro de', en: 'Log of' },
  from: { es: 'Desde', en: 'From' },
  read: { es: 'Leídos', en: 'Read' },
  had: { es: 'Ya tenía', en: 'Had' },
  applied: { es: 'Aplicados', en: 'Applied' },
  sameRows: { es: '{of}: igual, {rows} filas', en: '{of}: equal, {rows} rows' },
  otherRows: {
    es: '{of}: DISTINTO. {missing} filas solo están ahora; {surplus}, solo en lo reconstruido',
    en: '{of}: DIFFERENT. {missing} rows are only there now, {surplus} only in the rebuild',
  },
  onlyNow: { es: 'solo ahora', en: 'only now' },
  onlyRebuilt: { es: 'solo reconstruido', en: 'only rebuilt' },
  notRebuilt: {
    es: 'Al reconstruir no se pudo aplicar {type} {id} de {aggregate}: {reason}',
    en: 'The rebuild could not apply {type} {id} of {aggregate}: {reason}',
  },
  rebuiltEqual: {
    es: '{service} es igual a lo que sale de {events} eventos.',
    en: '{service} equals what follows from {events} events.',
  },
  rebuiltOther: {
    es: '{service} NO es igual a lo que sale de {events} eventos.',
    en: '{service} does NOT equal what follows from {events} events.',
  },
  rebuilding: {
    es: 'Otra reconstrucción está trabajando en este servidor.',
    en: 'Another rebuild is at work on this server.',
  },
  caseHolds: { es: 'De su documento congelado: igual.', en: 'From the case that it froze: equal.' },
  caseDiffers: {
    es: 'De su documento congelado: DISTINTO en {figures}; lo primero, {figure}: aprobado {approved}, ahora {now}.',
    en: 'From the case that it froze: {figures} DIFFER; first {figure}: approved {approved}, now {now}.',
  },
  ledgerHolds: { es: 'De los libros de hoy: igual.', en: 'From the books of today: equal.' },
  ledgerDiffers: {
    es: 'De los libros de hoy: DISTINTO en {figures}; lo primero, {figure}: aprobado {approved}, ahora {now}.',
    en: 'From the books of today: {figures} DIFFER; first {figure}: approved {approved}, now {now}.',
  },
  eventsHolds: {
    es: 'De los eventos, repetidos en una base vacía: igual.',
    en: 'From the events, replayed into an empty database: equal.',
  },
  eventsDiffers: {
    es: 'De los eventos, repetidos en una base vacía: DISTINTO en {figures}; lo primero, {figure}: aprobado {approved}, ahora {now}.',
    en: 'From the events, replayed into an empty database: {figures} DIFFER; first {figure}: approved {approved}, now {now}.',
  },
  approvalHolds: {
    es: 'La huella y la resolución que se anunciaron al aprobar: igual.',
    en: 'The fingerprint and the resolution that were told with the approval: equal.',
  },
  approvalDiffers: {
    es: 'Lo que se anunció al aprobar: DISTINTO en {figures}; lo primero, {figure}: anunciado {approved}, ahora {now}.',
    en: 'What was told with the approval: {figures} DIFFER; first {figure}: told {approved}, now {now}.',
  },
  namesHolds: {
    es: 'Los nombres en sus papeles, por la historia del padrón: igual.',
    en: 'The names on its papers, by the history of the register: equal.',
  },
  namesDiffers: {
    es: 'Los nombres en sus papeles: DISTINTO en {figures}; lo primero, {figure}: anunciado {approved}, ahora {now}.',
    en: 'The names on its papers: {figures} DIFFER; first {figure}: told {approved}, now {now}.',
  },
  sharesHold: {
    es: 'El reparto de {season} es el que se aprobó.',
    en: 'The shares of {season} are those that were approved.',
  },
  sharesDiffer: {
    es: 'El reparto de {season} NO es el que se aprobó: no pague con él.',
    en: 'The shares of {season} are NOT those that were approved: do not pay by them.',
  },
} as const satisfies Record<string, Translated>;
