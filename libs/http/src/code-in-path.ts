import { Param } from '@nestjs/common';
import { ASKED_CODE, isId, isReadable, notFound, readText, type Thing } from '@ayni/kernel';

/** Hands a handler a code from the path. @throws Refusal `not-found`, which calls it `what` */
export const CodeInPath = (name: string, what: Thing): ParameterDecorator =>
  Param(name, {
    transform: (text: string): string => {
      const code = readText(text);
      if (!ASKED_CODE.test(code)) throw notFound(what, code.slice(0, 64).replace(/\p{Cc}/gu, ''));
      return code;
    },
  });

const NAME_MAX = 200;

/** Hands a handler a name that people gave from the path. @throws Refusal `not-found`, which calls it `what` */
export const NameInPath = (name: string, what: Thing): ParameterDecorator =>
  Param(name, {
    transform: (text: string): string => {
      if (text.length > NAME_MAX || !isReadable(text)) throw notFound(what);
      return readText(text);
    },
  });

/** Hands a handler a whole number from 1 from the path. @throws Refusal `not-found`, which calls it `what` */
export const NumberInPath = (name: string, what: Thing): ParameterDecorator =>
  Param(name, {
    transform: (text: string): number => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound(what, '');
      return Number(text);
    },
  });

/** Hands a handler an id from the path. @throws Refusal `not-found`, which calls it `what` */
export const IdInPath = (name: string, what: Thing): ParameterDecorator =>
  Param(name, {
    transform: (id: string): string => {
      if (!isId(id)) throw notFound(what);
      return id;
    },
  });
