import { basename, parse } from 'node:path';
import { stickLabelSchema } from '#shared/contract/parcel.ts';

const MOUNTS = /^\/(?:media\/[^/]+|run\/media\/[^/]+|mnt|Volumes)\/([^/]+)/;

/** What a stick seems to be called: where it is mounted, its drive letter, or else the folder's name; empty when that is nothing a label may be. */
export function stickLabelOf(folder: string): string {
  const drive = /^([A-Za-z]):/.exec(parse(folder).root)?.[1];
  const name = drive ?? MOUNTS.exec(folder)?.[1] ?? basename(folder);
  return stickLabelSchema.safeParse(name).data ?? '';
}
