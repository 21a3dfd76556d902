/** Bytes of a tag. */
export const TAG_BYTES = 16;

const WORDS_A_BLOCK = 8;
/** The bit above a full block of 16 bytes, in the highest limb. */
const HIGH_BIT = 1 << 11;
const LIMB = 0x1fff;

/** Working memory: one message at a time. */
const r = new Int32Array(10);
const h = new Int32Array(10);
const g = new Int32Array(10);

/**
 * Poly1305 (RFC 8439, 2.5) of `words` up to `count`, which is whole blocks of 8 words of 16 bits, low byte first: that is how the AEAD of RFC 8439 pads what
 * it authenticates. `key`: the one-time key as 16 such words. The tag goes to `out`. Ten limbs of 13 bits, as poly1305-donna-16 has them: their products
 * stay exact in whole numbers of 32 bits.
 */
export function tagOf(words: Uint16Array, count: number, key: Uint16Array, out: Uint16Array): void {
  clampKey(key);
  h.fill(0);
  for (let at = 0; at < count; at += WORDS_A_BLOCK) takeBlock(words, at);
  reduce();
  addPad(key, out);
  r.fill(0);
  h.fill(0);
  g.fill(0);
}

/** The first half of the key is the factor, some of its bits cleared. */
function clampKey(key: Uint16Array): void {
  const [t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0] = key;
  r[0] = t0 & 0x1fff;
  r[1] = ((t0 >>> 13) | (t1 << 3)) & 0x1fff;
  r[2] = ((t1 >>> 10) | (t2 << 6)) & 0x1f03;
  r[3] = ((t2 >>> 7) | (t3 << 9)) & 0x1fff;
  r[4] = ((t3 >>> 4) | (t4 << 12)) & 0x00ff;
  r[5] = (t4 >>> 1) & 0x1ffe;
  r[6] = ((t4 >>> 14) | (t5 << 2)) & 0x1fff;
  r[7] = ((t5 >>> 11) | (t6 << 5)) & 0x1f81;
  r[8] = ((t6 >>> 8) | (t7 << 8)) & 0x1fff;
  r[9] = (t7 >>> 5) & 0x007f;
}

