import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkPackage } from '#electron/main/services/archive/check-package.ts';
import { archiveCommandText as text, describeFinding } from '#renderer/messages/archive-check.ts';
import { sharedText } from '#renderer/messages/shared.ts';
import { formatReceipt, RECEIPT_FORMAT, type ArchiveReceipt } from '#shared/domain/dossier/archive-receipt.ts';
import {
  findingWeights,
  isSound,
  type PackageFinding,
  type PackageReport,
} from '#shared/domain/dossier/archive-report.ts';
import { fileHashSchema } from '#shared/base/ids.ts';
import { dateOfInstant } from '#shared/base/plain-date.ts';

const SOUND = 0;
const FAULTY = 1;
const FAILED = 2;

/** `npm run archive -- check PATH` and `… receipt PATH`: the archive's side of a hand-over, without the app. The exit code says what was found. */
export async function run(args: readonly string[]): Promise<number> {
  const read = readOrder(args);
  if (read === undefined) return fail(text.usage.join('\n'));
  const { act, paths, options } = read;
  let worst = SOUND;
  for (const path of paths) {
    const report = await check(path, options);
    if (report === undefined) worst = Math.max(worst, fail(text.cannotRead(path)));
    else if (act === 'receipt') return writeReceipt(report, options);
    else worst = Math.max(worst, isSound(report) ? SOUND : FAULTY);
  }
  return worst;
}

async function check(path: string, { hash, json }: Options): Promise<PackageReport | undefined> {
  const report = await checkPackage(path, hash === undefined ? {} : { statedHash: hash }).catch(() => undefined);
  if (report === undefined) return undefined;
  if (json) console.log(JSON.stringify(report));
  else for (const line of describe(report)) console.log(line);
  return report;
}

type Options = {
  readonly hash?: string;
  readonly json: boolean;
  readonly archive: string;
  readonly person: string;
  readonly number: string;
  readonly return: string;
  readonly out: string;
};

function readOrder(
  args: readonly string[],
): { readonly act: 'check' | 'receipt'; readonly paths: readonly string[]; readonly options: Options } | undefined {
  const asText = { type: 'string', default: '' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        hash: { type: 'string' },
        json: { type: 'boolean', default: false },
        archive: asText,
        person: asText,
        number: asText,
        return: asText,
        out: { type: 'string', default: 'receipt.json' },
      },
    });
    const [act, ...paths] = positionals;
    if ((act !== 'check' && act !== 'receipt') || paths.length === 0) return undefined;
    const isForOne = act === 'receipt' || values.hash !== undefined;
    if (isForOne && paths.length > 1) return undefined;
    if (values.hash !== undefined && !fileHashSchema.safeParse(values.hash).success) return undefined;
    if (act === 'receipt' && (values.archive === '' || values.person === '')) return undefined;
    const { hash, ...others } = values;
    return { act, paths, options: hash === undefined ? others : { ...others, hash } };
  } catch {
    return undefined;
  }
}

function describe(report: PackageReport): readonly string[] {
  const { name, files, bytes, code, title, documents, packageHash, findings } = report;
  const faults = findings.filter(({ code: kind }) => findingWeights[kind] === 'fault');
  const notes = findings.filter(({ code: kind }) => findingWeights[kind] === 'note');
  return [
    text.facts(name, files, sharedText.bytes(bytes)),
    ...(code === '' ? [] : [text.dossier(code, title, documents)]),
    ...(packageHash === '' ? [] : [text.hash(packageHash)]),
    ...(faults.length === 0 ? [text.sound] : [text.faults(faults.length), ...faults.map(lineOf)]),
    ...(notes.length === 0 ? [] : [text.notes, ...notes.map(lineOf)]),
  ];
}

function lineOf(finding: PackageFinding): string {
  const about = [finding.where, finding.detail].filter((part) => part !== '').join(' → ');
  return `  ${describeFinding(finding)}${about === '' ? '' : `: ${about}`}`;
}

/** What was not found sound is only sent back. */
async function writeReceipt(report: PackageReport, options: Options): Promise<number> {
  const isReturned = options.return !== '';
  if (!isReturned && !isSound(report)) return fail(text.notAccepted);
  if (report.packageHash === '') return fail(text.noHash);
  const receipt: ArchiveReceipt = {
    format: RECEIPT_FORMAT,
    outcome: isReturned ? 'returned' : 'accepted',
    packageHash: report.packageHash,
    dossierCode: report.code.slice(0, 100),
    dossierTitle: report.title.slice(0, 1000),
    documents: report.documents,
    number: options.number.slice(0, 80),
    on: dateOfInstant(Date.now()),
    archive: options.archive.slice(0, 200),
    person: options.person.slice(0, 200),
    reason: options.return.slice(0, 1000),
  };
  await writeFile(options.out, formatReceipt(receipt));
  console.log(text.receiptWritten(options.out));
  return SOUND;
}

function fail(words: string): number {
  console.error(words);
  return FAILED;
}
