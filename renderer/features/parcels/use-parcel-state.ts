import { useCallback, useEffect, useState } from 'react';
import { readParcelState, type ParcelState } from '#renderer/platform/desktop-parcels.ts';

/** Packages of this PC as the desktop remembers them; undefined until it has answered. `refresh` asks again. */
export function useParcelState(): { readonly state: ParcelState | undefined; readonly refresh: () => void } {
  const [state, setState] = useState<ParcelState>();
  const refresh = useCallback(() => {
    void readParcelState().then((reply) => {
      if (reply.ok) setState(reply.value);
    });
  }, []);
  useEffect(refresh, [refresh]);
  return { state, refresh };
}
