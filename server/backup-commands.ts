import { messages } from './messages.ts';
import { backupProvince, restoreProvince, verifyBackup, type BackupOrder } from './province-backup.ts';
import type { CommandResult } from './command-line.ts';
import type { BackupReport } from './services/backup-service.ts';
import { BackupFault } from './storage/backup/backup-fault.ts';

const COMMANDS = ['backup', 'verify', 'restore'];

/** Whether these arguments are about backups. */
export function isBackupCommand([command]: readonly string[]): boolean {
  return command !== undefined && COMMANDS.includes(command);
}

/** Backs up, rehearses or restores. What is wrong with a backup is said, and nothing is changed. */
export async function runBackupCommand(
  args: readonly string[],
  place: Omit<BackupOrder, 'folder' | 'now'>,
): Promise<CommandResult> {
  const [command, folder, ...rest] = args;
  const replace = rest[0] === '--replace';
  const isWellFormed = folder !== undefined && rest.length === (replace ? 1 : 0) && (!replace || command === 'restore');
  if (!isWellFormed) return { isDone: false, text: messages.usage };
  try {
    if (command === 'backup') return tell(messages.backupMade, await backupProvince({ ...place, folder }));
    if (command === 'verify') return tell(messages.backupVerified, await verifyBackup(folder));
    const report = await restoreProvince({ ...place, folder, replace });
    const aside = report.aside === undefined ? [] : [messages.keptAside(report.aside)];
    const { isDone, text } = tell(messages.restored, report);
    return { isDone, text: [text, ...aside].join('\n') };
  } catch (failure) {
    if (!(failure instanceof BackupFault)) throw failure;
    return { isDone: false, text: messages.backupFault[failure.kind](failure.detail) };
  }
}

/** A backup with files missing is one, and says so: it must not pass for whole. */
function tell(text: (report: BackupReport) => string, report: BackupReport): CommandResult {
  const { lost } = report;
  const names = lost.slice(0, 20).map(({ commune, hash }) => `  ${commune}/${hash}`);
  const lines = [text(report), ...(lost.length === 0 ? [] : [messages.filesLost(lost.length), ...names])];
  return { isDone: lost.length === 0, text: lines.join('\n') };
}
