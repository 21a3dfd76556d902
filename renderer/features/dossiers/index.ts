export { DossiersScreen } from './dossiers-screen.tsx';
