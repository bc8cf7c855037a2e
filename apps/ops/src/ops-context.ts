import type { Command } from 'commander';
import type { Language } from '@ayni/kernel';
import type { Say } from './translations.js';

/** What every command of an operator works with. */
export type OpsContext = {
  /** Says a sentence in the operator's language. */
  readonly say: Say;
  readonly language: Language;
  /** A superuser's address of a PostgreSQL that is not Ayni's own, where there is one. */
  readonly databaseUrl: string | undefined;
  /** The settings of Kafka in the environment; empty where there are none. */
  readonly kafka: NodeJS.ProcessEnv;
  /** Aborted by Ctrl-C: whoever has begun something takes it back. */
  readonly signal: AbortSignal;
};

/** How a command puts itself on the program; its mistakes are thrown and told by the program. */
export type AddCommand = (program: Command, context: OpsContext) => void;

/** The option by which every command finds the system. */
export const DATA_OPTION = ['--data <folder>', 'where the books are kept (AYNI_DATA)'] as const;

/** The option by which a command answers programs. */
export const JSON_OPTION = ['--json', 'answer in JSON, for programs'] as const;

/** What every command that looks or mends is told. */
export type SystemOptions = { readonly data?: string; readonly json?: true };
