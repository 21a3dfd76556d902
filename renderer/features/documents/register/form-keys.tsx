import type { ReactNode } from 'react';
import { registerText as text } from '#renderer/messages/register.ts';
import { KeyHint } from '#renderer/ui/key-hint.tsx';
import classes from './register.module.css';

/** The keys that help here. */
export function FormKeys({ larger }: { readonly larger: boolean }): ReactNode {
  return (
    <div className={classes.keys}>
      <KeyHint keys="Tab">{text.keyNext}</KeyHint>
      <KeyHint keys="F2">{larger ? text.keySmaller : text.keyLarger}</KeyHint>
      <KeyHint keys="F1">{text.keyHelp}</KeyHint>
      <KeyHint keys="Esc">{text.keyEscape}</KeyHint>
    </div>
  );
}
