import { speakerOf, type Translated } from '@ayni/kernel';

/** What the system of processes says to people, in the languages of the catalogue. */
const translations = {
  ready: { es: 'Ayni está listo en {url}', en: 'Ayni is ready at {url}' },
  docs: { es: 'Documentación de la API: {url}/docs', en: 'API docs: {url}/docs' },
  brokers: { es: 'Kafka: {brokers}', en: 'Kafka: {brokers}' },
  service: { es: '  {name}: {url} (proceso {pid})', en: '  {name}: {url} (process {pid})' },
  data: { es: 'Todo está en {folder}', en: 'All of it is in {folder}' },
  setUp: {
    es: 'Código de instalación, de un solo uso: {code}\nCon él se crea la primera cooperativa y su primer usuario:\n  POST {url}/api/members/v1/setup',
    en: 'Set-up code, for one use: {code}\nIt makes the first co-op and its first user:\n  POST {url}/api/members/v1/setup',
  },
  stop: { es: 'Ctrl-C para terminar.', en: 'Ctrl-C to stop.' },
  stopping: {
    es: 'Cerrando… (otra vez Ctrl-C: sin esperar)',
    en: 'Stopping… (Ctrl-C again: without waiting)',
  },
  stopped: { es: 'Cerrado en orden.', en: 'Stopped in order.' },
  forced: { es: 'Cerrado sin esperar.', en: 'Stopped without waiting.' },
  again: {
    es: 'El servicio {name} terminó ({how}); se lo inicia de nuevo.',
    en: 'The service {name} ended ({how}); it is started again.',
  },
  failing: {
    es: 'El servicio {name} terminó {times} veces seguidas ({how}). Su registro: {log}',
    en: 'The service {name} ended {times} times in a row ({how}). Its log: {log}',
  },
  orphan: {
    es: 'Se terminó el proceso {pid} de {name}, que quedó de antes.',
    en: 'Ended the process {pid} of {name} that an earlier run had left.',
  },
} as const satisfies Record<string, Translated>;

/** Says one of the sentences above with its values filled in. */
export const speaker = speakerOf(translations);

export type Say = ReturnType<typeof speaker>;
