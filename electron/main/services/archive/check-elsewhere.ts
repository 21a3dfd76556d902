import { utilityProcess } from 'electron';
import type { CheckNews, CheckOrder } from '#shared/contract/archive.ts';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import type { CheckElsewhere } from './archive-desk.ts';

const MEMORY_MB = 512;
/** A check that says nothing for this long hangs on something. */
const SILENCE_MS = 60_000;

/** Checks packages in a process of its own (`archive-check-process.ts`) with a limit on memory; ended when it hangs or is cancelled. */
export function createCheckElsewhere(processFile: string): CheckElsewhere {
  return (path, { statedHash, tell, signal }) =>
    new Promise<PackageReport>((resolve, reject) => {
      const child = utilityProcess.fork(processFile, [], {
        serviceName: 'archive-check',
        execArgv: [`--max-old-space-size=${String(MEMORY_MB)}`],
        stdio: 'ignore',
      });
      const giveUp = (cause: Error): void => {
        child.kill();
        settle(() => {
          reject(cause);
        });
      };
      let silence = setTimeout(giveUp, SILENCE_MS, new Error('the check hangs'));
      const onAbort = (): void => {
        giveUp(new Error('cancelled'));
      };
      const settle = (answer: () => void): void => {
        clearTimeout(silence);
        signal.removeEventListener('abort', onAbort);
        answer();
      };
      signal.addEventListener('abort', onAbort);
      child.on('message', (news: CheckNews) => {
        if (news.kind === 'progress') {
          clearTimeout(silence);
          silence = setTimeout(giveUp, SILENCE_MS, new Error('the check hangs'));
          tell(news.done, news.total);
          return;
        }
        settle(() => {
          if (news.kind === 'report') resolve(news.report);
          else reject(new Error(`check failed: ${news.code}`));
        });
        child.kill();
      });
      child.once('exit', () => {
        giveUp(new Error('the check ended'));
      });
      const order: CheckOrder = { path, statedHash: statedHash ?? null };
      child.postMessage(order);
    });
}
