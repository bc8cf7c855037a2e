import { Body, Controller, createParamDecorator, Post, Req, Res, type ExecutionContext } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import { Database } from '@ayni/database/database';
import { newCommandId } from '@ayni/database/new-id';
import type { Transaction } from '@ayni/database/transaction';
import { Public } from '@ayni/http/auth/auth.guard';
import { Clock } from '@ayni/http/clock';
import { TextField, WholeField, YesNoField } from '@ayni/http/fields';
import { Does, Refuses } from '@ayni/http/operations';
import { checked } from '@ayni/http/validation';
import { Source } from '@ayni/http/source';
import { Refusal, type CoopId } from '@ayni/kernel';
import type { Request, Response } from 'express';
import type { DeviceCookie } from '../domain/device.js';
import { deviceName } from '../domain/device-name.js';
import type { Session } from '../domain/session.js';
import { EndDevice } from '../use-cases/end-device/end-device.use-case.js';
import { OpenDevice } from '../use-cases/open-device/open-device.use-case.js';
import { RenewDevice } from '../use-cases/renew-device/renew-device.use-case.js';
import { SignIn } from '../use-cases/sign-in/sign-in.use-case.js';
import { giveCookie, refuseOtherPages, ShownCookie, takeCookie } from './own-page.js';
import { SessionAnswer, SessionRequest } from './sessions.controller.js';

const LABEL_MAX = 64;
const WAITING_MAX = 1_000_000;

class BrowserSessionRequest extends SessionRequest {
  @TextField(LABEL_MAX, {
    optional: true,
    description: 'what she calls this device; what the browser says of itself where left out',
  })
  device?: string | null;
}

class RenewalRequest {
  @WholeField(0, WAITING_MAX, { optional: true, description: 'how many records the device keeps, and has not sent' })
  waiting?: number | null;
}

/** What a renewal says; pages of before anything could be said send no body. @throws Refusals */
const Renewal = createParamDecorator((_: unknown, context: ExecutionContext): RenewalRequest =>
  checked(RenewalRequest, context.switchToHttp().getRequest<Request>().body ?? {}),
);

class EndedHere {
  @YesNoField({ description: 'whether somebody was signed in here' }) ended!: boolean;
}

/** Sessions of browsers: what they show is a cookie that no script can read, and that is another each time. */
@ApiTags('sessions')
@ApiHeader({
  name: 'X-Ayni',
  required: true,
  schema: { enum: ['1'] },
  description: 'sent by pages of this system alone',
})
@Controller('sessions/browser')
export class BrowserSessionsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signIn: SignIn,
    private readonly openDevice: OpenDevice,
    private readonly renewDevice: RenewDevice,
    private readonly endDevice: EndDevice,
  ) {}

  @Post()
  @Public()
  @Refuses('bad-credentials', 'not-our-page')
  @Does('browser-sessions.open', SessionAnswer)
  async open(
    @Body() { device, ...request }: BrowserSessionRequest,
    @Source() source: string,
    @Req() asked: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    refuseOtherPages(asked);
    const now = this.clock.now();
    const account = await this.signIn.account(request, source, now);
    // she signs in once more with the password that she chooses
    if (account.choosing) return this.signIn.token(account, now);
    const label = device ?? selfNamed(asked);
    const { session, cookie } = await this.write(account.coop, (tx) => this.openDevice.run(tx, account, label));
    giveCookie(asked, response, cookie);
    return session;
  }

  @Post('renewal')
  @Public()
  @Refuses('bad-token', 'not-our-page')
  @ApiBody({ type: RenewalRequest, required: false })
  @Does('browser-sessions.renew', SessionAnswer)
  async renew(
    @Renewal() { waiting }: RenewalRequest,
    @ShownCookie() shown: DeviceCookie | undefined,
    @Req() asked: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    refuseOtherPages(asked);
    const renewed =
      shown && (await this.write(shown.coop, (tx) => this.renewDevice.run(tx, shown, waiting ?? undefined)));
    if (!renewed) {
      takeCookie(asked, response);
      throw new Refusal('bad-token');
    }
    giveCookie(asked, response, renewed.cookie);
    return renewed.session;
  }

  @Post('ending')
  @Public()
  @Refuses('not-our-page')
  @Does('browser-sessions.end', EndedHere)
  async end(
    @ShownCookie({ bodiless: true }) shown: DeviceCookie | undefined,
    @Req() asked: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EndedHere> {
    refuseOtherPages(asked);
    takeCookie(asked, response);
    const ended = shown !== undefined && (await this.write(shown.coop, (tx) => this.endDevice.own(tx, shown)));
    return { ended };
  }

  private write<Result>(coop: CoopId, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return this.database.transaction(coop, newCommandId(), { lock: 'none' }, work);
  }
}

const selfNamed = ({ headers }: Request): string => deviceName(headers['user-agent'] ?? '').slice(0, LABEL_MAX);
