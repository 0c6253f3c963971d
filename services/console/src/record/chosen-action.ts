import { useState } from 'react';
import { useSearchParams } from 'react-router';

/**
 * Which action's form is open, kept in the address: a task can link to it, and Back closes it. An open form stays open
 * when the record moves on beneath it, so that its author reads why it was refused.
 */
export function useChosenAction<Action extends string>(allowed: Action[]): [Action | null, (action: Action | null) => void] {
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('do');
  const chosen = allowed.find((action) => action === asked) ?? null;
  const [opened, setOpened] = useState(chosen);
  if (chosen !== null && chosen !== opened) setOpened(chosen);

  const choose = (action: Action | null): void => {
    setOpened(action);
    setParameters(
      (current) => {
        if (action === null) current.delete('do');
        else current.set('do', action);
        return current;
      },
      { replace: action === null },
    );
  };
  return [asked !== null && opened === asked ? opened : null, choose];
}
