/** The sums of one kind of fact by measure; whole numbers as text. */
export type Totals = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a service last reported of its books of a season. */
export type Report = {
  readonly service: string;
  readonly written: Totals;
  readonly applied: Totals;
  readonly unpublished: number;
  readonly parked: number;
  readonly waiting: number;
  readonly dropped: number;
  /** What an operator dropped, and why; the first hundred. */
  readonly drops?: readonly Drop[];
};

/** An event that the service will never apply, as an operator decided. */
export type Drop = { readonly type: string; readonly aggregate: string; readonly reason: string };

/** Who must report, which kinds of fact each writes and applies, and which sums prove that both hold the same. */
export type ClosingPlan = {
  readonly services: readonly string[];
  readonly facts: Readonly<
    Record<
      string,
      {
        readonly writer: string;
        readonly appliers: readonly string[];
        readonly measures: readonly string[];
        /** Younger than the first release: a report that does not name the kind means none of it. */
        readonly addedLater?: boolean;
      }
    >
  >;
};

/** That a service has applied another sum than was written, or that the writer itself has not said what it wrote. */
export type Lack = {
  readonly kind: string;
  readonly service: string;
  readonly measure: string;
  readonly written: string | null;
  readonly applied: string | null;
};

/** In what the reports differ; a service that has not reported yet is no lack of anything. */
export function lackingOf(plan: ClosingPlan, reports: readonly Report[]): Lack[] {
  const reportOf = new Map(reports.map((report) => [report.service, report]));
  return Object.entries(plan.facts).flatMap(([kind, { writer, appliers, measures, addedLater }]) => {
    const sumOf = (totals: Totals | undefined, measure: string): string | null =>
      totals?.[kind]?.[measure] ?? (addedLater && totals && !totals[kind] ? '0' : null);
    const source = reportOf.get(writer);
    if (!source) return [];
    return measures.flatMap((measure): Lack[] => {
      const written = sumOf(source.written, measure);
      if (written === null) return [{ kind, service: writer, measure, written, applied: null }];
      return appliers.flatMap((service): Lack[] => {
        const report = reportOf.get(service);
        const applied = sumOf(report?.applied, measure);
        return !report || applied === written ? [] : [{ kind, service, measure, written, applied }];
      });
    });
  });
}

/** Whether every service has reported, nothing is under way, and what each applied is what was written. */
export function isComplete(plan: ClosingPlan, reports: readonly Report[]): boolean {
  const reported = new Set(reports.map(({ service }) => service));
  return (
    plan.services.every((service) => reported.has(service)) &&
    reports.every(({ unpublished, parked, waiting }) => unpublished + parked + waiting === 0) &&
    lackingOf(plan, reports).length === 0
  );
}
