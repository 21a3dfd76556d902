import { isBackupCommand, runBackupCommand } from './backup-commands.ts';
import { isParcelCommand, runParcelCommand } from './parcel-commands.ts';
import { runCommand, type CommandResult } from './command-line.ts';
import { messages } from './messages.ts';
import { openDatabase } from './open-database.ts';
import { filesFolderOf } from './province-backup.ts';
import { DEFAULT_FOLDER, FolderTaken } from './server-folder.ts';
import { createProvinceService } from './services/province-service.ts';
import { startServer } from './start-server.ts';
import { openAsOwner } from './storage/database.ts';
import { createFileFolder } from './storage/file-folder.ts';
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

const place = { dataDir, databaseUrl, filesFolder };

const args = process.argv.slice(2);
await (args.length === 0 ? serve() : command()).catch((failure: unknown) => endWith(describe(failure)));

/** Serves until told to stop. */
async function serve(): Promise<void> {
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new BadPort();
  const server = await startServer({ ...place, port, host, log: true });
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
    ? await runBackupCommand(args, place)
    : isParcelCommand(args)
      ? await runParcelCommand(args, place)
      : await provinceCommand();
  say(text);
  process.exitCode = isDone ? 0 : 1;
}

async function provinceCommand(): Promise<CommandResult> {
  const { url, close } = await openDatabase(dataDir, databaseUrl);
  const owner = openAsOwner(url);
  try {
    await migrate(owner);
    return await runCommand(
      args,
      createProvinceService(owner, Date.now, createFileFolder(filesFolder ?? filesFolderOf(dataDir))),
    );
  } finally {
    await owner.destroy();
    await close();
  }
}

function describe(failure: unknown): string {
  if (failure instanceof BadPort) return messages.badPort(portText ?? '');
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
