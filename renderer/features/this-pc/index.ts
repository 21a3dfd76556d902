export { ThisPcScreen } from './this-pc-screen.tsx';
