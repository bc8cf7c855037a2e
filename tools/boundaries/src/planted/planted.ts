/** A file that breaks a rule, or keeps all of them. It is linted as if it stood at `file`, where nothing need be. */
export interface Sample {
  readonly says: string;
  readonly file: string;
  readonly code: string;
}

/** A sample that `rule` must refuse, with `because` in its message. */
export interface Planted extends Sample {
  readonly rule: string;
  readonly because: string;
}

/** A file that imports `name` and uses it. */
export const use = (name: string): string => `import * as planted from '${name}';\nexport const used = planted;\n`;
/** A file that says `expression`. */
export const run = (expression: string): string => `export const planted = (): unknown => ${expression};\n`;
/** What a rule must refuse. */
export const plant =
  (rule: string) =>
  (says: string, file: string, code: string): Planted => ({
    says,
    file,
    code,
    rule,
    because: '',
  });

/** A file of a room of the pages. */
export const inPages = (room: string): string => `services/web/src/${room}/planted.ts`;

/** A file of a room of a service. */
export const inService = (room: string): string => `services/sales/src/${room}/planted.ts`;
