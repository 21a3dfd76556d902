/**
 * Gives one piece of work to a worker of its own and ends it whatever comes: with its answer, when `ms` milliseconds are over, when it fails (out of
 * memory too), or when `signal` stops it. Undefined for all but an answer.
 */
export function askWorker<Answer>(
  worker: Worker,
  question: unknown,
  ms: number,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const end = (answer?: Answer): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      worker.terminate();
      resolve(answer);
    };
    const stop = (): void => {
      end();
    };
    const timer = setTimeout(stop, ms);
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      end(data);
    });
    worker.addEventListener('error', stop);
    worker.addEventListener('messageerror', stop);
    worker.postMessage(question);
  });
}
