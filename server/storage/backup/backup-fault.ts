/**
 * What is wrong with a backup, or with the wish to restore it. `missing`: no backup in the folder; `foreign`: something else; `newer`: of a newer
 * server; `damaged`: truncated or changed; `other-province`: of another province than the one that would be replaced; `not-empty`: there is a
 * province already; `in-use`: a server works on the database.
 */
export type BackupFaultKind = 'missing' | 'foreign' | 'newer' | 'damaged' | 'other-province' | 'not-empty' | 'in-use';

/** A backup that cannot be used, or not here. `detail`: the part that is wrong. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault';

  constructor(
    readonly kind: BackupFaultKind,
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
  }
}
