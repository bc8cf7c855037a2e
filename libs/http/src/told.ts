/** A value in its JSON form: whole numbers that may be large, and amounts, are text. */
export type Told<Value> = Value extends bigint
  ? string
  : Value extends string | number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer Part)[]
      ? readonly Told<Part>[]
      : { readonly [Field in keyof Value]: Told<Value[Field]> };
