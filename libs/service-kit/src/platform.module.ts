import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CommandDesk } from '@ayni/http/commands/command-desk';
import { AuthGuard } from '@ayni/http/auth/auth.guard';
import { BodyGuard } from '@ayni/http/body.guard';
import { QueryGuard } from '@ayni/http/query.guard';
import { CoopsConsumer } from '@ayni/reference-data/coops/coops.consumer';
import { SeasonsConsumer } from '@ayni/facts/seasons.consumer';
import { UsersConsumer } from './users/users.consumer.js';
import type { Token } from './assembled.js';
import { CommandsController } from './commands.controller.js';
import { DoublesController } from './doubles.controller.js';
import { TrailController } from './trail.controller.js';
import { EventsController } from './events/events.controller.js';

/** An object that stands ready, under its own class as the token. */
export const ready = <T extends object>(token: Token<T>, value: T): Provider => ({
  provide: token,
  useValue: value,
});

/** What every service has at hand: database, desk, guards, the feed, and what it keeps of co-ops and seasons. */
@Module({})
export class PlatformModule {
  static of(instances: readonly Provider[], ownsCoops: boolean): DynamicModule {
    const consumers: Type[] = ownsCoops ? [SeasonsConsumer] : [CoopsConsumer, SeasonsConsumer, UsersConsumer];
    return {
      module: PlatformModule,
      global: true,
      controllers: [CommandsController, DoublesController, EventsController, TrailController, ...consumers],
      // in this order: who asks is known before anything that she says is listened to
      providers: [
        ...instances,
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_GUARD, useClass: QueryGuard },
        { provide: APP_GUARD, useClass: BodyGuard },
      ],
      exports: [
        ...instances.map((provider) => (typeof provider === 'object' ? provider.provide : provider)),
        CommandDesk,
      ].filter((token, i, all) => all.indexOf(token) === i),
    };
  }
}
