import type { FactoryProvider } from '@nestjs/common';

/** The class, or the abstract class of a port, under which Nest keeps what is asked for. */
export type Token<Kept> = abstract new (...args: never[]) => Kept;

type Tokens<Parts extends readonly unknown[]> = { readonly [I in keyof Parts]: Token<Parts[I]> };

/** A class without decorators, under itself as the token, made of what Nest keeps under `tokens`. */
export const assembled = <Parts extends readonly unknown[], Made>(
  made: new (...parts: Parts) => Made,
  ...tokens: Tokens<NoInfer<Parts>>
): FactoryProvider<Made> => ({
  provide: made,
  useFactory: (...parts: Parts) => new made(...parts),
  inject: [...tokens],
});
