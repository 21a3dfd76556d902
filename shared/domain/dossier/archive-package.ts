import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';
import { isPackageName } from './dossier-code.ts';

/** Names within a hand-over package: E-ARK CSIP (METS.xml, metadata, representations), beside them our list of hashes and manifest. */
export const packagePaths = {
  mets: 'METS.xml',
  manifest: 'manifest.json',
  hashList: 'manifest-sha256.txt',
  descriptive: 'metadata/descriptive/dossier.xml',
  data: 'representations/rep1/data',
} as const;

/** Endings files of a package have, by what they are. */
export const packageEndings = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const;

const packageName = z.string().refine(isPackageName, { error: 'not a name for a package' });
const fieldList = z
  .array(z.strictObject({ name: z.string().regex(/^[a-z][A-Za-z]{1,39}$/), value: z.string().max(2000) }))
  .max(60);
export type MetadataValue = z.infer<typeof fieldList>[number];

/** A document of a package: its code, its metadata in the table's order, and its files by their hash in the vault; the first is the paper itself. */
export const packageDocumentSchema = z.strictObject({
  code: packageName,
  fields: fieldList,
  files: z
    .array(
      z.strictObject({
        hash: fileHashSchema,
        name: packageName,
        mime: z.enum(Object.keys(packageEndings) as [keyof typeof packageEndings]),
      }),
    )
    .min(1)
    .max(50),
});
export type PackageDocument = z.infer<typeof packageDocumentSchema>;

/** A dossier as it is put into a hand-over package (gói nộp lưu). */
export const archivePackageSchema = z.strictObject({
  code: packageName,
  title: z.string().min(1).max(1000),
  fields: fieldList,
  documents: z.array(packageDocumentSchema).min(1).max(20_000),
  /** Who hands over. */
  maker: z.strictObject({ office: z.string().max(200), organId: z.string().max(40), person: z.string().max(200) }),
});
export type ArchivePackage = z.infer<typeof archivePackageSchema>;
