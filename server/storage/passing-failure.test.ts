import { describe, expect, it } from 'vitest';
import { isPassing } from './passing-failure.ts';

const failure = (parts: object, message = ''): Error => Object.assign(new Error(message), parts);

describe('isPassing', () => {
  it.each([
    ['a lock held too long', failure({ code: '55P03' })],
    ['a database that starts', failure({ code: '57P03' })],
    ['a socket that is not there yet', failure({ code: 'ENOENT', syscall: 'connect' })],
    ['a connection that broke', failure({}, 'Connection terminated unexpectedly')],
    ['connections that are all taken', failure({}, 'timeout exceeded when trying to connect')],
  ])('says so of %s', (_what, cause) => expect(isPassing(cause)).toBe(true));

  it.each([
    ['a fault of a statement', failure({ code: '42P01' })],
    ['a broken rule', failure({ code: '23505' })],
    ['a file that is not there', failure({ code: 'ENOENT', syscall: 'open' })],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ])('does not say so of %s', (_what, cause) => expect(isPassing(cause)).toBe(false));
});
