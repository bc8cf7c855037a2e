import { Param } from '@nestjs/common';
import { CODE, isId, notFound, readText } from '@ayni/kernel';

/** Hands a handler a code from the path. @throws Refusal `not-found`, which calls it `what` */
export const CodeInPath = (name: string, what: string): ParameterDecorator =>
  Param(name, {
    transform: (text: string): string => {
      const code = readText(text);
      if (!CODE.test(code)) throw notFound(what, code.slice(0, 64).replace(/\p{Cc}/gu, ''));
      return code;
    },
  });

/** Hands a handler an id from the path. @throws Refusal `not-found`, which calls it `what` */
export const IdInPath = (name: string, what: string): ParameterDecorator =>
  Param(name, {
    transform: (id: string): string => {
      if (!isId(id)) throw notFound(what);
      return id;
    },
  });
