import { Body, Controller, Get, Header, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { Public } from '@ayni/http/auth/auth.guard';
import { Source } from '@ayni/http/source';
import { Clock } from '@ayni/http/clock';
import { CodeField, InstantField, ObjectField, SecretField, TextField, YesNoField } from '@ayni/http/fields';
import { Does, Refuses, Shows } from '@ayni/http/operations';
import { Refusal, type Instant } from '@ayni/kernel';
import type { JSONWebKeySet, JWK } from 'jose';
import type { Session } from '../domain/session.js';
import { PASSWORD_MAX } from '../domain/user.js';
import { ExchangeKey } from '../use-cases/exchange-key/exchange-key.use-case.js';
import { SignIn } from '../use-cases/sign-in/sign-in.use-case.js';

export class SessionRequest {
  @CodeField({ description: "the co-op's code" })
  coop!: string;

  @CodeField()
  user!: string;

  @SecretField(PASSWORD_MAX)
  password!: string;
}

export class SessionAnswer {
  @TextField(4_096, { description: 'to be sent as `Authorization: Bearer …`' }) token!: string;
  @InstantField() expiresAt!: Instant;
  @YesNoField({ description: 'whether it is good for choosing a password (`POST …/password`) and for nothing else' })
  choosing!: boolean;
}

class KeyRequest {
  @TextField(100, { description: 'the key of a program' })
  key!: string;
}

class KeysAnswer {
  @ObjectField({ each: true, description: 'JSON Web Keys (RFC 7517)' }) keys!: JWK[];
}

/** The keys that tokens are verified by, without their private halves. */
export class PublishedKeys {
  constructor(private readonly keys: JSONWebKeySet | (() => Promise<JSONWebKeySet>)) {}

  async read(): Promise<JSONWebKeySet> {
    const published = typeof this.keys === 'function' ? await this.keys() : this.keys;
    if (published.keys.some((key) => 'd' in key)) throw new Error('a private key is among the keys to publish');
    return published;
  }
}

/** Signing in, and the keys by which others verify that somebody has. */
@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
    private readonly exchangeKey: ExchangeKey,
    private readonly clock: Clock,
    private readonly published: PublishedKeys,
  ) {}

  @Post('sessions')
  @Public()
  @Header('Cache-Control', 'no-store')
  @Refuses('bad-credentials')
  @Does('sessions.open', SessionAnswer)
  open(@Body() request: SessionRequest, @Source() source: string): Promise<Session> {
    return this.signIn.run(request, source, this.clock.now());
  }

  @Post('sessions/program')
  @Public()
  @Refuses('bad-key')
  @Does('program-sessions.open', SessionAnswer)
  async openForProgram(@Body() { key }: KeyRequest): Promise<Session> {
    const coop = await this.exchangeKey.coopOf(key);
    const session =
      coop &&
      (await this.database.transaction(coop, undefined, { lock: 'none' }, (tx) => this.exchangeKey.run(tx, key)));
    if (!session) throw new Refusal('bad-key');
    return session;
  }

  @Get('keys')
  @Public()
  @Shows('keys.list', KeysAnswer)
  keys(): Promise<JSONWebKeySet> {
    return this.published.read();
  }
}
