export { LockScreen } from './lock-screen.tsx';
export { OpeningScreen } from './opening-screen.tsx';
export { PersonMissingScreen } from './person-missing-screen.tsx';
export { RecoveryCodeScreen } from './recovery-code-screen.tsx';
export { RestoreScreen } from './restore-screen.tsx';
export { SetPassphraseScreen } from './set-passphrase-screen.tsx';
