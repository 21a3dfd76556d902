import { useEffect, useState } from 'react';
import { readVaultFile } from '#renderer/platform/read-vault-file.ts';

/** A portrait as the page can show it: its address, or that its file is not on this PC (yet). Undefined while it is read, or where there is none. */
export type Portrait = { readonly kind: 'here'; readonly url: string } | { readonly kind: 'not-here' };

/** Reads a portrait out of the vault; the picture is forgotten when it is no longer shown. */
export function usePortrait(hash: string | null): Portrait | undefined {
  const [portrait, setPortrait] = useState<{ readonly hash: string; readonly portrait: Portrait }>();
  useEffect(() => {
    if (hash === null) return undefined;
    let url: string | undefined;
    let isCurrent = true;
    void readVaultFile(hash, 'portrait').then((read) => {
      if (!isCurrent) return;
      if (!read.ok) {
        setPortrait({ hash, portrait: { kind: 'not-here' } });
        return;
      }
      url = URL.createObjectURL(new Blob([read.value], { type: 'image/jpeg' }));
      setPortrait({ hash, portrait: { kind: 'here', url } });
    });
    return () => {
      isCurrent = false;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [hash]);
  return portrait?.hash === hash ? portrait.portrait : undefined;
}
