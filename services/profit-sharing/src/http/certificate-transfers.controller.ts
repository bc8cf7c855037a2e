import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { certificateTransfers } from '../facts/certificate-transfer.js';
import { KeepCertificateTransfers } from '../use-cases/keep-certificate-transfers/keep-certificate-transfers.use-case.js';

/** Certificates that one member passed to another; her account shows each of them her own. */
@ApiTags('certificate-transfers')
@Controller('certificate-transfers')
export class CertificateTransfersController extends factController(
  certificateTransfers,
  KeepCertificateTransfers,
  {
    record: ['treasurer'],
    reverse: ['treasurer'],
    list: ['treasurer', 'president', 'manager'],
  },
  {
    refuses: [
      'certificate-withdrawn',
      'certificate-transferred',
      'certificate-unpaid',
      'certificate-minimum',
      'household-holds',
      'too-few-certificates',
      'not-a-member-then',
      'not-a-member-yet',
      'same-member',
    ],
  },
) {}
