import { ChoiceField, DayField } from '../../design/field.js';
import { Form } from '../../design/form.js';
import { Shown } from '../../design/shown.js';
import { EVERY_PRODUCT } from '../../hooks/use-every-product.js';
import { useKeptAhead } from '../../hooks/use-kept-ahead.js';
import { useRead } from '../../hooks/use-read.js';
import { say } from '../../words/say.js';
import { PAYMENTS, type Stall } from './stall.js';

type StallChoiceProps = {
  readonly stall: Stall | undefined;
  readonly today: string;
  readonly onChosen: (stall: Stall) => void;
};

/** As the counter asks. */
const ALL_UNITS = [{ query: { limit: 500 } }];

/** Where she sells, on which day, and how she is paid. */
export function StallChoice({ stall, today, onChosen }: StallChoiceProps) {
  const markets = useRead('GET /api/sales/v1/markets', { query: { limit: 500 } }, { kept: true });
  const inUse = (markets.data?.value.items ?? []).filter(({ retiredOn }) => retiredOn === null);
  // at the market there may be no line to ask for what there is to sell, nor for its prices
  useKeptAhead('GET /api/inventory/v1/products', [EVERY_PRODUCT]);
  useKeptAhead('GET /api/inventory/v1/units', ALL_UNITS);
  useKeptAhead(
    'GET /api/sales/v1/prices',
    inUse.slice(0, 20).map(({ code }) => ({ query: { market: code } })),
  );
  return (
    <Shown read={markets}>
      {() =>
        inUse.length === 0 ? (
          <p className="card">{say('stall.noMarkets')}</p>
        ) : (
          <Form
            busy={false}
            problem={undefined}
            send={say('stall.ready')}
            onSend={(typed) => {
              const payment = PAYMENTS.find((one) => one === typed.text('payment')) ?? 'cash';
              const day = typed.text('day');
              onChosen({ market: typed.text('market'), payment, ...(day === today || day === '' ? {} : { day }) });
              return Promise.resolve(false);
            }}
          >
            <ChoiceField
              name="market"
              label={say('stall.market')}
              choices={inUse.map(({ code, name }) => ({ value: code, label: name }))}
              {...(stall === undefined ? {} : { defaultValue: stall.market })}
            />
            <ChoiceField
              name="payment"
              label={say('stall.payment')}
              choices={PAYMENTS.map((value) => ({ value, label: say(`stall.${value}`) }))}
              defaultValue={stall?.payment ?? 'cash'}
            />
            <DayField name="day" label={say('stall.day')} max={today} defaultValue={stall?.day ?? today} required />
          </Form>
        )
      }
    </Shown>
  );
}
