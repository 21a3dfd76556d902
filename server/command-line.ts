import { parseArgs } from 'node:util';
import { communeIdSchema } from '#shared/base/ids.ts';
import { agencySchema } from '#shared/domain/exchange/agency-record.ts';
import type { AgencyWish } from './services/directory-service.ts';
import { CODE_DAYS, type ProvinceService } from './services/province-service.ts';
import type { OwedFile } from './storage/owed-reader.ts';
import type { ListedDevice } from './storage/province-store.ts';
import { messages } from './messages.ts';
import { sayLogLine } from './messages-of-log.ts';

/** What a command says, and whether it was done. */
export type CommandResult = { readonly isDone: boolean; readonly text: string };

/** Runs one command of the province's people. */
export async function runCommand(args: readonly string[], province: ProvinceService): Promise<CommandResult> {
  const [command, subject, ...rest] = args;
  if (command === 'list') return done(await describeAll(province));
  if (command === 'owes' && rest.length === 0) return describeOwed(subject, province);
  if (command === 'revoke' && subject !== undefined) return revoke(subject, rest, province);
  if (command === 'restored' && subject === undefined) return done(messages.newLife(await province.beginNewLife()));
  if (command === 'audit' && subject === '--verify') return verifyLogs(province);
  if (command === 'audit' && subject !== undefined) return showLog(subject, province);
  if (command === 'enrol' && subject === 'commune') return enrolCommune(rest, province);
  if (command === 'merge' && subject !== undefined && rest[0] !== undefined) return merge(subject, rest[0], province);
  if (command === 'enrol' && subject === 'pc') return enrolPc(rest, province);
  return failed(messages.usage);
}

async function enrolCommune(rest: readonly string[], province: ProvinceService): Promise<CommandResult> {
  const parsed = parseCommuneArguments(rest);
  if (parsed === undefined) return failed(messages.usage);
  const { id, name, provinceName, wish } = parsed;
  if (id === undefined || name === undefined || provinceName === undefined) return failed(messages.usage);
  if (!communeIdSchema.safeParse(id).success) return failed(messages.badCommuneId(id));
  await province.createCommune(
    { id, name: name.normalize('NFC').trim(), province: provinceName.normalize('NFC').trim(), ...wish },
    messages,
  );
  return done(messages.communeMade(id, name, provinceName));
}

function parseCommuneArguments(rest: readonly string[]):
  | {
      readonly id: string | undefined;
      readonly name: string | undefined;
      readonly provinceName: string | undefined;
      readonly wish: AgencyWish;
    }
  | undefined {
  try {
    const options = { kind: { type: 'string' }, 'organ-id': { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true });
    const wish = agencySchema
      .pick({ kind: true, organId: true })
      .partial()
      .safeParse({
        ...(values.kind !== undefined && { kind: values.kind }),
        ...(values['organ-id'] !== undefined && { organId: values['organ-id'] }),
      });
    const [id, name, provinceName] = positionals;
    if (!wish.success) return undefined;
    const { kind, organId } = wish.data;
    return {
      id,
      name,
      provinceName,
      wish: { ...(kind !== undefined && { kind }), ...(organId !== undefined && { organId }) },
    };
  } catch {
    return undefined; // an option nobody knows: the usage says which there are
  }
}

async function merge(from: string, into: string, province: ProvinceService): Promise<CommandResult> {
  const merger = await province.mergeCommune(from, into);
  return merger === 'merged' ? done(messages.merged(from, into)) : failed(messages.notMerged[merger](from, into));
}

async function enrolPc(rest: readonly string[], province: ProvinceService): Promise<CommandResult> {
  const parsed = parsePcArguments(rest);
  if (parsed === undefined) return failed(messages.usage);
  const { commune, name, holdsRegister } = parsed;
  const code = await province.createCode(commune, { holdsRegister, ...(name !== undefined && { name }) });
  return code === undefined ? failed(messages.noCommune(commune)) : done(messages.codeMade(code, commune, CODE_DAYS));
}

function parsePcArguments(
  rest: readonly string[],
): { commune: string; name: string | undefined; holdsRegister: boolean } | undefined {
  try {
    const options = { name: { type: 'string' }, 'holds-register': { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true });
    const [commune] = positionals;
    return commune === undefined
      ? undefined
      : { commune, name: values.name, holdsRegister: values['holds-register'] ?? false };
  } catch {
    return undefined; // an option nobody knows: the usage says which there are
  }
}

