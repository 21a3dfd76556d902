export { ArrivalsLink } from './arrivals-link.tsx';
export { ArrivalsScreen } from './arrivals-screen.tsx';
