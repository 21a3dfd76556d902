import { describe, expect, it } from 'vitest';
import { isApproved } from './use-approval.ts';

const v = (version: number) => ({ version });
const written = { drafterId: 'an-officer', secrecy: 'none' } as const;
const approval = (version: number) => ({ kind: 'approved', version }) as const;

describe('what may be issued', () => {
  it('is the version that was approved, and no later one another PC added meanwhile', () => {
    expect(isApproved({ ...written, state: 'approved' }, [v(1)], [approval(1)])).toBe(true);
    expect(isApproved({ ...written, state: 'approved' }, [v(2), v(1)], [approval(1)])).toBe(false);
    expect(isApproved({ ...written, state: 'in-review' }, [v(1)], [approval(1)])).toBe(false);
    expect(isApproved({ ...written, state: 'approved' }, [v(2), v(1)], [approval(1), approval(2)])).toBe(true);
  });

  it('is a paper signed on paper, of which nothing was written here', () => {
    expect(isApproved({ ...written, drafterId: null, state: 'draft' }, [], [])).toBe(true);
    expect(isApproved({ ...written, secrecy: 'secret', state: 'draft' }, [], [])).toBe(true);
  });

  it('is not a paper begun here of which no version was saved', () => {
    expect(isApproved({ ...written, state: 'draft' }, [], [])).toBe(false);
    expect(isApproved({ ...written, state: 'approved' }, [], [])).toBe(false);
  });
});
