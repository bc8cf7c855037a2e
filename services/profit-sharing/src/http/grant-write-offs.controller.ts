import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { grantWriteOffs } from '../facts/grant-write-off.js';
import { KeepGrantWriteOffs } from '../use-cases/keep-grant-write-offs/keep-grant-write-offs.use-case.js';

/** What of pre-financed expenses was given up. */
@ApiTags('grant-write-offs')
@Controller('grant-write-offs')
export class GrantWriteOffsController extends factController(grantWriteOffs, KeepGrantWriteOffs, {
  record: ['treasurer'],
  reverse: ['treasurer'],
  list: ['treasurer', 'president', 'manager', 'integrator'],
}) {}
