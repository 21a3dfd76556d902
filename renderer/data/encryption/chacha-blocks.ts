/** Words of a state: key (8) and nonce (3). */
export const STATE_WORDS = 11;

/** "expand 32-byte k": the constant of ChaCha (RFC 8439, 2.3). */
export const SIGMA = new Uint32Array([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574]);

const WORDS_A_BLOCK = 16;

/**
 * ChaCha20 (RFC 8439, 2.3 and 2.4): blocks 0, 1, 2 … of the stream are laid over `words` in place, as many as begin before `length` bytes; what lies behind
 * `length` in the last block is changed too. `state`: key and nonce as words, low byte first.
 */
export function layChaCha(words: Int32Array, state: Int32Array, length: number): void {
  for (let counter = 0, at = 0; at * 4 < length; counter += 1, at += WORDS_A_BLOCK) layBlock(words, at, state, counter);
}

// oxfmt-ignore
function layBlock(w: Int32Array, at: number, s: Int32Array, counter: number): void {
  // Words are read and written one by one: no array is made for a block, and all sixteen stay in registers.
  const k0 = s[0] as number, k1 = s[1] as number, k2 = s[2] as number, k3 = s[3] as number;
  const k4 = s[4] as number, k5 = s[5] as number, k6 = s[6] as number, k7 = s[7] as number;
  const n0 = s[8] as number, n1 = s[9] as number, n2 = s[10] as number;
  let a0 = 0x61707865, a1 = 0x3320646e, a2 = 0x79622d32, a3 = 0x6b206574;
  let b0 = k0, b1 = k1, b2 = k2, b3 = k3, c0 = k4, c1 = k5, c2 = k6, c3 = k7;
  let d0 = counter, d1 = n0, d2 = n1, d3 = n2;
  for (let round = 0; round < 10; round += 1) {
    a0 = (a0 + b0) | 0; d0 ^= a0; d0 = (d0 << 16) | (d0 >>> 16); c0 = (c0 + d0) | 0; b0 ^= c0; b0 = (b0 << 12) | (b0 >>> 20);
    a0 = (a0 + b0) | 0; d0 ^= a0; d0 = (d0 << 8) | (d0 >>> 24); c0 = (c0 + d0) | 0; b0 ^= c0; b0 = (b0 << 7) | (b0 >>> 25);
    a1 = (a1 + b1) | 0; d1 ^= a1; d1 = (d1 << 16) | (d1 >>> 16); c1 = (c1 + d1) | 0; b1 ^= c1; b1 = (b1 << 12) | (b1 >>> 20);
    a1 = (a1 + b1) | 0; d1 ^= a1; d1 = (d1 << 8) | (d1 >>> 24); c1 = (c1 + d1) | 0; b1 ^= c1; b1 = (b1 << 7) | (b1 >>> 25);
    a2 = (a2 + b2) | 0; d2 ^= a2; d2 = (d2 << 16) | (d2 >>> 16); c2 = (c2 + d2) | 0; b2 ^= c2; b2 = (b2 << 12) | (b2 >>> 20);
    a2 = (a2 + b2) | 0; d2 ^= a2; d2 = (d2 << 8) | (d2 >>> 24); c2 = (c2 + d2) | 0; b2 ^= c2; b2 = (b2 << 7) | (b2 >>> 25);
    a3 = (a3 + b3) | 0; d3 ^= a3; d3 = (d3 << 16) | (d3 >>> 16); c3 = (c3 + d3) | 0; b3 ^= c3; b3 = (b3 << 12) | (b3 >>> 20);
    a3 = (a3 + b3) | 0; d3 ^= a3; d3 = (d3 << 8) | (d3 >>> 24); c3 = (c3 + d3) | 0; b3 ^= c3; b3 = (b3 << 7) | (b3 >>> 25);
    a0 = (a0 + b1) | 0; d3 ^= a0; d3 = (d3 << 16) | (d3 >>> 16); c2 = (c2 + d3) | 0; b1 ^= c2; b1 = (b1 << 12) | (b1 >>> 20);
    a0 = (a0 + b1) | 0; d3 ^= a0; d3 = (d3 << 8) | (d3 >>> 24); c2 = (c2 + d3) | 0; b1 ^= c2; b1 = (b1 << 7) | (b1 >>> 25);
    a1 = (a1 + b2) | 0; d0 ^= a1; d0 = (d0 << 16) | (d0 >>> 16); c3 = (c3 + d0) | 0; b2 ^= c3; b2 = (b2 << 12) | (b2 >>> 20);
    a1 = (a1 + b2) | 0; d0 ^= a1; d0 = (d0 << 8) | (d0 >>> 24); c3 = (c3 + d0) | 0; b2 ^= c3; b2 = (b2 << 7) | (b2 >>> 25);
    a2 = (a2 + b3) | 0; d1 ^= a2; d1 = (d1 << 16) | (d1 >>> 16); c0 = (c0 + d1) | 0; b3 ^= c0; b3 = (b3 << 12) | (b3 >>> 20);
    a2 = (a2 + b3) | 0; d1 ^= a2; d1 = (d1 << 8) | (d1 >>> 24); c0 = (c0 + d1) | 0; b3 ^= c0; b3 = (b3 << 7) | (b3 >>> 25);
    a3 = (a3 + b0) | 0; d2 ^= a3; d2 = (d2 << 16) | (d2 >>> 16); c1 = (c1 + d2) | 0; b0 ^= c1; b0 = (b0 << 12) | (b0 >>> 20);
    a3 = (a3 + b0) | 0; d2 ^= a3; d2 = (d2 << 8) | (d2 >>> 24); c1 = (c1 + d2) | 0; b0 ^= c1; b0 = (b0 << 7) | (b0 >>> 25);
  }
  w[at] = (w[at] as number) ^ (a0 + 0x61707865);
  w[at + 1] = (w[at + 1] as number) ^ (a1 + 0x3320646e);
  w[at + 2] = (w[at + 2] as number) ^ (a2 + 0x79622d32);
  w[at + 3] = (w[at + 3] as number) ^ (a3 + 0x6b206574);
  w[at + 4] = (w[at + 4] as number) ^ (b0 + k0);
  w[at + 5] = (w[at + 5] as number) ^ (b1 + k1);
  w[at + 6] = (w[at + 6] as number) ^ (b2 + k2);
  w[at + 7] = (w[at + 7] as number) ^ (b3 + k3);
  w[at + 8] = (w[at + 8] as number) ^ (c0 + k4);
  w[at + 9] = (w[at + 9] as number) ^ (c1 + k5);
  w[at + 10] = (w[at + 10] as number) ^ (c2 + k6);
  w[at + 11] = (w[at + 11] as number) ^ (c3 + k7);
  w[at + 12] = (w[at + 12] as number) ^ (d0 + counter);
  w[at + 13] = (w[at + 13] as number) ^ (d1 + n0);
  w[at + 14] = (w[at + 14] as number) ^ (d2 + n1);
  w[at + 15] = (w[at + 15] as number) ^ (d3 + n2);
}
