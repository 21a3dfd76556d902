import { describe, expect, it } from 'vitest';
import { readRefusal } from './refusal.ts';

const answer = (status: number, body: string, retryAfter?: string) => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  body: new TextEncoder().encode(body),
});

describe('a refusal', () => {
  it('of a busy server brings the pause it asks for', () => {
    expect(readRefusal(answer(503, '{"code":"too-many-requests"}', '7'))).toEqual({
      code: 'too-many-requests',
      waitMs: 7000,
    });
    expect(readRefusal(answer(429, '{"code":"too-many-requests"}', '41'))).toMatchObject({ waitMs: 41_000 });
  });

  it('of a proxy in front of it says the same, and asks for ten minutes at most', () => {
    expect(readRefusal(answer(503, '<h1>Service Unavailable</h1>', '86400'))).toEqual({
      code: 'too-many-requests',
      waitMs: 600_000,
    });
  });

  it.each(['soon', '-1', '1.5', 'Mon, 30 Nov 2026 07:00:00 GMT'])('takes no pause from %s', (retryAfter) => {
    expect(readRefusal(answer(503, '', retryAfter))).toEqual({ code: 'bad-answer' });
  });
});
