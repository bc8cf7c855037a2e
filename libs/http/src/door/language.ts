import type { IncomingMessage } from 'node:http';
import accepts from 'accepts';
import { languageOf, type Language } from '@ayni/kernel';

/** The language that a request asks for by `Accept-Language`; Spanish where it asks for none of ours. */
export const languageAskedBy = (request: IncomingMessage): Language =>
  languageOf(accepts(request).language('es', 'en') || undefined);
