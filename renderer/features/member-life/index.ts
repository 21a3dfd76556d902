export { WithChangeBasis } from './change-basis.tsx';
export { LifeTimeline, type RecordPoint } from './life-timeline.tsx';
export { MemberEventsScreen } from './events/member-events-screen.tsx';
export { MemberPastScreen } from './past/member-past-screen.tsx';
export { PastRecordButton } from './past/past-record-button.tsx';
export { ProposalsCard } from './proposals-card.tsx';
export { RecordEventButton } from './record-event-button.tsx';
