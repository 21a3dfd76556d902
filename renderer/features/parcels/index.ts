export { ParcelsScreen } from './parcels-screen.tsx';
