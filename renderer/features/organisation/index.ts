export { OrganisationScreen } from './organisation-screen.tsx';
