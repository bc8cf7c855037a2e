/** A route: what stands in its path, its query and its body, and what it answers where it does what it was asked. */
export type Operation<Data, Responses> = {
  readonly sent: Parts<Data>;
  readonly answer: Exclude<Responses[keyof Responses], string>;
};

type Asked<Data, Name extends string> = Name extends keyof Data
  ? [Exclude<Data[Name & keyof Data], undefined>] extends [never]
    ? object
    : undefined extends Data[Name & keyof Data]
      ? { readonly [name in Name]?: Exclude<Data[Name & keyof Data], undefined> }
      : { readonly [name in Name]: Data[Name & keyof Data] }
  : object;

type Parts<Data> = Asked<Data, 'path'> & Asked<Data, 'query'> & Asked<Data, 'body'>;
