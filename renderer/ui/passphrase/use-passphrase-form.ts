import { useState, type SyntheticEvent } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import { useNewPassphrase, type NewPassphrase } from './use-new-passphrase.ts';

/** A form that ends with a new passphrase. */
export type PassphraseForm = {
  readonly passphrase: NewPassphrase;
  /** The person has tried to send the form: what is missing may be said. */
  readonly tried: boolean;
  readonly refusal: ErrorCode | null;
  readonly busy: boolean;
  /** Sends the form when the passphrase will do. `set` gives the code it was refused with, or null. */
  readonly submit: (event: SyntheticEvent, set: (passphrase: string) => Promise<ErrorCode | null>) => Promise<void>;
};

/** Keeps such a form. `known`: names that are tried first when the passphrase is judged. */
export function usePassphraseForm(known: readonly string[]): PassphraseForm {
  const passphrase = useNewPassphrase(known);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    passphrase,
    tried,
    refusal,
    busy,
    async submit(event, set) {
      event.preventDefault();
      setTried(true);
      setRefusal(passphrase.problem === 'weak' ? 'weak-passphrase' : null);
      if (passphrase.problem !== null || busy) return;
      setBusy(true);
      const code = await set(passphrase.value);
      setBusy(false);
      setRefusal(code);
    },
  };
}
