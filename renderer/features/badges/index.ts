export { BadgesScreen } from './badges-screen.tsx';
