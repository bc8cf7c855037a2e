import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { askerOf, isPublic } from './auth/auth.guard.js';
import { Standing } from './auth/standing.js';
import { isSent, readBody } from './body.js';

/** Reads the body once the guard before it has let the request in. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly standing: Standing,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const isOpen = isPublic(this.reflector, context);
    await readBody(request, http.getResponse<Response>(), isOpen ? 'public' : 'ours');
    // a body may be a minute on its way, and who sends it be dismissed meanwhile
    const asker = askerOf(request);
    if (asker && isSent(request)) await this.standing.check(asker);
    return true;
  }
}
