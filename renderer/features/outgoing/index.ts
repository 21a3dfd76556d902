export { NewOutgoingScreen } from './new/new-outgoing-screen.tsx';
export { OutgoingScreen } from './outgoing-screen.tsx';
export { WriteScreen } from './write/write-screen.tsx';
