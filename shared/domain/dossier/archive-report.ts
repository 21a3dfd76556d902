/**
 * What a check of a package can find. `CSIP…` rules stand in `rule` of `mets-rule`.
 * `fault`: the package may not be taken in; `note`: a person should know, the package is whole.
 */
export const findingWeights = {
  'not-a-package': 'fault',
  'zip-broken': 'fault',
  bomb: 'fault',
  'path-trick': 'fault',
  'name-unfit': 'fault',
  'name-twice': 'fault',
  'not-a-file': 'fault',
  unreadable: 'fault',
  'mets-missing': 'fault',
  'mets-name': 'fault',
  'mets-unreadable': 'fault',
  'mets-rule': 'fault',
  'mets-edited': 'fault',
  'file-missing': 'fault',
  'file-renamed': 'fault',
  'file-added': 'fault',
  'file-altered': 'fault',
  'file-unchecked': 'fault',
  'file-not-its-kind': 'fault',
  'list-missing': 'fault',
  'list-unreadable': 'fault',
  'list-edited': 'fault',
  'list-incomplete': 'fault',
  'manifest-missing': 'fault',
  'manifest-unreadable': 'fault',
  'manifest-disagrees': 'fault',
  'metadata-unreadable': 'fault',
  'metadata-disagrees': 'fault',
  'count-wrong': 'fault',
  'hash-not-stated': 'fault',
  'file-unlisted': 'note',
  'not-ours': 'note',
  'more-findings': 'note',
} as const;

export type FindingCode = keyof typeof findingWeights;

/** One thing found. `where`: path within the package; `rule`: of CSIP; `detail`: other path, numbers; each empty when it says nothing. */
export type PackageFinding = {
  readonly code: FindingCode;
  readonly where: string;
  readonly rule: string;
  readonly detail: string;
};

/** Outcome of checking a package. `packageHash`, `code`, `title`: empty when the package does not say them; `name`: of folder or file. */
export type PackageReport = {
  readonly name: string;
  readonly isOurs: boolean;
  readonly packageHash: string;
  readonly code: string;
  readonly title: string;
  readonly office: string;
  readonly documents: number;
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly PackageFinding[];
};

/** Whether nothing was found that forbids taking the package in. */
export function isSound({ findings }: Pick<PackageReport, 'findings'>): boolean {
  return findings.every(({ code }) => findingWeights[code] === 'note');
}
