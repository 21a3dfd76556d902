import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where things of this PC lie, all within one folder. */
export type ProfileFolder = {
  readonly root: string;
  readonly journal: string;
  /** The journal of the first build, one file in clear; taken over and removed at the first unlock. */
  readonly legacyJournal: string;
  readonly vault: string;
  readonly device: string;
  readonly keys: string;
  readonly keysSpare: string;
  readonly machineSecret: string;
  /** Wrong tries at passphrases. */
  readonly tries: string;
  /** Says that the province had this PC wiped. */
  readonly wiped: string;
  /** What is known of the page's store (`StoreFacts`), and which build was here last. */
  readonly store: string;
  readonly audit: string;
  readonly backup: string;
  /** What is known of packages on sticks. */
  readonly parcels: string;
  /** Where what comes from a backup waits until it is whole. */
  readonly backupStaging: string;
  /** Damaged and foreign things, kept. */
  readonly setAside: string;
  /** Room to give up when the disk is full. */
  readonly ballast: string;
  readonly windowState: string;
  /** Whether this PC answers on the office's network, and where others do. */
  readonly lan: string;
  readonly log: string;
};

/** Where things lie below a folder; makes nothing. */
export function profileFolderAt(path: string): ProfileFolder {
  const root = resolve(path);
  return {
    root,
    journal: join(root, 'journal'),
    legacyJournal: join(root, 'journal.hsxj'),
    vault: join(root, 'vault'),
    device: join(root, 'device.json'),
    keys: join(root, 'keys.json'),
    keysSpare: join(root, 'keys.spare.json'),
    machineSecret: join(root, 'machine-secret'),
    tries: join(root, 'tries'),
    wiped: join(root, 'wiped.json'),
    store: join(root, 'store.json'),
    audit: join(root, 'audit'),
    backup: join(root, 'backup.json'),
    parcels: join(root, 'parcels.json'),
    backupStaging: join(root, 'backup-staging'),
    setAside: join(root, 'set-aside'),
    ballast: join(root, 'ballast'),
    windowState: join(root, 'window.json'),
    lan: join(root, 'lan.json'),
    log: join(root, 'log'),
  };
}

/** Makes the profile folder if it is missing, readable by this account alone. */
export function openProfileFolder(path: string): ProfileFolder {
  const profile = profileFolderAt(path);
  mkdirSync(profile.root, { recursive: true, mode: 0o700 });
  return profile;
}
