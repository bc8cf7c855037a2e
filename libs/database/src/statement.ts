/** A statement that each connection parses once, under its name. */
export type Statement = { readonly name: string; readonly text: string };

/** PostgreSQL cuts the rest of a name, and would take two statements for one. */
const NAME_MAX = 63;

const taken = new Map<string, string>();

/** Declares a prepared statement; one name stands for one text in the whole process. */
export function statement(name: string, text: string): Statement {
  if (Buffer.byteLength(name) > NAME_MAX) throw new Error(`the name of the statement ${name} is too long`);
  const other = taken.get(name);
  if (other !== undefined && other !== text) throw new Error(`two statements are named ${name}`);
  taken.set(name, text);
  return { name, text };
}
