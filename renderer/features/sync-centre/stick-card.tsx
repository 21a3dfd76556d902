import { Button } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { parcelsText } from '#renderer/messages/parcels.ts';
import { routes, useNavigate } from '#renderer/ui/routes.ts';
import { SectionCard } from '#renderer/ui/section-card.tsx';

/** The way to packages on sticks, for who may carry them. */
export function StickCard(): ReactNode {
  const { may } = useMay('parcel.carry');
  const navigate = useNavigate();
  if (!may) return null;
  const text = parcelsText.link;
  return (
    <SectionCard title={text.title} text={text.text}>
      <Button
        variant="default"
        leftSection={<IconUsb size="1rem" aria-hidden />}
        onClick={() => navigate(routes.parcels())}
      >
        {text.go}
      </Button>
    </SectionCard>
  );
}
