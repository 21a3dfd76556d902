export { CellBookScreen } from './cell-book-screen.tsx';
