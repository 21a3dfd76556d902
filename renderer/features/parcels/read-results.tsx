import type { ReactNode } from 'react';
import { describeError } from '#renderer/messages/errors.ts';
import { parcelsText } from '#renderer/messages/parcels.ts';
import type { ReadStep, StickReport } from '#renderer/sync/parcel/read-stick.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './parcels.module.css';
import { useParcelNames } from './use-parcel-names.ts';

const text = parcelsText.read;

/** What became of each package on the stick that was just read. */
export function ReadResults({ report }: { readonly report: StickReport }): ReactNode {
  const { placeOf } = useParcelNames();
  return (
    <SectionCard title={text.results}>
      <ul className={classes.results}>
        {report.parcels.map((step) => (
          <li key={`${String(step.title.from)} ${step.title.id}`}>
            <strong>{text.name(placeOf(step.title.from), String(step.title.number))}</strong>
            <span>{outcomeOf(step)}</span>
          </li>
        ))}
        {report.faults.map(({ name, code }) => (
          <li key={name}>
            <strong>{text.fault(name)}</strong>
            <span>{sayCode(code)}</span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function outcomeOf({ outcome, files, lacking, ops, leftOut }: ReadStep): string {
  if (outcome === 'whole')
    return [
      text.whole(files),
      ...(ops > 0 ? [text.ofColleagues(parcelsText.count(ops))] : []),
      ...(leftOut > 0 ? [text.leftOut(parcelsText.count(leftOut))] : []),
    ].join(' ');
  if (outcome === 'again') return text.again;
  return lacking.length === 0 ? sayCode(outcome) : `${sayCode(outcome)} ${text.lacking(lacking.join(', '))}`;
}

function sayCode(code: Parameters<typeof describeError>[0]): string {
  const { happened, safe, todo } = describeError(code);
  return `${happened}. ${safe} ${todo}`;
}
