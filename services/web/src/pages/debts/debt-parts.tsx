import { Parts } from '../../design/parts.js';
import { say } from '../../words/say.js';

/** The pages about what members owe, bring back and put in. */
export const DebtParts = () => (
  <Parts
    label={say('debts.parts')}
    parts={[
      { path: '/adelantos', label: say('debts.owed') },
      { path: '/adelantos/adelantos', label: say('debts.advances') },
      { path: '/adelantos/prestamos', label: say('debts.loans') },
      { path: '/adelantos/multas', label: say('debts.fines') },
      { path: '/adelantos/devoluciones', label: say('debts.repayments') },
      { path: '/adelantos/certificados', label: say('debts.certificates') },
      { path: '/adelantos/como-se-paga', label: say('debts.payees') },
      { path: '/cuentas', label: say('accounts.part') },
    ]}
  />
);
