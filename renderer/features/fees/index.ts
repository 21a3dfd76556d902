export { FeesScreen } from './fees-screen.tsx';
