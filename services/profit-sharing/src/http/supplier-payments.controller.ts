import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { factController } from '@ayni/facts/fact-controller';
import { supplierPayments } from '../facts/supplier-payment.js';
import { KeepSupplierPayments } from '../use-cases/keep-supplier-payments/keep-supplier-payments.use-case.js';

/** What is paid of expenses that were to be paid later. */
@ApiTags('supplier-payments')
@Controller('supplier-payments')
export class SupplierPaymentsController extends factController(
  supplierPayments,
  KeepSupplierPayments,
  { record: ['treasurer'], reverse: ['treasurer'], list: ['treasurer', 'president'] },
  { refuses: ['supplier-overpaid', 'wrong-order'] },
) {}
