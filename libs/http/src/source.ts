import { isIPv6 } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

/** Hands a handler the address that a request comes from; that of a proxy before us only where none is configured. */
export const Source = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  sourceOf(context.switchToHttp().getRequest<Request>().ip ?? ''),
);

/** An address as one source: of IPv6 the half that a network is given, since who has one address there has them all. */
export function sourceOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.split('::');
  const left = before === '' ? [] : before.split(':');
  const right = after === undefined || after === '' ? [] : after.split(':');
  const groups =
    after === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
