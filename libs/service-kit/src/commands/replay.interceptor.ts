import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { Replay } from './command-desk.js';

/** Answers a repeated command with what the first one was answered, and says so. */
@Injectable()
export class ReplayInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!(answer instanceof Replay)) return answer;
        const response = context.switchToHttp().getResponse<Response>();
        response.setHeader('Idempotent-Replay', 'true').type('application/json');
        return answer.body;
      }),
    );
  }
}