// oxfmt-ignore
function takeBlock(w: Uint16Array, at: number): void {
  const t0 = w[at] as number, t1 = w[at + 1] as number, t2 = w[at + 2] as number, t3 = w[at + 3] as number;
  const t4 = w[at + 4] as number, t5 = w[at + 5] as number, t6 = w[at + 6] as number, t7 = w[at + 7] as number;
  const h0 = (h[0] as number) + (t0 & LIMB);
  const h1 = (h[1] as number) + (((t0 >>> 13) | (t1 << 3)) & LIMB);
  const h2 = (h[2] as number) + (((t1 >>> 10) | (t2 << 6)) & LIMB);
  const h3 = (h[3] as number) + (((t2 >>> 7) | (t3 << 9)) & LIMB);
  const h4 = (h[4] as number) + (((t3 >>> 4) | (t4 << 12)) & LIMB);
  const h5 = (h[5] as number) + ((t4 >>> 1) & LIMB);
  const h6 = (h[6] as number) + (((t4 >>> 14) | (t5 << 2)) & LIMB);
  const h7 = (h[7] as number) + (((t5 >>> 11) | (t6 << 5)) & LIMB);
  const h8 = (h[8] as number) + (((t6 >>> 8) | (t7 << 8)) & LIMB);
  const h9 = (h[9] as number) + ((t7 >>> 5) | HIGH_BIT);
  const r0 = r[0] as number, r1 = r[1] as number, r2 = r[2] as number, r3 = r[3] as number, r4 = r[4] as number;
  const r5 = r[5] as number, r6 = r[6] as number, r7 = r[7] as number, r8 = r[8] as number, r9 = r[9] as number;
  // What runs over the top comes back five times: 2^130 is 5 modulo the prime.
  const s1 = 5 * r1, s2 = 5 * r2, s3 = 5 * r3, s4 = 5 * r4, s5 = 5 * r5, s6 = 5 * r6, s7 = 5 * r7, s8 = 5 * r8, s9 = 5 * r9;

  // A limb is summed in two halves, so that no sum leaves 32 bits.
  let d0 = h0 * r0 + h1 * s9 + h2 * s8 + h3 * s7 + h4 * s6;
  let c = d0 >>> 13;
  d0 = (d0 & LIMB) + h5 * s5 + h6 * s4 + h7 * s3 + h8 * s2 + h9 * s1;
  c += d0 >>> 13;
  d0 &= LIMB;
  let d1 = c + h0 * r1 + h1 * r0 + h2 * s9 + h3 * s8 + h4 * s7;
  c = d1 >>> 13;
  d1 = (d1 & LIMB) + h5 * s6 + h6 * s5 + h7 * s4 + h8 * s3 + h9 * s2;
  c += d1 >>> 13;
  d1 &= LIMB;
  let d2 = c + h0 * r2 + h1 * r1 + h2 * r0 + h3 * s9 + h4 * s8;
  c = d2 >>> 13;
  d2 = (d2 & LIMB) + h5 * s7 + h6 * s6 + h7 * s5 + h8 * s4 + h9 * s3;
  c += d2 >>> 13;
  d2 &= LIMB;
  let d3 = c + h0 * r3 + h1 * r2 + h2 * r1 + h3 * r0 + h4 * s9;
  c = d3 >>> 13;
  d3 = (d3 & LIMB) + h5 * s8 + h6 * s7 + h7 * s6 + h8 * s5 + h9 * s4;
  c += d3 >>> 13;
  d3 &= LIMB;
  let d4 = c + h0 * r4 + h1 * r3 + h2 * r2 + h3 * r1 + h4 * r0;
  c = d4 >>> 13;
  d4 = (d4 & LIMB) + h5 * s9 + h6 * s8 + h7 * s7 + h8 * s6 + h9 * s5;
  c += d4 >>> 13;
  d4 &= LIMB;
  let d5 = c + h0 * r5 + h1 * r4 + h2 * r3 + h3 * r2 + h4 * r1;
  c = d5 >>> 13;
  d5 = (d5 & LIMB) + h5 * r0 + h6 * s9 + h7 * s8 + h8 * s7 + h9 * s6;
  c += d5 >>> 13;
  d5 &= LIMB;
  let d6 = c + h0 * r6 + h1 * r5 + h2 * r4 + h3 * r3 + h4 * r2;
  c = d6 >>> 13;
  d6 = (d6 & LIMB) + h5 * r1 + h6 * r0 + h7 * s9 + h8 * s8 + h9 * s7;
  c += d6 >>> 13;
  d6 &= LIMB;
  let d7 = c + h0 * r7 + h1 * r6 + h2 * r5 + h3 * r4 + h4 * r3;
  c = d7 >>> 13;
  d7 = (d7 & LIMB) + h5 * r2 + h6 * r1 + h7 * r0 + h8 * s9 + h9 * s8;
  c += d7 >>> 13;
  d7 &= LIMB;
  let d8 = c + h0 * r8 + h1 * r7 + h2 * r6 + h3 * r5 + h4 * r4;
  c = d8 >>> 13;
  d8 = (d8 & LIMB) + h5 * r3 + h6 * r2 + h7 * r1 + h8 * r0 + h9 * s9;
  c += d8 >>> 13;
  d8 &= LIMB;
  let d9 = c + h0 * r9 + h1 * r8 + h2 * r7 + h3 * r6 + h4 * r5;
  c = d9 >>> 13;
  d9 = (d9 & LIMB) + h5 * r4 + h6 * r3 + h7 * r2 + h8 * r1 + h9 * r0;
  c += d9 >>> 13;
  d9 &= LIMB;
  c = c * 5 + d0;
  h[0] = c & LIMB;
  h[1] = d1 + (c >>> 13);
  h[2] = d2; h[3] = d3; h[4] = d4; h[5] = d5; h[6] = d6; h[7] = d7; h[8] = d8; h[9] = d9;
}

/** Brings the sum below the prime 2^130 - 5, in the same time whatever it is. */
function reduce(): void {
  carryOn();
  // The sum less the prime, which is its remainder unless it is negative.
  let c = 5;
  for (let i = 0; i < 10; i += 1) {
    const sum = (h[i] as number) + c;
    c = sum >>> 13;
    g[i] = sum & LIMB;
  }
  const isAbove = -c;
  for (let i = 0; i < 10; i += 1) h[i] = ((h[i] as number) & ~isAbove) | ((g[i] as number) & isAbove);
}

/** Brings every limb to 13 bits; what runs over the top comes back five times, which may once more run over. */
function carryOn(): void {
  let c = 0;
  for (let turn = 0; turn < 2; turn += 1) {
    for (let i = 0; i < 10; i += 1) {
      const sum = (h[i] as number) + c;
      c = sum >>> 13;
      h[i] = sum & LIMB;
    }
    c *= 5;
  }
}

/** Adds the second half of the key, modulo 2^128. */
function addPad(key: Uint16Array, out: Uint16Array): void {
  let c = 0;
  for (let i = 0; i < WORDS_A_BLOCK; i += 1) {
    // Word i begins at bit 16 i: 3 i bits into limb i, and runs on into the next one or two.
    const first = ((i * 16) / 13) | 0;
    const shift = i * 16 - first * 13;
    const bits =
      ((h[first] as number) >>> shift) |
      ((h[first + 1] as number) << (13 - shift)) |
      ((h[first + 2] ?? 0) << (26 - shift));
    c += (bits & 0xffff) + (key[WORDS_A_BLOCK + i] as number);
    out[i] = c & 0xffff;
    c >>>= 16;
  }
}
