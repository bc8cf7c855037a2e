import { Param } from '@nestjs/common';
import { notFound } from '@ayni/kernel';
import { HASH } from '@ayni/http/fields';

/** Hands a handler the hash of a file from the path, in whatever case it is written. @throws Refusal `not-found` */
export const HashInPath = (name: string): ParameterDecorator =>
  Param(name, {
    transform: (text: string): string => {
      const hash = text.toLowerCase();
      if (!HASH.test(hash)) throw notFound('attachment');
      return hash;
    },
  });
