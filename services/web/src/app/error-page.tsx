import { Component, type ReactNode } from 'react';
import { Button } from '../design/button.js';
import { Notice } from '../design/notice.js';
import { say } from '../words/say.js';

type State = { readonly failedAt: Date | undefined };

/** Where a page fails, says that nothing is lost, and opens it again. */
export class ErrorPage extends Component<{ children: ReactNode }, State> {
  override state: State = { failedAt: undefined };

  static getDerivedStateFromError(): State {
    return { failedAt: new Date() };
  }

  override render(): ReactNode {
    const { failedAt } = this.state;
    if (failedAt === undefined) return this.props.children;
    return (
      <Notice kind="refused" title={say('frame.brokenTitle')}>
        <p>{say('frame.brokenText', { time: failedAt.toISOString() })}</p>
        <div>
          <Button onClick={() => window.location.reload()}>{say('frame.openAgain')}</Button>
        </div>
      </Notice>
    );
  }
}
