import { isBackupCommand, runBackupCommand } from './backup-commands.ts';
import { isParcelCommand, runParcelCommand } from './parcel-commands.ts';
import { runCommand, type CommandResult } from './command-line.ts';
import { messages } from './messages.ts';
import { openDatabase } from './open-database.ts';
import { openFilePlaces, type FileSettings } from './open-file-places.ts';
import { DEFAULT_FOLDER, FolderTaken } from './server-folder.ts';
import { createProvinceService } from './services/province-service.ts';
import { startServer } from './start-server.ts';
import { BucketFault } from './storage/bucket-fault.ts';
import { BadFileSettings, readBucketSettings } from './storage/bucket-settings.ts';
import { openAsOwner } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';

const DEFAULT_PORT = 8686;

const {
  DATABASE_URL: databaseUrl,
  HOSOXA_SERVER_DATA: dataDir = DEFAULT_FOLDER,
  HOSOXA_FILES: filesFolder,
  HOSOXA_HOST: host = '127.0.0.1',
  HOSOXA_PORT: portText,
} = process.env;

/** HOSOXA_PORT is no port. */
class BadPort extends Error {
  override readonly name = 'BadPort';
}

const args = process.argv.slice(2);
await (args.length === 0 ? serve() : command()).catch((failure: unknown) => endWith(describe(failure)));

/** Where database and files are, by the environment. Throws `BadFileSettings`. */
function placeOf(): FileSettings & { readonly databaseUrl: string | undefined } {
  return { dataDir, databaseUrl, filesFolder, bucket: readBucketSettings(process.env) };
}

/** Serves until told to stop. */
async function serve(): Promise<void> {
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new BadPort();
  const server = await startServer({ ...placeOf(), port, host, log: true });
  say(messages.serving(server.url));
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say(messages.stopping);
    void server.stop().then(
      () => {
        say(messages.stopped);
        process.exit(0);
      },
      (failure: unknown) => endWith(describe(failure)),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** One command of the province's people, beside a running server or without one. */
async function command(): Promise<void> {
  const { isDone, text } = isBackupCommand(args)
    ? await runBackupCommand(args, placeOf())
    : isParcelCommand(args)
      ? await runParcelCommand(args, placeOf())
      : await provinceCommand();
  say(text);
  process.exitCode = isDone ? 0 : 1;
}

async function provinceCommand(): Promise<CommandResult> {
  const places = await openFilePlaces(placeOf());
  const { url, close } = await openDatabase(dataDir, databaseUrl);
  const owner = openAsOwner(url);
  try {
    await migrate(owner);
    return await runCommand(args, createProvinceService(owner, Date.now, places.files));
  } finally {
    await owner.destroy();
    await close();
    places.close();
  }
}

function describe(failure: unknown): string {
  if (failure instanceof BadPort) return messages.badPort(portText ?? '');
  if (failure instanceof BadFileSettings) return messages.badFileSettings[failure.kind](failure.names);
  if (failure instanceof BucketFault) return messages.bucketFault[failure.kind](failure.detail);
  if (failure instanceof FolderTaken) return messages.alreadyRunning(failure.pid, dataDir);
  if ((failure as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return messages.portTaken(Number(portText ?? DEFAULT_PORT));
  return messages.failed(failure instanceof Error ? failure.message : String(failure));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function endWith(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
