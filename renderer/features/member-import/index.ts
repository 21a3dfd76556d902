export { MemberImportScreen } from './member-import-screen.tsx';
