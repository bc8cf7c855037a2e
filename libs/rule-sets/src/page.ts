import { shippedName, shippedRuleSets } from './catalogue.js';
import { asksOf } from './limit-sentence.js';
import { sentencesOf } from './sentence.js';
import type { ShippedRuleSet } from './shipped-rule-set.js';
import type { Source, Words } from './sourced.js';

const MARKS: Readonly<Record<Source, Words | null>> = {
  law: null,
  statute: { es: 'según un estatuto', en: 'as a statute has it' },
  secondary: { es: 'según otros, ley no leída', en: 'as others say, law unread' },
  unverified: { es: 'sin verificar', en: 'unverified' },
};

/** The mark of a line whose source is not the law's own text. */
export const markOf = (source: Source): Words | null => MARKS[source];

/** The page of a shipped rule set for the treasurer, in Markdown: each line with its source, and the worked example. */
export function pageOf({ name, law, rules, sources, limits, besides, example }: ShippedRuleSet): string {
  const lines = sentencesOf(rules, shippedName).map(({ pointer, says }) => {
    const source = sources[pointer];
    const mark = source && markOf(source.source);
    const from = source
      ? ` (${[source.article === '–' ? [] : [source.article], mark ? [`_${mark.es}_`] : []].flat().join(', ')})`
      : '';
    return `- ${says.es}${from}`;
  });
  const { books } = example.case;
  const given = [
    ['Resultado', books.revenue],
    ...(books.priorLosses === undefined ? [] : [['Pérdidas anteriores', books.priorLosses]]),
    ...Object.entries(books.funds ?? {}).map(([fund, { balance = '0' }]) => [
      `${shippedName(fund).es}, al empezar`,
      balance,
    ]),
    ...Object.entries(books.balances ?? {}).map(([code, amount]) => [shippedName(code).es, amount]),
    ...Object.entries(example.funds).map(([fund, amount]) => [`→ ${shippedName(fund).es}`, amount]),
    ['→ Para las socias', example.pool],
  ];
  const shares = example.case.members.map(({ member, weights = {} }) => [
    member,
    ...rules.bases.map(({ basis }) => weights[basis] ?? '0'),
    example.shares[member] ?? '',
  ]);
  return `${[
    `# ${name.es}`,
    `_${name.en}._ Las reglas son un punto de partida, no un consejo legal: confírmelas con su contadora y con su estatuto.`,
    law
      ? `Fuente: ${law.name}, del ${law.date}. Lo que lleva una marca no se leyó en la ley misma.`
      : 'No sigue ninguna ley.',
    `## Qué hace cada línea`,
    lines.join('\n'),
    ...(limits.length === 0
      ? []
      : [
          '## Lo que la ley pide',
          limits
            .map((limit) => {
              const mark = markOf(limit.source);
              return `- ${limit.article}${mark ? ` (_${mark.es}_)` : ''}: ${asksOf(limit, shippedName).es}.`;
            })
            .join('\n'),
        ]),
    `## Lo que ninguna línea puede decir`,
    besides.map(({ es }) => `- ${es}`).join('\n'),
    `## Un ejemplo, en ${example.case.currency}`,
    example.from.es,
    table(['', 'Monto'], given),
    table(['Socia', ...rules.bases.map(({ basis }) => `\`${basis}\``), 'Parte'], shares),
  ].join('\n\n')}\n`;
}

/** The page that names all of them. */
export const indexPage = (): string =>
  `${[
    '# Reglas de reparto',
    'Las que Ayni trae. Cada una se copia y se cambia en lo que su ley deja abierto; un límite de la ley se dice con su artículo.',
    'La copia es de la cooperativa: se guarda en versiones que la asamblea adopta y que después no cambian, y las gestiones se abren con ella (página `/reglas`; [cómo](../../how-to/by-commands-treasurer.md#reglas-propias-que-la-asamblea-adopta)). Reglas que la cooperativa empieza desde nada no nombran ninguna ley.',
    shippedRuleSets.map(({ code, name, law }) => `- [${name.es}](${code}.md)${law ? `: ${law.name}` : ''}`).join('\n'),
  ].join('\n\n')}\n`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = heads.map((head, i) => Math.max(3, head.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(heads), rule, ...rows.map(line)].join('\n');
};
