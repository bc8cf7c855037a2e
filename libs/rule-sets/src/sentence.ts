import type { RuleSet } from '@ayni/distribution';
import { both, by, DEBTS, joined, of, percentIn, rounding, type NameOf } from './phrases.js';
import type { Words } from './sourced.js';

/** What one line of rules does, in a sentence. */
export type Sentence = { readonly pointer: string; readonly says: Words };

type Step = RuleSet['steps'][number];

/** Says in a sentence what each line of rules does, in their order. */
export function sentencesOf(rules: RuleSet, nameOf: NameOf): readonly Sentence[] {
  return [
    ...rules.steps.map((step, i) => ({ pointer: `/steps/${i}`, says: ofStep(step, nameOf) })),
    ...rules.bases.map(({ basis, percent, maxPerMember }, i) => {
      const [part, { es, en }] = [percentIn(percent), by[basis]];
      const most =
        maxPerMember === undefined
          ? both('', '')
          : both(`; de cada una cuentan a lo sumo ${maxPerMember}`, `; of each at most ${maxPerMember} count`);
      return {
        pointer: `/bases/${i}`,
        says: both(
          `De lo que queda para las familias, el ${part.es} se reparte por ${es}${most.es}.`,
          `Of what is left for the families, ${part.en} is shared by ${en}${most.en}.`,
        ),
      };
    }),
    ...(rules.lossOrder ?? []).map(({ fund, atMostPercent = '100' }, i) => {
      const [name, part] = [nameOf(fund), percentIn(atMostPercent)];
      const place = both(i === 0 ? 'primero' : 'después', i === 0 ? 'first' : 'then');
      return {
        pointer: `/lossOrder/${i}`,
        says: both(
          `Si la gestión pierde, ${place.es} paga ${name.es}, hasta el ${part.es} de su saldo; lo que falta pasa a la gestión siguiente y a nadie se le cobra.`,
          `If the season loses, ${place.en} ${name.en} pays, up to ${part.en} of its balance; the rest goes to the next season and nobody is charged.`,
        ),
      };
    }),
    ...ofShares(rules),
  ];
}

function ofStep(step: Step, nameOf: NameOf): Words {
  if (step.kind === 'cover-losses')
    return both(
      'Se cubren las pérdidas de gestiones anteriores, hasta donde alcance.',
      'Losses of earlier seasons are covered, as far as it reaches.',
    );
  const { es, en } = nameOf(step.fund);
  if (step.kind === 'restore')
    return both(
      `Se repone en ${es} lo que se le sacó para cubrir pérdidas, hasta donde alcance.`,
      `What losses took out of ${en} is put back, as far as it reaches.`,
    );
  const [part, base, way] = [percentIn(step.percent), of[step.of], rounding[step.rounding]];
  const cap = step.cap === undefined ? both('', '') : capOf(step.cap, nameOf);
  const rest = (step.excessTo ?? []).map(nameOf);
  const to = joined(rest);
  const excess =
    rest.length === 0
      ? both('', '')
      : both(
          `; lo que ya no cabe va en partes iguales a ${to.es}`,
          `; what no longer fits goes in equal parts to ${to.en}`,
        );
  return both(
    `${es} recibe el ${part.es} ${base.es}, redondeado ${way.es}${cap.es}${excess.es}.`,
    `${en} receives ${part.en} ${base.en}, rounded ${way.en}${cap.en}${excess.en}.`,
  );
}

function capOf(cap: NonNullable<Extract<Step, { kind: 'fund' }>['cap']>, nameOf: NameOf): Words {
  if (typeof cap === 'string') return both(`, hasta que tenga ${cap}`, `, until it holds ${cap}`);
  const [part, { es, en }] = [percentIn(cap.percent), nameOf(cap.of)];
  return both(`, hasta que tenga el ${part.es} de: ${es}`, `, until it holds ${part.en} of: ${en}`);
}

function ofShares({ retainPercent, offsets }: RuleSet): readonly Sentence[] {
  const found: Sentence[] = [];
  if (retainPercent !== undefined) {
    const part = percentIn(retainPercent);
    const es = `De la parte de cada socia, el ${part.es} queda en la cooperativa como su capital.`;
    found.push({
      pointer: '/retainPercent',
      says: both(es, `Of each member's share, ${part.en} stays in the co-op as her capital.`),
    });
  }
  if (offsets !== undefined && offsets.order.length > 0) {
    const debts = joined(offsets.order.map((kind) => DEBTS[kind] ?? both(kind, kind)));
    const part = percentIn(offsets.keepPercent ?? '0');
    const kept =
      offsets.keepPercent === undefined
        ? both('', '')
        : both(
            `; sin su firma recibe siempre al menos el ${part.es}`,
            `; unless she signs she is always paid at least ${part.en}`,
          );
    found.push({
      pointer: '/offsets',
      says: both(
        `De la parte de cada socia se descuenta lo que debe, en este orden: ${debts.es}${kept.es}.`,
        `What a member owes is taken off her share, in this order: ${debts.en}${kept.en}.`,
      ),
    });
  }
  return found;
}
