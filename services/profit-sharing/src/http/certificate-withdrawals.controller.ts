import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { certificateWithdrawals } from '../facts/certificate-withdrawal.js';
import { KeepCertificateWithdrawals } from '../use-cases/keep-certificate-withdrawals/keep-certificate-withdrawals.use-case.js';

/** Certificates that were given up; a member sees her own. */
@ApiTags('certificate-withdrawals')
@Controller('certificate-withdrawals')
export class CertificateWithdrawalsController extends factController(
  certificateWithdrawals,
  KeepCertificateWithdrawals,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member'],
  },
  {
    narrowed: narrowedToOwn,
    refuses: ['certificate-withdrawn', 'certificate-transferred', 'certificate-minimum', 'household-holds'],
  },
) {}
