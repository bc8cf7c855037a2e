import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { askerOf, isPublic } from './auth/auth.guard.js';
import { Standing } from './auth/standing.js';
import { isSent, readBody, readFile } from './body.js';
import { fileMaxOf } from './brought-file.js';

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
    const response = http.getResponse<Response>();
    const fileMax = fileMaxOf(this.reflector, context);
    if (fileMax !== undefined) await readFile(request, response, fileMax);
    else await readBody(request, response, isPublic(this.reflector, context) ? 'public' : 'ours');
    // a body may be a minute on its way, and who sends it be dismissed meanwhile
    const asker = askerOf(request);
    if (asker && isSent(request)) await this.standing.check(asker);
    return true;
  }
}
