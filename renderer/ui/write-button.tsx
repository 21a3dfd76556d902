import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import { createContext, use, type ComponentPropsWithoutRef, type ReactNode } from 'react';

/** Why nothing can be written just now, in words; null when all can. The shell gives it to every screen. */
export const WriteRefusal = createContext<string | null>(null);

type WriteButtonProps = ButtonProps & Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps>;

/** A button that writes: where nothing can be written it stays in its place, does nothing, and says why. */
export function WriteButton(props: WriteButtonProps): ReactNode {
  const refusal = use(WriteRefusal);
  if (refusal === null) return <Button {...props} />;
  return (
    <Tooltip label={refusal} events={{ hover: true, focus: true, touch: true }}>
      {/* Not `disabled`: a disabled button can neither be pointed at nor reached by key, and so could not say why. */}
      <Button {...props} type="button" data-disabled aria-disabled onClick={(event) => event.preventDefault()} />
    </Tooltip>
  );
}
