import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '#shared/base/errors.ts';
import type { Result } from '#shared/base/result.ts';

type Ask<T> = () => Promise<Result<T, { readonly code: ErrorCode }>>;

/** What the desktop last answered, asked every `everyMs`; undefined until then. `refresh` asks at once. `ask` must be a constant. */
export function usePolled<T>(
  ask: Ask<T>,
  everyMs: number,
): { readonly value: T | undefined; readonly refresh: () => void } {
  const [value, setValue] = useState<T>();
  const live = useRef(true);
  const refresh = useCallback(() => {
    void ask().then((reply) => {
      if (live.current && reply.ok) setValue(reply.value);
    });
  }, [ask]);
  useEffect(() => {
    live.current = true;
    refresh();
    const timer = setInterval(refresh, everyMs);
    return () => {
      live.current = false;
      clearInterval(timer);
    };
  }, [refresh, everyMs]);
  return { value, refresh };
}
