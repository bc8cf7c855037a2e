import { createHmac, timingSafeEqual } from 'node:crypto';
import { checkCode, sealedText, type CheckedPlace, type SealedFigures } from '../../domain/papers/check-code.js';

/** The key of a run, as hexadecimal digits, and what is sealed with it. */
type Sealed = SealedFigures & { readonly key: string };

const sealOf = ({ key, ...figures }: Sealed): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(sealedText(figures)).digest('hex').slice(0, 16);

/** The code that a paper carries. */
export const codeOf = ({ run, place, ...sealed }: Sealed & CheckedPlace): string =>
  checkCode({ run, place, of: sealed.of }, sealOf(sealed));

/** Whether a seal was made of these figures; it takes as long where it was not. */
export const isSealed = (seal: string, sealed: Sealed): boolean =>
  timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(sealed)));
