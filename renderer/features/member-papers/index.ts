export { MemberPapersButton } from './member-papers-button.tsx';
