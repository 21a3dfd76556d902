import { Button, Code, Stack, Title } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { shellText } from '#renderer/messages/shell.ts';
import classes from './app.module.css';

type Props = { readonly children: ReactNode };
type State = { readonly error: Error | null };

/** Catches what a screen throws and says what is safe; nothing saved is touched. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className={classes.centre}>
        <Stack gap="sm" className={classes.card} role="alert">
          <Title order={1}>{shellText.brokenScreen}</Title>
          <p>{shellText.brokenSafe}</p>
          <p>{shellText.brokenTodo}</p>
          <Code block>{error.message}</Code>
          <Button onClick={() => this.setState({ error: null })}>{shellText.reopen}</Button>
        </Stack>
      </main>
    );
  }
}
