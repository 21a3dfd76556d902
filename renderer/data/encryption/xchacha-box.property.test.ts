import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { XChaChaBox } from './xchacha-box.ts';

const bytes = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(/\s/g, ''), 'hex'));

function sealWith(box: XChaChaBox, nonce: Uint8Array, aad: Uint8Array, text: Uint8Array): Uint8Array {
  box.room(text.length).set(text);
  const sealed = new Uint8Array(text.length + 16);
  box.seal(nonce, aad, text.length, sealed, 0);
  return sealed;
}

describe('XChaCha20-Poly1305 put together for rows', () => {
  it('makes the bytes of the published example (draft-irtf-cfrg-xchacha-03, A.3.1)', () => {
    const box = new XChaChaBox(hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f'));
    const text = new TextEncoder().encode(
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
    );
    const sealed = sealWith(
      box,
      hex('404142434445464748494a4b4c4d4e4f5051525354555657'),
      hex('50515253c0c1c2c3c4c5c6c7'),
      text,
    );
    expect(sealed.subarray(-16)).toEqual(hex('c0875924c1c7987947deafd8780acf49'));
    expect(sealed.subarray(0, 16)).toEqual(hex('bd6d179d3e83d43b9576579493c0e939'));
  });

  it("makes the bytes of the library's own, and opens them, with any key, nonce and length", () => {
    fc.assert(
      fc.property(
        bytes(32),
        fc.array(fc.tuple(bytes(24), fc.uint8Array({ maxLength: 90 }), fc.uint8Array({ maxLength: 3000 })), {
          minLength: 1,
          maxLength: 5,
        }),
        (key, messages) => {
          const box = new XChaChaBox(key);
          for (const [nonce, aad, text] of messages) {
            const sealed = sealWith(box, nonce, aad, text);
            expect(sealed).toEqual(xchacha20poly1305(key, nonce, aad).encrypt(text));
            expect(box.open(nonce, aad, sealed)).toEqual(text);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("makes the library's bytes where every bit is set, in texts of every length up to two blocks", () => {
    const full = (length: number): Uint8Array => new Uint8Array(length).fill(255);
    const box = new XChaChaBox(full(32));
    for (let length = 0; length <= 130; length += 1)
      for (const bound of [0, 1, 15, 16, 17])
        expect(sealWith(box, full(24), full(bound), full(length))).toEqual(
          xchacha20poly1305(full(32), full(24), full(bound)).encrypt(full(length)),
        );
  });

  it('opens nothing that was changed in any bit, cut, or bound to something else', () => {
    fc.assert(
      fc.property(
        bytes(32),
        bytes(24),
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        (key, nonce, text, at) => {
          const box = new XChaChaBox(key);
          const aad = new Uint8Array([1, 2, 3]);
          const sealed = sealWith(box, nonce, aad, text);
          const changed = sealed.slice();
          const place = at % changed.length;
          changed[place] = (changed[place] ?? 0) ^ (1 << (at % 8));
          expect(box.open(nonce, aad, changed)).toBeUndefined();
          expect(box.open(nonce, aad, sealed.subarray(0, at % sealed.length))).toBeUndefined();
          expect(box.open(nonce, new Uint8Array([1, 2, 4]), sealed)).toBeUndefined();
          expect(box.open(nonce, aad, sealed)).toEqual(text);
        },
      ),
      { numRuns: 200 },
    );
  });
});
