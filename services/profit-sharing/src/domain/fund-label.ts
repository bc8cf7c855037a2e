import { wordFor, type Language } from '@ayni/kernel';

/** What people call a fund that rules name: the usual ones by their name, others by what the rules say. */
export function fundLabel(name: string, language: Language): string {
  const usual = wordFor('fund', name, language);
  if (usual !== undefined) return usual;
  const plain = name.replaceAll(/[-_]+/g, ' ').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
