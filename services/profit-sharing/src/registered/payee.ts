import { declareRegistered } from '@ayni/facts/registered/registered-store';
import { sentClass } from '@ayni/facts/sent-class';
import { CodeField, OneOfField, TextField } from '@ayni/http/fields';
import { PAYS, type Pays } from '../domain/payouts/payee.js';

/** How a family is paid, and to whom; a family of which nothing is said is paid in cash. */
export class Payee {
  @CodeField({ of: 'household', description: "the household's code" }) code!: string;
  @OneOfField(PAYS) pays!: Pays;
  @TextField(200, { min: 0, description: 'who takes the money' }) payee!: string;
  @TextField(100, { min: 0, description: 'the account to which it is transferred' }) account!: string;
}

/** How a family is paid, as it is registered. */
export class SentPayee extends sentClass(Payee, [], { payee: '', account: '' }) {}

export const payees = declareRegistered({
  kind: 'payee',
  table: 'payees',
  row: Payee,
  correctable: ['pays', 'payee', 'account'],
});
