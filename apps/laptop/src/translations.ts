import { speakerOf, type Translated } from '@ayni/kernel';

/** What the laptop form says to people, in the languages of the catalogue. */
const translations = {
  ready: { es: 'Ayni está listo en {url}', en: 'Ayni is ready at {url}' },
  thisMachine: {
    es: 'El código QR abre esa dirección en esta máquina. Para los teléfonos: npm start -- --lan',
    en: 'The QR opens that address on this machine. For phones: npm start -- --lan',
  },
  lan: { es: 'Por HTTPS, en la red local: {url}', en: 'Over HTTPS, on the local network: {url}' },
  trust: {
    es: 'El código QR lleva un teléfono a la página que explica, una sola vez, cómo confiar en esta máquina: {url}\nHuella que el teléfono tiene que mostrar: {fingerprint}',
    en: 'The QR takes a phone to the page that explains, once, how to trust this machine: {url}\nThe fingerprint that the phone has to show: {fingerprint}',
  },
  noNetwork: {
    es: 'Esta máquina no está en ninguna red local; en cuanto lo esté, los teléfonos pueden entrar.',
    en: 'This machine is on no local network; as soon as it is, phones may come in.',
  },
  docs: { es: 'Documentación de la API: {url}/docs', en: 'API docs: {url}/docs' },
  books: { es: 'Los libros están en {folder}', en: 'The books are in {folder}' },
  adopted: {
    es: 'Se retomó la base de datos que quedó abierta; no se perdió nada.',
    en: 'Took over the database that was left open; nothing was lost.',
  },
  setUp: {
    es: 'Código de instalación, de un solo uso: {code}\nEscríbalo en la primera página, {url}: con él se crean la cooperativa y su primer usuario.',
    en: 'Set-up code, for one use: {code}\nType it on the first page, {url}: it makes the co-op and its first user.',
  },
  notExample: {
    es: 'En {folder} están los libros de una cooperativa de verdad; el ejemplo necesita otra carpeta.',
    en: '{folder} has the books of a real co-op; the example needs another folder.',
  },
  stop: { es: 'Ctrl-C para terminar.', en: 'Ctrl-C to stop.' },
  stopping: { es: 'Cerrando…', en: 'Stopping…' },
  stopped: { es: 'Cerrado en orden.', en: 'Stopped in order.' },
  loading: { es: 'Cargando la gestión de {coop}', en: 'Loading the season of {coop}' },
  closing: { es: 'Cerrando la gestión: falta {what}', en: 'Closing the season: lacking {what}' },
  found: {
    es: 'Todo está como quedó: la gestión, cerrada; el reparto, aprobado y comprobado de nuevo.',
    en: 'Everything is as it was left: the season closed, the shares approved and verified once more.',
  },
  unequal: {
    es: 'El reparto guardado no coincide con los libros.',
    en: 'The stored shares do not agree with the books.',
  },
  took: { es: 'De cero al reparto aprobado en {seconds} s.', en: 'From nothing to approved shares in {seconds} s.' },
  result: { es: 'Resultado', en: 'Result' },
  pool: { es: 'Para las familias', en: "Members' pool" },
  family: { es: 'Familia', en: 'Family' },
  share: { es: 'Parte', en: 'Share' },
  offset: { es: 'Descuento', en: 'Set-off' },
  paid: { es: 'Pagado', en: 'Paid' },
  carried: { es: 'Queda', en: 'Carried' },
  total: { es: 'Total', en: 'Total' },
  next: { es: 'Dónde seguir', en: 'Where to look next' },
  people: {
    es: 'Quién puede entrar a {coop} (usuario, contraseña, cargos); «treasurer» abrió los libros:',
    en: 'Who can sign in to {coop} (user, password, roles); «treasurer» opened the books:',
  },
  signIn: {
    es: 'Entrar: POST {url}/api/members/v1/sessions  {body}',
    en: 'Sign in: POST {url}/api/members/v1/sessions  {body}',
  },
} as const satisfies Record<string, Translated>;

/** The name of a sentence. */
export type Sentence = keyof typeof translations;

/** Says a sentence of {@link translations} with its values filled in. */
export const speaker = speakerOf(translations);

export type Say = ReturnType<typeof speaker>;
