import { z } from 'zod';
import { fileHashSchema, recordIdSchema } from '#shared/base/ids.ts';
import { archivePackageSchema } from '#shared/domain/dossier/archive-package.ts';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';
import { packageFormSchema, type ArchiveProgress, type WrittenPackage } from './archive.ts';
import { nothing, output } from './ipc-parts.ts';

const fileName = z.string().min(1).max(200);

/** Channels for what a person takes out of the program: files saved and printed, dossiers handed over to the archive (`ipc.ts`). */
export const exportChannels = {
  /** Asks the person for a place and puts the dossier's hand-over package there: written, read back, checked. Null when they cancelled. */
  'archive:write': {
    input: z.strictObject({ dossierId: recordIdSchema, order: archivePackageSchema, form: packageFormSchema }),
    output: output<WrittenPackage | null>(),
  },
  /** Asks the person for a package and checks it in a process of its own. `statedHash`: as the sender's paper says it. */
  'archive:check': {
    input: z.strictObject({ form: packageFormSchema, statedHash: fileHashSchema.nullable() }),
    output: output<PackageReport | null>(),
  },
  'archive:progress': { input: nothing, output: output<ArchiveProgress>() },
  'archive:cancel': { input: nothing, output: output<null>() },
  /** Asks the person where to save; `saved` is false when they cancelled. */
  'files:save-as': {
    input: z.strictObject({ suggestedName: fileName, bytes: z.instanceof(Uint8Array) }),
    output: output<{ readonly saved: boolean }>(),
  },
  'files:save-vault-file-as': {
    input: z.strictObject({ suggestedName: fileName, hash: fileHashSchema }),
    output: output<{ readonly saved: boolean }>(),
  },
  /** Asks the person where to save an edXML message: texts of it, and the files of the vault that stand between them, zipped and in base64. */
  'files:save-edxml': {
    input: z.strictObject({
      suggestedName: fileName,
      pieces: z
        .array(z.union([z.string().max(2_000_000), z.strictObject({ hash: fileHashSchema, name: fileName })]))
        .min(1)
        .max(200),
    }),
    output: output<{ readonly saved: boolean }>(),
  },
  /** Opens the system's print dialogue for a file of the vault: a PDF, a picture, the text of a Word file, the tables of an Excel file. */
  'print:file': {
    input: z.strictObject({ title: fileName, hash: fileHashSchema }),
    output: output<{ readonly printed: boolean }>(),
  },
  /** Opens the system's print dialogue for a PDF made by the page. */
  'print:pdf': {
    input: z.strictObject({ title: fileName, bytes: z.instanceof(Uint8Array) }),
    output: output<{ readonly printed: boolean }>(),
  },
} as const;
