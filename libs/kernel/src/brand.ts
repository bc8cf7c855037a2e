declare const kind: unique symbol;

/** A value of `Base` that was checked to be a `Name`; two kinds of the same base do not mix. */
export type Brand<Base, Name extends string> = Base & { readonly [kind]: Name };
