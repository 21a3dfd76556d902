import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecoveryCode, readRecoveryCode } from './recovery-code.ts';

describe('the recovery code', () => {
  it('is seven groups of four, and another one each time', () => {
    const codes = Array.from({ length: 200 }, createRecoveryCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is read however a person spaces it and confuses its letters', () => {
    const spaces = fc.constantFrom('', ' ', '-', '–', ' - ', '.');
    fc.assert(
      fc.property(fc.array(spaces, { minLength: 28, maxLength: 28 }), fc.boolean(), (gaps, lower) => {
        const code = createRecoveryCode();
        const confused = code
          .replaceAll('-', '')
          .replaceAll('0', 'O')
          .replaceAll('1', lower ? 'l' : 'I')
          .replaceAll('V', 'u');
        const typed = Array.from(confused, (char, i) => (lower ? char.toLowerCase() : char) + (gaps[i] ?? '')).join('');
        expect(readRecoveryCode(typed)).toEqual(readRecoveryCode(code));
        expect(readRecoveryCode(typed)).toBeDefined();
      }),
    );
  });

  it('notices nearly every single wrong letter by its checksum', () => {
    const code = createRecoveryCode().replaceAll('-', '');
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    let [read, all] = [0, 0];
    for (let place = 0; place < code.length; place += 1)
      for (const wrong of alphabet)
        if (wrong !== code[place]) {
          all += 1;
          if (readRecoveryCode(code.slice(0, place) + wrong + code.slice(place + 1)) !== undefined) read += 1;
        }
    expect(read / all).toBeLessThan(0.02); // one in 1,024 passes by chance
  });

  it('takes anything else for none', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(readRecoveryCode(text)).toBeUndefined();
      }),
    );
  });
});
