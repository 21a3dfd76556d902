import { useEffect, useState } from 'react';
import { describePackage } from '#shared/domain/dossier/archive-metadata.ts';
import { archivePackageSchema } from '#shared/domain/dossier/archive-package.ts';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import { submitDossier } from '#renderer/data/dossiers/dossier-repository.ts';
import { useOffice } from '#renderer/data/office-context.tsx';
import type { DossierRow } from '#renderer/data/rows.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { formatCount } from '#renderer/messages/format-count.ts';
import {
  cancelArchive,
  findPresentFiles,
  readArchiveProgress,
  writePackage,
  type ArchiveProgress,
  type PackageForm,
} from '#renderer/platform/desktop-archive.ts';
import { notifyDone, notifyError, notifyInfo } from '#renderer/ui/notify.tsx';
import { useMetadataSurroundings } from './use-metadata-surroundings.ts';

/** How far the package has come; null while none is made. */
export type PackageMaker = {
  readonly progress: { readonly stage: ArchiveProgress['stage']; readonly percent: number } | null;
  readonly make: (form: PackageForm) => Promise<void>;
  readonly cancel: () => void;
};

const LOOK_MS = 300;

/** Makes the package of a closed dossier and notes that it goes to the archive. */
export function usePackageMaker(dossier: DossierRow, papers: readonly DossierPaper[]): PackageMaker {
  const office = useOffice();
  const surroundings = useMetadataSurroundings(dossier.holderStaffId);
  const [progress, setProgress] = useState<PackageMaker['progress']>(null);
  const isWorking = progress !== null;
  useEffect(() => {
    if (!isWorking) return undefined;
    const timer = setInterval(() => {
      void readArchiveProgress().then((now) => {
        if (now !== undefined && now.stage !== 'idle')
          setProgress((before) =>
            before === null ? null : { stage: now.stage, percent: now.total === 0 ? 0 : (100 * now.done) / now.total },
          );
      });
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isWorking]);

  const make = async (form: PackageForm): Promise<void> => {
    const hashes = [...new Set(papers.flatMap(({ files }) => files.map(({ hash }) => hash)))];
    const present = await findPresentFiles(hashes);
    const elsewhere = hashes.filter((hash) => present?.has(hash) === false);
    if (elsewhere.length > 0) {
      notifyInfo(dossiersText.handOver.filesElsewhere(formatCount(elsewhere.length)));
      return;
    }
    const order = archivePackageSchema.safeParse(describePackage(dossier, papers, surroundings));
    if (!order.success) {
      notifyError('bad-value');
      return;
    }
    setProgress({ stage: 'idle', percent: 0 });
    const written = await writePackage(dossier.id, order.data, form);
    setProgress(null);
    if (!written.ok) {
      notifyError(written.error.code);
      return;
    }
    if (written.value === null) return;
    const saved = await submitDossier(office, dossier.id, written.value.packageHash);
    if (saved.ok) notifyDone(dossiersText.done.packaged(written.value.name));
    else notifyError(saved.error.code);
  };
  return { progress, make, cancel: () => void cancelArchive() };
}
