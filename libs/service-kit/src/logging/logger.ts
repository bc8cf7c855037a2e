import type { LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';

/** Structured logs; a line of a request or an event names its id. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      redact: ['password', 'token', 'setupCode', '*.password', '*.token', 'req.headers.authorization'],
    },
    destination ?? linesTo(process.stderr),
  );

/**
 * Where lines go that somebody else keeps. Written by the stream itself: pino's own writer ends the process where the
 * other side is full or gone.
 */
export const linesTo = (stream: NodeJS.WritableStream): DestinationStream => ({
  write: (line) => void stream.write(line),
});

/** Nest's own lines through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown): void {
    this.logger.debug(text(message));
  }

  warn(message: unknown): void {
    this.logger.warn(text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ rest }, text(message));
  }
}

const text = (message: unknown): string => (message instanceof Error ? message.message : String(message));
