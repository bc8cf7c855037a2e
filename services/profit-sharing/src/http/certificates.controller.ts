import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { narrowedToOwn } from '@ayni/http/listing';
import { certificates } from '../facts/certificate.js';
import { KeepCertificates } from '../use-cases/keep-certificates/keep-certificates.use-case.js';

/** Certificates of contribution; a member sees her own. */
@ApiTags('certificates')
@Controller('certificates')
export class CertificatesController extends factController(
  certificates,
  KeepCertificates,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager', 'member'],
  },
  {
    narrowed: narrowedToOwn,
    refuses: [
      'amount-too-large',
      'debt-overpaid',
      'debt-in-use',
      'certificate-withdrawn',
      'certificate-transferred',
      'certificate-of-payment',
      'certificate-of-transfer',
      'certificate-value',
      'certificate-minimum',
      'household-holds',
      'not-a-member-then',
      'not-a-member-yet',
      'retired',
    ],
  },
) {}
