import { logLevel, type logCreator } from 'kafkajs';

/** Passes on what kafkajs calls an error; the rest it says many times a second. */
export const quietLog =
  (onFault: (error: unknown) => void): logCreator =>
  () =>
  ({ level, namespace, log: { message, error } }) => {
    if (level === logLevel.ERROR) onFault(new Error(`${namespace}: ${message}`, { cause: error }));
  };
