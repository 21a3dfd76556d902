export { showDocuments } from './documents-view-store.ts';
export { DocumentsScreen } from './documents-screen.tsx';
export { EditDocumentScreen } from './register/edit-document-screen.tsx';
export { FileDrop } from './register/file-drop.tsx';
export { RegisterScreen } from './register/register-screen.tsx';
