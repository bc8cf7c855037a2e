import { Param } from '@nestjs/common';
import { CODE, Refusal } from '@ayni/kernel';

/** Hands a handler a code from the path. @throws Refusal `not-found`, which calls it `what` */
export const CodeInPath = (name: string, what: string): ParameterDecorator =>
  Param(name, {
    transform: (code: string): string => {
      if (!CODE.test(code))
        throw new Refusal('not-found', '', { what: `${what} ${code.slice(0, 64).replace(/\p{Cc}/gu, '')}` });
      return code;
    },
  });
