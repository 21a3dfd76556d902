import { describe, expect, it } from 'vitest';
import { derivedDigits, derivedId } from './derived-id.ts';
import { recordIdSchema } from './ids.ts';

const meeting = '019a4d2e-7c11-7abc-8def-0123456789ab';

describe('a derived id', () => {
  it('is the same for the same parts and has the shape and time of a record id', () => {
    const id = derivedId(meeting, 'a');
    expect(id).toBe(derivedId(meeting, 'a'));
    expect(recordIdSchema.safeParse(id).success).toBe(true);
    expect(id.slice(0, 13)).toBe(meeting.slice(0, 13));
  });

  it('differs for every pair of ten thousand, however alike the parts are', () => {
    const ids = new Set(Array.from({ length: 10_000 }, (_, i) => derivedId(meeting, `member-${String(i)}`)));
    expect(ids.size).toBe(10_000);
    expect([...ids].every((id) => recordIdSchema.safeParse(id).success)).toBe(true);
  });

  it('depends on which part is which', () => {
    expect(derivedId(meeting, 'a', 'b')).not.toBe(derivedId(meeting, 'b', 'a'));
    expect(derivedId(meeting, 'ab')).not.toBe(derivedId(meeting, 'a', 'b'));
  });
});

it('derived digits have their length', () => {
  expect(derivedDigits('x', 12)).toMatch(/^\d{12}$/);
  expect(derivedDigits('x', 12)).not.toBe(derivedDigits('y', 12));
});
