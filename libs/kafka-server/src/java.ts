import { Explained, type Translated } from '@ayni/kernel';
import { createHash } from 'node:crypto';

import { BARE_ENVIRONMENT } from '@ayni/processes/config';
import { execute } from '@ayni/processes/execute';

import { JAVA } from './config.js';

/** The oldest Java that the broker runs on. */
const OLDEST = 17;

const INSTALL: Translated = {
  es:
    `Instale Java ${OLDEST} o posterior y Maven (Debian: apt install openjdk-17-jre-headless maven; ` +
    'macOS: brew install openjdk maven), o indique un Kafka que ya funcione: KAFKA_BROKERS=host:puerto.',
  en:
    `Install Java ${OLDEST} or later and Maven (Debian: apt install openjdk-17-jre-headless maven; ` +
    'macOS: brew install openjdk maven), or name a Kafka that runs already: KAFKA_BROKERS=host:port.',
};

/** The program that runs Java, and a short name for this very version of it. */
export type Java = { readonly program: string; readonly version: string };

/** @throws Explained saying what to install, where there is no Java or it is too old */
export async function findJava(): Promise<Java> {
  let said: string;
  try {
    said = await execute(JAVA, ['-version'], { env: BARE_ENVIRONMENT });
  } catch (error) {
    throw new Explained(
      {
        es: `Kafka necesita Java, y no hay (${JAVA}). ${INSTALL.es}`,
        en: `Kafka needs Java, and there is none (${JAVA}). ${INSTALL.en}`,
      },
      { cause: error },
    );
  }
  // Java 8 called itself 1.8
  const version = /version "(?:1\.)?(\d+)/.exec(said)?.[1];
  if (version !== undefined && Number(version) >= OLDEST) {
    return { program: JAVA, version: createHash('sha256').update(said).digest('hex').slice(0, 8) };
  }
  throw new Explained({
    es: `Kafka necesita Java ${OLDEST} o posterior; ${JAVA} es Java ${version ?? 'de versión desconocida'}. ${INSTALL.es}`,
    en: `Kafka needs Java ${OLDEST} or later; ${JAVA} is Java ${version ?? 'of an unknown version'}. ${INSTALL.en}`,
  });
}

export const installMaven = (cause: unknown): Error =>
  new Explained(
    {
      es: `Maven trae los archivos de Kafka, y no hay (mvn). ${INSTALL.es}`,
      en: `Kafka's jars are fetched by Maven, and there is none (mvn). ${INSTALL.en}`,
    },
    { cause },
  );
