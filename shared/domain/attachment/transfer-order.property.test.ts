import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urgencySchema } from '#shared/domain/document/document-record.ts';
import { defaultLineRules, hourOf, isLineNight, type LineRules } from './line-rules.ts';
import { chooseTransfer, orderTransfers, RECENT_MS, SMALL_FILE_BYTES, type OpenTransfer } from './transfer-order.ts';

const NOW = Date.parse('2026-11-20T03:00:00Z'); // ten in the morning in Vietnam
const DAY = 86_400_000;
const hex = fc.integer({ min: 0, max: 15 }).map((digit) => digit.toString(16));
const transfer: fc.Arbitrary<OpenTransfer> = fc
  .record({
    hash: fc.array(hex, { minLength: 64, maxLength: 64 }).map((digits) => digits.join('')),
    direction: fc.constantFrom('up' as const, 'down' as const),
    size: fc.oneof(fc.integer({ min: 1, max: SMALL_FILE_BYTES + 1 }), fc.integer({ min: 1, max: 200_000_000 })),
    gone: fc.double({ min: 0, max: 1, noNaN: true }),
    urgency: fc.constantFrom(...urgencySchema.options),
    age: fc.integer({ min: -DAY, max: 400 * DAY }),
  })
  .map(({ gone, age, ...rest }) => ({ ...rest, offset: Math.floor(rest.size * gone), madeAtMs: NOW - age }));
const transfers = fc.uniqueArray(transfer, { selector: ({ hash }) => hash, maxLength: 40 });
const rules: fc.Arbitrary<LineRules> = fc.record({
  night: fc.option(fc.record({ from: fc.integer({ min: 0, max: 23 }), to: fc.integer({ min: 0, max: 23 }) })),
  largeMegabytes: fc.integer({ min: 1, max: 200 }),
  hourlyMegabytes: fc.option(fc.integer({ min: 1, max: 100 })),
});
const usual = { nowMs: NOW, wanted: undefined, rules: defaultLineRules, movedThisHour: 0 };
const rankOf = ({ urgency }: OpenTransfer): number => urgencySchema.options.indexOf(urgency);
const isRecent = ({ madeAtMs }: OpenTransfer): boolean => NOW - madeAtMs <= RECENT_MS;

describe('the order of files', () => {
  it('is the same whatever order they come in, and loses none', () => {
    const both = transfers.chain((open) =>
      fc.tuple(fc.constant(open), fc.shuffledSubarray(open, { minLength: open.length })),
    );
    fc.assert(
      fc.property(both, ([open, shuffled]) => {
        const ordered = orderTransfers(open, NOW);
        expect(orderTransfers(shuffled, NOW)).toEqual(ordered);
        expect(new Set(ordered)).toEqual(new Set(open));
      }),
    );
  });

  it('puts urgent papers of the last 30 days first, then small files, then those of the last 30 days, then what is to go up, then what is nearest to its end', () => {
    const steps: readonly ((each: OpenTransfer) => number)[] = [
      (each) => (isRecent(each) ? -rankOf(each) : 0),
      ({ size }) => (size <= SMALL_FILE_BYTES ? 0 : 1),
      (each) => (isRecent(each) ? 0 : 1),
      ({ direction }) => (direction === 'up' ? 0 : 1),
      ({ size, offset }) => size - offset,
    ];
    fc.assert(
      fc.property(transfers, (open) => {
        const ordered = orderTransfers(open, NOW);
        for (const [i, next] of ordered.slice(1).entries()) {
          const before = ordered[i] as OpenTransfer;
          const step = steps.find((key) => key(before) !== key(next));
          if (step !== undefined) expect(step(before)).toBeLessThan(step(next));
        }
      }),
    );
  });

  it('is left for the file a person waits for, whatever the rules', () => {
    fc.assert(
      fc.property(transfers, rules, fc.nat(), (open, given, at) => {
        fc.pre(open.length > 0);
        const { hash } = open[at % open.length] as OpenTransfer;
        const moment = { nowMs: NOW, wanted: hash, rules: given, movedThisHour: 1e12 };
        expect(chooseTransfer(orderTransfers(open, NOW), moment)?.hash).toBe(hash);
      }),
    );
  });

  it('is followed from the front when an office spares nothing, and no file waits for ever', () => {
    fc.assert(
      fc.property(transfers, (open) => {
        const left = orderTransfers(open, NOW);
        for (const expected of [...left]) {
          expect(chooseTransfer(left, usual)).toBe(expected);
          left.shift();
        }
        expect(chooseTransfer(left, usual)).toBeUndefined();
      }),
    );
  });
});

describe('an office that spares its line', () => {
  it('moves by day only what is urgent, small, or new and not large', () => {
    fc.assert(
      fc.property(transfers, rules, (open, given) => {
        const nightly = { ...given, hourlyMegabytes: null };
        const chosen = chooseTransfer(orderTransfers(open, NOW), { ...usual, rules: nightly });
        const mayByDay = (each: OpenTransfer): boolean =>
          each.size <= SMALL_FILE_BYTES ||
          (isRecent(each) && (rankOf(each) > 0 || each.size < nightly.largeMegabytes * 1_000_000));
        if (isLineNight(nightly, NOW)) expect(chosen).toBe(orderTransfers(open, NOW)[0]);
        else expect(chosen).toBe(orderTransfers(open, NOW).find(mayByDay));
      }),
    );
  });

  it('moves nothing more in an hour whose bytes are used up but what is urgent', () => {
    fc.assert(
      fc.property(transfers, fc.integer({ min: 1, max: 100 }), (open, hourlyMegabytes) => {
        const given = { ...defaultLineRules, hourlyMegabytes };
        const ordered = orderTransfers(open, NOW);
        const moment = { ...usual, rules: given, movedThisHour: hourlyMegabytes * 1_000_000 };
        expect(chooseTransfer(ordered, { ...moment, movedThisHour: moment.movedThisHour - 1 })).toBe(ordered[0]);
        expect(chooseTransfer(ordered, moment)).toBe(ordered.find((each) => isRecent(each) && rankOf(each) > 0));
      }),
    );
  });

  it.each([
    ['22:00 to 05:00', { from: 22, to: 5 }, [22, 23, 0, 4], [5, 12, 21]],
    ['01:00 to 04:00', { from: 1, to: 4 }, [1, 2, 3], [0, 4, 23]],
    ['the whole day', { from: 6, to: 6 }, [0, 6, 23], []],
  ])('knows the night of %s', (_, night, nightly, daily) => {
    const at = (hour: number): boolean =>
      isLineNight({ ...defaultLineRules, night }, Date.parse('2026-11-20T00:30:00+07:00') + hour * 3_600_000);
    expect(nightly.map(at)).toEqual(nightly.map(() => true));
    expect(daily.map(at)).toEqual(daily.map(() => false));
  });

  it('counts hours by the clock of Vietnam', () => {
    expect(hourOf(Date.parse('2026-11-20T00:00:00+07:00')) % 24).toBe(0);
    expect(hourOf(Date.parse('2026-11-20T23:59:59+07:00')) % 24).toBe(23);
  });
});
