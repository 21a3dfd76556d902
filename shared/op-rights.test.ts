import { describe, expect, it } from 'vitest';
import { lackedActions } from './op-rights.ts';

const approval = { t: 'set', type: 'opinion', f: { kind: 'approved', text: '' } } as const;

describe('rights by value', () => {
  it('let everybody who opines comment, but only leaders and heads of the office approve', () => {
    const comment = { t: 'set', type: 'opinion', f: { kind: 'comment', text: 'x' } } as const;
    for (const role of ['clerk', 'officer', 'office-head', 'leader'] as const)
      expect(lackedActions(role, comment, true)).toEqual([]);
    expect(lackedActions('leader', approval, true)).toEqual([]);
    expect(lackedActions('office-head', approval, true)).toEqual([]);
    expect(lackedActions('officer', approval, true)).toEqual(['outgoing.approve']);
    expect(lackedActions('clerk', approval, true)).toEqual(['outgoing.approve']);
  });

  it('do not let a comment become an approval afterwards', () => {
    expect(lackedActions('officer', { t: 'set', type: 'opinion', f: { kind: 'approved' } }, false)).toEqual([
      'outgoing.approve',
    ]);
  });

  it('bind each state of an outgoing paper to the step that leads there', () => {
    const into = (state: string) => ({ t: 'set', type: 'outgoing', f: { state } }) as const;
    expect(lackedActions('officer', into('in-review'), false)).toEqual([]);
    expect(lackedActions('officer', into('approved'), false)).toEqual(['outgoing.approve']);
    expect(lackedActions('leader', into('issued'), false)).toEqual(['outgoing.number']);
    expect(lackedActions('clerk', into('issued'), false)).toEqual([]);
    expect(lackedActions('clerk', into('approved'), false)).toEqual(['outgoing.approve']);
    expect(lackedActions('officer', into('recalled'), false)).toEqual(['outgoing.number']);
  });

  it('do not let a paper be born approved, or with a number, by somebody who may not give them', () => {
    const born = (f: Record<string, string | number | null>) => ({ t: 'set', type: 'outgoing', f }) as const;
    expect(lackedActions('officer', born({ state: 'draft', number: null }), true)).toEqual([]);
    expect(lackedActions('officer', born({ state: 'approved', number: null }), true)).toEqual(['outgoing.approve']);
    expect(lackedActions('officer', born({ state: 'draft', number: 12 }), true)).toEqual(['outgoing.number']);
    expect(lackedActions('clerk', born({ state: 'issued', number: 12 }), true)).toEqual([]);
  });
});
