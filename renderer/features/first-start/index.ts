export { AddPersonModal } from './add-person-modal.tsx';
export { ChoosePersonScreen } from './choose-person-screen.tsx';
export { EnrolScreen } from './enrol-screen.tsx';
