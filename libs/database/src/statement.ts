/** A statement that each connection parses once, under its name. */
export type Statement = { readonly name: string; readonly text: string };

const taken = new Map<string, string>();

/** Declares a prepared statement; one name stands for one text in the whole process. */
export function statement(name: string, text: string): Statement {
  const other = taken.get(name);
  if (other !== undefined && other !== text) throw new Error(`two statements are named ${name}`);
  taken.set(name, text);
  return { name, text };
}
