import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DossierPaper } from '#shared/domain/dossier/dossier-paper.ts';
import type { DossierRow } from '#renderer/data/rows.ts';
import { dossiersText } from '#renderer/messages/dossiers.ts';
import { noteAudit } from '#renderer/platform/desktop-audit.ts';
import { saveAs } from '#renderer/platform/desktop-files.ts';
import { notifyDone, notifyError } from '#renderer/ui/notify.tsx';
import classes from './hand-over.module.css';
import { useMetadataSurroundings } from './use-metadata-surroundings.ts';

type ExportTablesProps = { readonly dossier: DossierRow; readonly papers: readonly DossierPaper[] };

/** The dossier's metadata as sheets for the archive's own tools. The writer is loaded only when it is asked for. */
export function ExportTables({ dossier, papers }: ExportTablesProps): ReactNode {
  const text = dossiersText.handOver;
  const surroundings = useMetadataSurroundings(dossier.holderStaffId);
  const put = async (form: 'state' | 'party'): Promise<void> => {
    const { makeMetadataWorkbook } = await import('#renderer/paper/archive/make-metadata-workbook.ts');
    const bytes = await makeMetadataWorkbook(form, dossier, papers, surroundings);
    const code = dossier.code === '' ? String(dossier.year) : dossier.code;
    const saved = await saveAs(`${form === 'state' ? 'Metadata' : 'Metadata_Dang'} ${code}.xlsx`, bytes);
    if (!saved.ok) notifyError(saved.error.code);
    else if (saved.value) {
      notifyDone(dossiersText.done.exported);
      await noteAudit('list-exported', { type: 'dossier', id: dossier.id, detail: 'metadata' });
    }
  };
  return (
    <section className={classes.box}>
      <h3 className={classes.title}>{text.tables}</h3>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => void put('state')}>
          {text.sheetState}
        </Button>
        <Button size="xs" variant="default" onClick={() => void put('party')}>
          {text.sheetParty}
        </Button>
      </Group>
      <p className={classes.grey}>{text.sheetPartyNote}</p>
    </section>
  );
}
