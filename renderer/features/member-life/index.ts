export { LifeTimeline, type RecordPoint } from './life-timeline.tsx';
export { RecordEventButton } from './record-event-button.tsx';
