/** A table whose rows are told apart by a name without case. */
export type NamedRows = {
  /** What the name stands for. */
  readonly what: string;
  readonly table: string;
  readonly column: string;
  /** The columns within which a name stands once; the co-op where left out. */
  readonly within?: readonly string[];
};

/** By what names are told apart, as `nameKey` of the kernel says; ICU's letters, whatever language the server speaks. */
export const NAME_KEY_FUNCTION = `
  CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(
    btrim(regexp_replace(normalize(name, NFC), '[\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+', ' ', 'g'))
    COLLATE "und-x-icu")`;

/**
 * The second line behind the doors: no name goes in beside one that differs from it in case, blanks or composition
 * alone. Those that stand so in old books stay; each names the one that it is a double of.
 */
export const toldApart = ({ table, column, within = ['coop_id'] }: NamedRows): string[] => {
  const scope = within.join(', ');
  return [
    `ALTER TABLE ${table} ADD COLUMN name_key text COLLATE "C" GENERATED ALWAYS AS (name_key(${column})) STORED,
       ADD COLUMN double_of text`,
    `UPDATE ${table} t SET double_of = first.name
     FROM (SELECT ${[...within, 'name_key'].join(', ')}, min(${column} COLLATE "C") AS name FROM ${table}
           GROUP BY ${[...within, 'name_key'].join(', ')} HAVING count(*) > 1) first
     WHERE ${[...within, 'name_key'].map((one) => `t.${one} = first.${one}`).join(' AND ')} AND t.${column} <> first.name`,
    `CREATE UNIQUE INDEX ${table}_by_name_key ON ${table} (${scope}${scope ? ', ' : ''}name_key) WHERE double_of IS NULL`,
  ];
};

/** Lets rows be found by the code of what they are about, in whatever case it is asked for; see {@link ofCode}. */
export const foundByCode = (table: string): string[] => [
  `ALTER TABLE ${table} ADD COLUMN code_key text COLLATE "C" GENERATED ALWAYS AS (name_key(code)) STORED`,
  `CREATE INDEX ${table}_by_code_key ON ${table} (coop_id, code_key)`,
];

/** That a row is about what a parameter names. */
export const ofCode =
  (alias: string) =>
  (parameter: string): string =>
    `${alias}.code_key = name_key(${parameter})`;

/** That a column names what a parameter names; of few rows, for which no index is kept. */
export const namedAs =
  (column: string) =>
  (parameter: string): string =>
    `name_key(${column}) = name_key(${parameter})`;
