import { useEffect, useState } from 'react';
import type { Judgement } from './judge-passphrase.ts';

/** A passphrase in the making: typed twice, and judged. */
export type NewPassphrase = {
  readonly value: string;
  readonly again: string;
  readonly setValue: (value: string) => void;
  readonly setAgain: (value: string) => void;
  readonly judgement: Judgement | null;
  /** Why it cannot be set yet; null when it can. */
  readonly problem: 'weak' | 'different' | null;
  readonly clear: () => void;
};

/** Keeps what is typed and judges it. `known`: names that are tried first. The judge with its word lists is loaded only now. */
export function useNewPassphrase(known: readonly string[]): NewPassphrase {
  const [value, setValue] = useState('');
  const [again, setAgain] = useState('');
  const [judged, setJudged] = useState<{ readonly of: string; readonly judgement: Judgement | null } | null>(null);
  const names = known.join('\n');
  useEffect(() => {
    let isCurrent = true;
    const judge = async (): Promise<void> => {
      const { judgePassphrase } = await import('./judge-passphrase.ts');
      if (isCurrent)
        setJudged({ of: value, judgement: value === '' ? null : judgePassphrase(value, names.split('\n')) });
    };
    void judge();
    return () => {
      isCurrent = false;
    };
  }, [value, names]);
  const judgement = judged?.judgement ?? null;
  // Enter may come before the newest letters were judged.
  const isEnough = judged?.of === value && judgement?.isEnough === true;
  const same = value.normalize('NFC') === again.normalize('NFC');
  return {
    value,
    again,
    setValue,
    setAgain,
    judgement,
    problem: !isEnough ? 'weak' : same ? null : 'different',
    clear: () => {
      setValue('');
      setAgain('');
    },
  };
}
