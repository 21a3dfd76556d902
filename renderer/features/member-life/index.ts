export { LifeTimeline, type RecordPoint } from './life-timeline.tsx';
export { ProposalsCard } from './proposals-card.tsx';
export { RecordEventButton } from './record-event-button.tsx';
