export { RatingsScreen } from './ratings-screen.tsx';
