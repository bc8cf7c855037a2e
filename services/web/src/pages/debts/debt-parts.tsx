import { Parts } from '../../design/parts.js';
import { say } from '../../words/say.js';

/** The pages about what members owe, bring back and put in. */
export const DebtParts = () => (
  <Parts
    label={say('debts.parts')}
    parts={[
      { path: '/anticipos', label: say('debts.owed') },
      { path: '/anticipos/anticipos', label: say('debts.advances') },
      { path: '/anticipos/prestamos', label: say('debts.loans') },
      { path: '/anticipos/multas', label: say('debts.fines') },
      { path: '/anticipos/devoluciones', label: say('debts.repayments') },
      { path: '/anticipos/certificados', label: say('debts.certificates') },
      { path: '/anticipos/como-se-paga', label: say('debts.payees') },
      { path: '/cuentas', label: say('accounts.part') },
    ]}
  />
);
