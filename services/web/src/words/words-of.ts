/** A word with a number in it, as `Intl.PluralRules` tells its forms apart; `{n}` stands for the number. */
export type Counted = { readonly one: string; readonly other: string };

/** The same words in another language: the same keys, each of the same kind. */
export type WordsOf<Spanish> = { readonly [key in keyof Spanish]: Spanish[key] extends string ? string : Counted };

/** The names of the places in a text. */
export type Places<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never;
