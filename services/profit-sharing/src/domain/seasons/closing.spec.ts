import { FACTS, SERVICES, appliedBy, writtenBy } from '@ayni/contracts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isComplete, lackingOf, type ClosingPlan, type Report } from './closing.js';

const plan: ClosingPlan = { services: SERVICES, facts: FACTS };

const sums = (kind: keyof typeof FACTS): Record<string, string> =>
  Object.fromEntries(FACTS[kind].measures.map((measure, i) => [measure, String(i + kind.length)]));
const totals = (kinds: (keyof typeof FACTS)[]): Report['written'] =>
  Object.fromEntries(kinds.map((kind) => [kind, sums(kind)]));

const agreeing: Report[] = SERVICES.map((service) => ({
  service,
  written: totals(writtenBy(service)),
  applied: totals(appliedBy(service)),
  unpublished: 0,
  parked: 0,
  waiting: 0,
  dropped: 0,
}));

describe('closing by control totals', () => {
  test('is complete when all five agree', () => {
    expect(isComplete(plan, agreeing)).toBe(true);
    expect(lackingOf(plan, agreeing)).toEqual([]);
  });

  test('is not complete with any sum of any kind changed at any service, and names it', () => {
    const places = SERVICES.flatMap((service) =>
      appliedBy(service).flatMap((kind) => FACTS[kind].measures.map((measure) => ({ service, kind, measure }))),
    );
    for (const { service, kind, measure } of places) {
      const reports = agreeing.map((report) =>
        report.service === service
          ? { ...report, applied: { ...report.applied, [kind]: { ...sums(kind), [measure]: '-1' } } }
          : report,
      );
      expect(isComplete(plan, reports)).toBe(false);
      expect(lackingOf(plan, reports)).toEqual([
        { kind, service, measure, written: sums(kind)[measure], applied: '-1' },
      ]);
    }
  });

  test('is not complete while a writer has not said what it wrote', () => {
    const reports = agreeing.map((report) => (report.service === 'production' ? { ...report, written: {} } : report));
    expect(isComplete(plan, reports)).toBe(false);
    expect(lackingOf(plan, reports)).toContainEqual({
      kind: 'care',
      service: 'production',
      measure: 'minutes',
      written: null,
      applied: null,
    });
  });

  test('takes a report made before a kind was added for one of none', () => {
    const young: ClosingPlan = {
      services: ['store', 'office'],
      facts: { gift: { writer: 'store', appliers: ['office'], measures: ['records'], addedLater: true } },
    };
    const from = (service: string, written: Report['written'], applied: Report['applied']): Report => ({
      ...{ service, written, applied },
      ...{ unpublished: 0, parked: 0, waiting: 0, dropped: 0 },
    });
    const two = { gift: { records: '2' } };
    expect(lackingOf(young, [from('store', {}, {}), from('office', {}, {})])).toEqual([]);
    expect(lackingOf(young, [from('store', two, {}), from('office', {}, two)])).toEqual([]);
    expect(lackingOf(young, [from('store', two, {}), from('office', {}, {})])).toEqual([
      { kind: 'gift', service: 'office', measure: 'records', written: '2', applied: '0' },
    ]);
    expect(lackingOf(young, [from('store', {}, {}), from('office', {}, two)])).toEqual([
      { kind: 'gift', service: 'office', measure: 'records', written: '0', applied: '2' },
    ]);
    expect(lackingOf(young, [from('store', { gift: {} }, {}), from('office', {}, {})])).toEqual([
      { kind: 'gift', service: 'store', measure: 'records', written: null, applied: null },
    ]);
  });

  test('is not complete with a report missing or anything under way', () => {
    fc.assert(
      fc.property(
        fc.nat(SERVICES.length - 1),
        fc.constantFrom('unpublished', 'parked', 'waiting'),
        fc.integer({ min: 1 }),
        (place, flow, count) => {
          const flowing = agreeing.map((report, i) => (i === place ? { ...report, [flow]: count } : report));
          expect(isComplete(plan, flowing)).toBe(false);
          expect(isComplete(plan, agreeing.toSpliced(place, 1))).toBe(false);
        },
      ),
    );
  });
});
