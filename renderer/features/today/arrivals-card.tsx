import { formatCount } from '#renderer/messages/format-count.ts';
import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Title } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { formatDate } from '#shared/base/partial-date.ts';
import type { PlainDate } from '#shared/base/plain-date.ts';
import { todayText } from '#renderer/messages/today.ts';
import classes from './card.module.css';
import chart from './chart.module.css';

type ArrivalsCardProps = { readonly arrivals: readonly { readonly day: PlainDate; readonly count: number }[] };

/** How many papers came in each of the last days. */
export const ArrivalsCard = memo(function ArrivalsCard({ arrivals }: ArrivalsCardProps): ReactNode {
  const text = todayText.charts;
  const total = arrivals.reduce((sum, { count }) => sum + count, 0);
  const busiest = arrivals.reduce(
    (most, day) => (day.count > most.count ? day : most),
    arrivals[0] ?? { day: null, count: 0 },
  );
  return (
    <section className={classes.card} aria-labelledby="arrivals-title">
      <header className={classes.header}>
        <Title order={2} id="arrivals-title" className={classes.title ?? ''}>
          {text.arrivals}
        </Title>
        {total > 0 && <span className={classes.grey}>{text.arrivalsTotal(formatCount(total))}</span>}
      </header>
      {total === 0 ? (
        <p className={classes.grey}>{text.none}</p>
      ) : (
        <div
          role="img"
          aria-label={text.arrivalsLabel(
            formatCount(total),
            formatCount(busiest.count),
            busiest.day === null ? '' : formatDate(busiest.day),
          )}
          className={chart.arrivals}
        >
          <BarChart
            h="100%"
            data={arrivals.map(({ day, count }) => ({
              day: formatDate(day).slice(0, 5),
              [text.arrivalsSeries]: count,
            }))}
            dataKey="day"
            series={[{ name: text.arrivalsSeries, color: 'brand.4' }]}
            withYAxis={false}
            gridAxis="none"
            barProps={{ isAnimationActive: false, radius: [3, 3, 0, 0] }}
            barChartProps={{ accessibilityLayer: false }}
            xAxisProps={{ interval: 'preserveStartEnd', minTickGap: 12 }}
            tooltipAnimationDuration={0}
          />
        </div>
      )}
    </section>
  );
});
