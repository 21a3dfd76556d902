import { buildNumber, type BuildFacts } from './stamp-file.ts';

/** The running program, as the stamp compares it. */
export function thisBuild(version: string): BuildFacts {
  return { build: buildNumber(version), electronMajor: Number.parseInt(process.versions.electron, 10) };
}
