import type { Limit } from './limit.js';
import { both, by, joined, of, percentIn, type NameOf } from './phrases.js';
import type { Words } from './sourced.js';

/** What a law asks by a limit, as it stands in the middle of a sentence. */
export function asksOf(limit: Limit, nameOf: NameOf): Words {
  switch (limit.kind) {
    case 'fund-at-least': {
      const [fund, part, base] = [nameOf(limit.fund), percentIn(limit.percent), of[limit.of]];
      const { until } = limit;
      const stop = until === undefined ? both('', '') : untilOf(percentIn(until.percent), nameOf(until.of));
      return both(
        `${fund.es} recibe al menos el ${part.es} ${base.es}, redondeado hacia arriba${stop.es}`,
        `${fund.en} receives at least ${part.en} ${base.en}, rounded up${stop.en}`,
      );
    }
    case 'fund-at-most': {
      const [fund, part] = [nameOf(limit.fund), percentIn(limit.percent)];
      return both(
        `${fund.es} recibe a lo sumo el ${part.es}, redondeado hacia abajo`,
        `${fund.en} receives at most ${part.en}, rounded down`,
      );
    }
    case 'members-at-least': {
      const part = percentIn(limit.percent);
      return both(`para las socias queda al menos el ${part.es}`, `at least ${part.en} is left for the members`);
    }
    case 'only-bases': {
      const bases = joined(limit.bases.map((basis) => by[basis]));
      return both(`se reparte solo por: ${bases.es}`, `shares go by these alone: ${bases.en}`);
    }
    case 'bases-at-least': {
      const [bases, part] = [joined(limit.bases.map((basis) => by[basis])), percentIn(limit.percent)];
      return both(
        `al menos el ${part.es} se reparte por: ${bases.es}`,
        `at least ${part.en} is shared by: ${bases.en}`,
      );
    }
    case 'losses-first':
      return both(
        'las pérdidas anteriores se cubren antes que todo fondo',
        'earlier losses are covered before any fund receives',
      );
    case 'restore-first': {
      const { es, en } = nameOf(limit.fund);
      return both(
        `lo que se sacó de ${es} se repone antes que todo fondo`,
        `what was taken out of ${en} is put back before any fund receives`,
      );
    }
    case 'retain-at-most': {
      const part = percentIn(limit.percent);
      return both(
        `de la parte de cada socia queda en la cooperativa a lo sumo el ${part.es}`,
        `of each member's share at most ${part.en} stays in the co-op`,
      );
    }
    case 'loss-at-most': {
      const [fund, part] = [nameOf(limit.fund), percentIn(limit.percent)];
      return both(
        `${fund.es} paga de una pérdida a lo sumo el ${part.es} de su saldo`,
        `${fund.en} pays for a loss at most ${part.en} of its balance`,
      );
    }
  }
}

const untilOf = (part: Words, name: Words): Words =>
  both(`; puede parar cuando tenga el ${part.es} de: ${name.es}`, `; it may stop at ${part.en} of: ${name.en}`);
