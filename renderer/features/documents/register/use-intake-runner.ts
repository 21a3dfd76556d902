import { useCallback, useEffect, useRef } from 'react';
import { notifyError } from '#renderer/ui/notify.tsx';
import { noteUnread, putBack, takeArrived, useIntake } from './intake-store.ts';
import { takeInFile, type TakenFile } from '#renderer/platform/take-in-file.ts';

const LEFT = 'left';

/**
 * Works off the arrived files one by one while the form is open; `stop` drops the one being copied and all after it.
 * Leaving the form drops nothing: the files go on when it is opened again.
 */
export function useIntakeRunner(onTaken: (taken: TakenFile) => void): { readonly stop: () => void } {
  const arrived = useIntake((state) => state.arrived);
  const latest = useRef(onTaken);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    latest.current = onTaken;
  });

  const run = useCallback(async () => {
    if (running.current !== null) return;
    const controller = new AbortController();
    running.current = controller;
    for (let file = takeArrived(); file !== undefined; file = takeArrived()) {
      const { name } = file;
      useIntake.setState({ busy: { name, percent: null } });
      const taken = await takeInFile(
        file,
        (percent) => useIntake.setState({ busy: { name, percent } }),
        controller.signal,
      );
      if (controller.signal.aborted) {
        if (controller.signal.reason === LEFT) putBack(file);
        break;
      }
      if (taken.ok) {
        latest.current(taken.value);
        if (!taken.value.hasText) noteUnread(taken.value.file.hash);
      } else notifyError(taken.error.code, name);
    }
    if (running.current !== controller) return;
    useIntake.setState({ busy: null });
    running.current = null;
  }, []);

  const stop = useCallback(() => {
    useIntake.setState({ arrived: [], busy: null });
    running.current?.abort();
    running.current = null;
  }, []);

  useEffect(() => {
    if (arrived.length > 0) void run();
  }, [arrived, run]);
  useEffect(
    () => () => {
      running.current?.abort(LEFT);
      running.current = null;
      useIntake.setState({ busy: null });
    },
    [],
  );
  return { stop };
}
