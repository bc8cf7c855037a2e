import { speakerOf, type Translated } from '@ayni/kernel';
import { mendingTranslations } from './mending-translations.js';

/** What the operator's commands say to people, in the languages of the catalogue. */
export const translations = {
  officerNamed: {
    es: '{user} de {coop}: hecho, y queda en el rastro de la cooperativa.',
    en: '{user} of {coop}: done, and it stands in the trail of the co-op.',
  },
  trailRows: { es: 'actos', en: 'acts' },
  trailLast: { es: 'último hash', en: 'last hash' },
  trailState: { es: 'estado', en: 'state' },
  trailHolds: { es: 'intacto', en: 'holds' },
  trailBroken: { es: 'alterado desde el {number}', en: 'altered from {number} on' },
  backedUp: {
    es: 'Copia hecha: {file}\n{rows} registros, {size} MB, en {seconds} s. Las puertas esperaron {pause} ms.\nGuárdela en dos lugares, uno lejos: lleva nombres y claves cifradas.',
    en: 'Backed up: {file}\n{rows} records, {size} MB, in {seconds} s. The doors waited {pause} ms.\nKeep it in two places, one of them away: it holds names and hashes of passwords.',
  },
  restored: {
    es: 'Restaurado en {folder}: {rows} registros, como estaban el {taken}.',
    en: 'Restored into {folder}: {rows} records, as they were on {taken}.',
  },
  startLaptop: { es: 'Abrirlo: npm start -- --data {folder}', en: 'Open it: npm start -- --data {folder}' },
  startCluster: {
    es: 'Abrirlo, con un Kafka nuevo y vacío: npm run cluster -- --data {folder}',
    en: 'Open it, with a fresh and empty Kafka: npm run cluster -- --data {folder}',
  },
  noKeys: {
    es: 'No hay llave para firmar sesiones en {folder}; la copia va sin ella.',
    en: 'There is no key for signing sessions in {folder}; the backup goes without it.',
  },
  noBooks: {
    es: 'En {place} no hay libros completos de Ayni: indique otra carpeta (--data).',
    en: '{place} holds no whole books of Ayni: name another folder (--data).',
  },
  fileExists: {
    es: '{file} ya existe y no se toca: dé otro nombre a la copia.',
    en: '{file} exists already and is left alone: give the backup another name.',
  },
  busy: {
    es: 'En {seconds} s no hubo un instante libre para la copia: intente de nuevo cuando haya menos trabajo.',
    en: 'In {seconds} s there was no free instant for the backup: try again when there is less work.',
  },
  damaged: {
    es: '{file} está dañado, cortado o no es una copia de Ayni ({why}). No se cambió nada; use otra copia.',
    en: '{file} is damaged, cut short or no backup of Ayni ({why}). Nothing was changed; use another backup.',
  },
  newer: {
    es: '{file} fue hecho por una versión más nueva de Ayni ({theirs}; esta es {ours}): instálela y restaure con ella.',
    en: '{file} was made by a newer version of Ayni ({theirs}; this is {ours}): install that and restore with it.',
  },
  placeTaken: {
    es: '{folder} ya contiene libros y no se toca: restaure en una carpeta nueva (--data).',
    en: '{folder} holds books already and is left alone: restore into a new folder (--data).',
  },
  placeNotEmpty: {
    es: '{folder} no está vacía: restaure en una carpeta nueva (--data).',
    en: '{folder} is not empty: restore into a new folder (--data).',
  },
  databasesTaken: {
    es: 'El servidor ya tiene {databases} y no se tocan: restaure en un servidor vacío.',
    en: 'The server has {databases} already, and they are left alone: restore into an empty server.',
  },
  restoring: {
    es: 'Otra restauración está trabajando en este servidor.',
    en: 'Another restore is at work on this server.',
  },
  miscounted: {
    es: 'Lo cargado no coincide con la copia ({what}); lo restaurado se quitó.',
    en: 'What was loaded does not agree with the backup ({what}); what was restored was removed.',
  },
  noSpace: {
    es: 'No hay espacio en el disco. No quedó nada a medias.',
    en: 'There is no space on the disk. Nothing was left half done.',
  },
  notAllowed: {
    es: 'No hay permiso para {path}: hágalo con el usuario dueño, o elija otro lugar.',
    en: '{path} is not permitted: do it as the user who owns it, or choose another place.',
  },
  notFound: { es: '{path} no existe.', en: '{path} does not exist.' },
  wrongPassword: {
    es: 'La base de datos no acepta la contraseña: revise DATABASE_URL, o postgres.json en la carpeta.',
    en: 'The database does not accept the password: see DATABASE_URL, or postgres.json in the folder.',
  },
  databaseAway: {
    es: 'No se llega a la base de datos, o se cerró durante el trabajo: intente de nuevo cuando esté abierta.',
    en: 'The database cannot be reached, or it stopped meanwhile: try again when it is up.',
  },
  noServer: {
    es: 'DATABASE_URL no está: diga la dirección del superusuario, postgres://usuario:contraseña@servidor:puerto.',
    en: 'DATABASE_URL is missing: name the superuser’s address, postgres://user:password@host:port.',
  },
  coopMade: {
    es: 'La cooperativa {code} está hecha, con {user} como primera persona usuaria. Su identificador es {id}.',
    en: 'The co-op {code} is made, with {user} as its first user. Its id is {id}.',
  },
  passwordOf: { es: 'Contraseña de {user}: ', en: 'Password of {user}: ' },
  brakeLifted: {
    es: '{user} de {coop} puede ingresar de inmediato: se olvidó lo que falló. Direcciones: {count}.',
    en: '{user} of {coop} may sign in at once: what failed is forgotten. Addresses: {count}.',
  },
  prepared: { es: '{count} bases de datos están listas.', en: '{count} databases are ready.' },
  rotated: {
    es: 'Las sesiones nuevas se firman con la llave {kid}; las abiertas siguen. En once minutos: keys retire.',
    en: 'New sessions are signed with the key {kid}; open ones go on. In eleven minutes: keys retire.',
  },
  retired: {
    es: '{count} llaves anteriores ya no valen; cada servicio lo nota en un minuto.',
    en: '{count} earlier keys hold no longer; every service notices within a minute.',
  },
  tooSoon: {
    es: 'Todavía valen sesiones firmadas con la llave anterior: intente de nuevo en {minutes} minutos.',
    en: 'Sessions signed with the earlier key still hold: try again in {minutes} minutes.',
  },
  keyOfLaptop: {
    es: '{folder} es de la forma para una laptop: cierre Ayni, borre signing-key.json y ábralo; todos entran de nuevo.',
    en: '{folder} is of the laptop form: stop Ayni, delete signing-key.json and start it; everybody signs in again.',
  },
  interrupted: { es: 'Interrumpido; no quedó nada a medias.', en: 'Interrupted; nothing was left half done.' },
  ...mendingTranslations,
} as const satisfies Record<string, Translated>;

/** The name of a sentence. */
export type Sentence = keyof typeof translations;

/** Says a sentence of {@link translations} with its values filled in. */
export const speaker = speakerOf(translations);

export type Say = ReturnType<typeof speaker>;
