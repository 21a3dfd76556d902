import type { CheckNews, CheckOrder } from '#shared/contract/archive.ts';
import { systemCode } from '../disk/disk-failure.ts';
import { checkPackage } from './check-package.ts';

/** A process of its own that checks one package and ends: archives and XML from outside are never read where keys are. */
const TELL_EVERY_MS = 150;
let told = 0;

process.parentPort.once('message', ({ data }) => {
  const { path, statedHash } = data as CheckOrder;
  const tell = (news: CheckNews): void => {
    process.parentPort.postMessage(news);
  };
  checkPackage(path, {
    ...(statedHash === null ? {} : { statedHash }),
    tell: (done, total) => {
      if (Date.now() - told < TELL_EVERY_MS) return;
      told = Date.now();
      tell({ kind: 'progress', done, total });
    },
  }).then(
    (report) => {
      tell({ kind: 'report', report });
    },
    (cause: unknown) => {
      tell({ kind: 'failed', code: systemCode(cause) ?? 'unexpected' });
    },
  );
});
