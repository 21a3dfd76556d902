import { generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from 'vitest';
import { enrolmentCodeSchema } from '#shared/contract/http.ts';
import { createOneTimeCode, hashSecret, isSignedBy } from './secrets.ts';

it('one-time codes have the form of the contract and do not repeat', () => {
  const codes = Array.from({ length: 300 }, () => createOneTimeCode());
  expect(new Set(codes).size).toBe(300);
  expect(codes.filter((code) => !enrolmentCodeSchema.safeParse(code).success)).toEqual([]);
  expect(hashSecret('a')).not.toBe(hashSecret('b'));
});

it('a signature counts only for its text and its key; nonsense is no signature', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const x = publicKey.export({ format: 'jwk' }).x ?? '';
  const signature = sign(null, Buffer.from('text'), privateKey).toString('base64url');
  expect(isSignedBy(x, 'text', signature)).toBe(true);
  expect(isSignedBy(x, 'texts', signature)).toBe(false);
  expect(isSignedBy(x.slice(0, 20), 'text', signature)).toBe(false);
  expect(isSignedBy('A'.repeat(43), 'text', signature)).toBe(false);
  expect(isSignedBy(x, 'text', '')).toBe(false);
  expect(isSignedBy(x, 'text', '!!!')).toBe(false);
});
