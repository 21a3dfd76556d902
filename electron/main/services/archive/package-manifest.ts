import { z } from 'zod';
import { fileHashSchema } from '#shared/base/ids.ts';

/** What says a folder is a package of ours, and of which form. */
export const PACKAGE_FORMAT = 'ho-so-xa archive package 1';

const fields = z.record(z.string().max(40), z.string().max(2000));

/** `manifest.json`: the package for programs that do not read METS. `files`: everything but METS, the list of hashes and itself. */
export const packageManifestSchema = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  createdAt: z.iso.datetime(),
  software: z.string().max(80),
  maker: z.strictObject({ office: z.string().max(200), organId: z.string().max(40), person: z.string().max(200) }),
  dossier: z.strictObject({ code: z.string().min(1).max(120), title: z.string().min(1).max(1000), fields }),
  documents: z
    .array(
      z.strictObject({ code: z.string().min(1).max(120), fields, files: z.array(z.string().max(300)).min(1).max(50) }),
    )
    .max(20_000),
  files: z
    .array(
      z.strictObject({
        path: z.string().max(300),
        size: z.int().min(0),
        sha256: fileHashSchema,
        mime: z.string().max(100),
      }),
    )
    .max(100_000),
});
export type PackageManifest = z.infer<typeof packageManifestSchema>;
export type PackageManifestFile = PackageManifest['files'][number];

/** Reads `manifest.json`; undefined when it is none of ours. */
export function parseManifest(bytes: Uint8Array): PackageManifest | undefined {
  try {
    const parsed = packageManifestSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
