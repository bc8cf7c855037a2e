import { Parts } from '../../design/parts.js';
import { say } from '../../words/say.js';

/** The pages about money that is spent and set apart. */
export const MoneyParts = () => (
  <Parts
    label={say('money.parts')}
    parts={[
      { path: '/gastos', label: say('money.expenses') },
      { path: '/gastos/pagos', label: say('money.payments') },
      { path: '/gastos/donaciones', label: say('money.grants') },
      { path: '/gastos/bienes', label: say('money.assets') },
      { path: '/gastos/fondos', label: say('money.funds') },
      { path: '/gastos/fondos/usos', label: say('money.uses') },
    ]}
  />
);
