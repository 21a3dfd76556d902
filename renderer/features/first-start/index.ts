export { ChoosePersonScreen } from './choose-person-screen.tsx';
export { EnrolScreen } from './enrol-screen.tsx';
