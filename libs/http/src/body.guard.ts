import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { isPublic } from './auth/auth.guard.js';
import { readBody } from './body.js';

/** Reads the body once the guard before it has let the request in. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const asker = isPublic(this.reflector, context) ? 'public' : 'ours';
    await readBody(http.getRequest<Request>(), http.getResponse<Response>(), asker);
    return true;
  }
}
