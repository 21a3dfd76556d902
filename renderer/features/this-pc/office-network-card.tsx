import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useMay } from '#renderer/data/rights/use-may.ts';
import { useToday } from '#renderer/data/use-today.ts';
import { officeNetworkText as text } from '#renderer/messages/office-network.ts';
import {
  lanAddressSchema,
  readLanState,
  setLanAddresses,
  setLanOn,
  type LanState,
} from '#renderer/platform/desktop-lan.ts';
import { FactList, type Fact } from '#renderer/ui/fact-list.tsx';
import { formatWhen } from '#renderer/ui/format-when.ts';
import { notifyError } from '#renderer/ui/notify.tsx';
import { SectionCard } from '#renderer/ui/section-card.tsx';
import classes from './this-pc.module.css';
import { usePolled } from './use-polled.ts';

const LOOK_MS = 3000;

/** The office's own network: switched on here, who is in reach, and the address of one other PC. */
export function OfficeNetworkCard(): ReactNode {
  const { value: state, refresh } = usePolled(readLanState, LOOK_MS);
  const { may } = useMay('pc.manage');
  const today = useToday();
  if (state === undefined) return <SectionCard title={text.title} text={text.text} />;
  const act = async (reply: ReturnType<typeof setLanOn>): Promise<void> => {
    const done = await reply;
    if (!done.ok) notifyError(done.error.code);
    refresh();
  };
  const setTyped = (typed: readonly string[]): Promise<void> => act(setLanAddresses(typed));
  const facts = factsOf(state, (ms) => formatWhen(ms, today));
  const remove = (address: string): void => void setTyped(state.typed.filter((each) => each !== address));
  const typed = <TypedAddresses addresses={state.typed} onRemove={may ? remove : undefined} />;
  return (
    <SectionCard title={text.title} text={text.text}>
      <div className={classes.stack}>
        <Switch
          label={text.isOn}
          checked={state.isOn}
          disabled={!may}
          onChange={(event) => void act(setLanOn(event.currentTarget.checked))}
        />
        <FactList facts={state.typed.length === 0 ? facts : [...facts, { label: text.typed, value: typed }]} />
        {may && state.isOn && <AddressForm onAdd={(address) => setTyped([...new Set([...state.typed, address])])} />}
      </div>
    </SectionCard>
  );
}

function factsOf(state: LanState, when: (ms: number) => string): readonly Fact[] {
  const own = state.own.length === 0 ? text.noOwn : state.own.join(', ');
  const met = state.colleagues.map(({ dev, name, lastAt, isInReach }) => ({
    label: text.pc(name, String(dev)),
    value: isInReach ? text.inReach(when(lastAt)) : text.away(when(lastAt)),
  }));
  return [
    { label: text.own, value: state.isOn ? own : text.off },
    ...(state.isOn && met.length === 0 ? [{ label: text.colleagues, value: text.nobody }] : met),
  ];
}

function TypedAddresses({
  addresses,
  onRemove,
}: {
  readonly addresses: readonly string[];
  readonly onRemove: ((address: string) => void) | undefined;
}): ReactNode {
  return addresses.map((address) => (
    <div key={address} className={classes.address}>
      <span>{address}</span>
      {onRemove !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={text.remove(address)}
          onClick={() => onRemove(address)}
        >
          <IconX size="1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </div>
  ));
}

function AddressForm({ onAdd }: { readonly onAdd: (address: string) => Promise<void> }): ReactNode {
  const [typed, setTyped] = useState('');
  const [isBad, setIsBad] = useState(false);
  const add = async (): Promise<void> => {
    const address = lanAddressSchema.safeParse(typed);
    setIsBad(!address.success);
    if (!address.success) return;
    await onAdd(address.data);
    setTyped('');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        label={text.address}
        description={text.addressHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        error={isBad ? text.addressBad : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button size="xs" variant="default" type="submit">
          {text.add}
        </Button>
      </div>
    </form>
  );
}
