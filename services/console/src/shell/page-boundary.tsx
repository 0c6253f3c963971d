import { Component, type ReactNode, Suspense } from 'react';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { PageLoading } from './page-loading';
import { ProblemPage } from './page-problem';

/** Shows a page, or that it is loading, or why it cannot be shown; trying again asks the server again. */
export function PageBoundary({ children }: { children: ReactNode }): ReactNode {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catching onRetry={reset}>
          <Suspense fallback={<PageLoading />}>{children}</Suspense>
        </Catching>
      )}
    </QueryErrorResetBoundary>
  );
}

class Catching extends Component<{ onRetry: () => void; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <ProblemPage error={this.state.error} onRetry={this.retry} />;
  }

  private readonly retry = (): void => {
    this.props.onRetry();
    this.setState({ error: null });
  };
}
