import { wordFor, type Language } from '@ayni/kernel';

/** What a list is called, by the operation that answers it. */
export function listName(operation: string, language: Language): string {
  const [noun = '', verb = ''] = operation.split('.');
  const words = [operation, verb, noun].map((name) => wordFor('list', name, language));
  return words.find((word) => word !== undefined) ?? noun;
}

/**
 * `Content-Disposition` of a file (RFC 6266), such as `attachment; filename="ventas-2025-03-01.csv"`: only letters that
 * every system has.
 */
export const disposition = (name: string, days: readonly string[], extension: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `attachment; filename="${[plain, ...days].join('-')}.${extension}"`;
};