async function revoke(subject: string, rest: readonly string[], province: ProvinceService): Promise<CommandResult> {
  const wipe = rest[0] === '--wipe';
  if (rest.length > (wipe ? 1 : 0)) return failed(messages.usage);
  const dev = parseDevice(subject);
  const isDone = dev !== undefined && (await province.revoke(dev, { wipe }));
  if (dev === undefined || !isDone) return failed(messages.noDevice(subject));
  return done(wipe ? messages.wipeOrdered(dev) : messages.revoked(dev));
}

function parseDevice(text: string): number | undefined {
  const dev = Number(text);
  return Number.isInteger(dev) && dev > 0 && dev < 2 ** 31 ? dev : undefined;
}

async function showLog(subject: string, province: ProvinceService): Promise<CommandResult> {
  const dev = parseDevice(subject);
  const lines = dev === undefined ? [] : await province.logOf(dev);
  if (lines.length === 0) return failed(messages.noLog(subject));
  const names = await province.namesOf(lines.flatMap(({ by, id }) => [by, id]));
  return done(lines.map((line) => messages.logLine(line.n, line.at, sayLogLine(line, names))).join('\n'));
}

async function verifyLogs(province: ProvinceService): Promise<CommandResult> {
  const { devices, lines, faults } = await province.verifyLogs();
  if (faults.length === 0) return done(messages.logsVerified(devices, lines));
  return failed(
    faults
      .map(({ dev, n }) => (n === undefined ? messages.logBadSignature(dev) : messages.logBroken(dev, n)))
      .join('\n'),
  );
}

async function describeAll(province: ProvinceService): Promise<string> {
  const { communes, devices } = await province.list();
  if (communes.length === 0) return messages.nothingYet;
  const lines = communes.flatMap((commune) => [
    messages.communeLine(commune.id, commune.name, commune.province),
    ...devices
      .filter((device) => device.commune === commune.id)
      .map((device) => messages.deviceLine(device.dev, device.name, toDay(device.enrolledAt), notesOf(device))),
  ]);
  return lines.join('\n');
}

/** Which PC owes what, and since when. */
async function describeOwed(commune: string | undefined, province: ProvinceService): Promise<CommandResult> {
  const owed = await province.owed(commune);
  if (owed === undefined) return failed(messages.noCommune(commune ?? ''));
  const { standings, files } = owed;
  if (standings.length === 0) return done(messages.nothingYet);
  const known = new Set(standings.map(({ dev }) => dev));
  const lines = standings.flatMap(({ dev, commune: place, name, lastN, seenAt, behind }) => [
    messages.standingLine({ dev, commune: place, name, lastN, behind, seenAtMs: seenAt?.getTime() ?? null }),
    ...files.filter((file) => file.dev === dev).map((file) => owedLine(file)),
  ]);
  const orphans = files.filter(({ dev }) => !known.has(dev));
  const others = orphans.length === 0 ? [] : [messages.owedByOthers, ...orphans.map((file) => owedLine(file))];
  return done([...lines, ...others, messages.owedSum(standings.length, files.length)].join('\n'));
}

function owedLine({ name, size, since, hash }: OwedFile): string {
  return messages.owedFile(name, size, since?.getTime() ?? null, hash);
}

/** What the province should know of a PC beside its name. */
function notesOf({ isRevoked, hasLeft, isToWipe, rejoinedFrom, log }: ListedDevice): string[] {
  return [
    ...(rejoinedFrom === null ? [] : [messages.noteCopy(rejoinedFrom)]),
    ...(log.n === 0 ? [] : [messages.noteLog(log.n)]),
    ...(log.broken === null ? [] : [messages.noteBroken[log.broken](log.brokenN ?? 0)]),
    ...(hasLeft ? [messages.noteLeft] : isRevoked ? [messages.noteRevoked] : []),
    ...(isToWipe ? [messages.noteWipe] : []),
  ];
}

/** dd/mm/yyyy in Vietnam's time. */
function toDay(instant: Date): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(instant);
}

function done(text: string): CommandResult {
  return { isDone: true, text };
}

function failed(text: string): CommandResult {
  return { isDone: false, text };
}
