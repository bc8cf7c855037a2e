import { Param } from '@nestjs/common';
import { notFound } from '@ayni/kernel';

/** Hands a handler the number of an item of an agenda from the path. @throws Refusal `not-found` */
export const ItemInPath = (): ParameterDecorator =>
  Param('item', {
    transform: (text: string): number => {
      if (!/^[1-9]\d{0,2}$/.test(text)) throw notFound('item');
      return Number(text);
    },
  });
