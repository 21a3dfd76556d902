import { z } from 'zod';
import type { PackageReport } from '#shared/domain/dossier/archive-report.ts';

/** How a hand-over package lies on a disk. */
export const packageFormSchema = z.enum(['folder', 'zip']);
export type PackageForm = z.infer<typeof packageFormSchema>;

/** A package that was written, read back and found sound. `name`: of its folder or file in the place the person chose. */
export type WrittenPackage = {
  readonly name: string;
  readonly packageHash: string;
  readonly files: number;
  readonly bytes: number;
};

/** How far making or checking a package has come: files while `preparing`, else bytes. */
export type ArchiveProgress = {
  readonly stage: 'idle' | 'preparing' | 'writing' | 'checking';
  readonly done: number;
  readonly total: number;
};

/** What the checking process is told, and what it tells. */
export type CheckOrder = { readonly path: string; readonly statedHash: string | null };
export type CheckNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'report'; readonly report: PackageReport }
  | { readonly kind: 'failed'; readonly code: string };
