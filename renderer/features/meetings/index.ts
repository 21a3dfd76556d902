export { CellHome } from './home/cell-home.tsx';
export { MeetingsScreen } from './meetings-screen.tsx';
export { StudyScreen } from './study/study-screen.tsx';
