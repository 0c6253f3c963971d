import { useEffect, useSyncExternalStore } from 'react';
import { LiveMessage } from '@accord/contracts';
import { queryClient } from './query-client';

export type LiveState = 'connecting' | 'live' | 'lost';

const GATHER_MS = 250;
const RETRY_MS = 3_000;
const POLL_WHILE_LOST_MS = 20_000;

let state: LiveState = 'connecting';
const watchers = new Set<() => void>();

function become(next: LiveState): void {
  if (next === state) return;
  // What happened while the line was down was not told: ask for everything on screen again.
  if (next === 'live' && state === 'lost') void queryClient.invalidateQueries();
  state = next;
  watchers.forEach((watcher) => watcher());
}

/** Which cached answers a message makes stale, by the kind of its subject. */
const STALE: Record<string, string[]> = {
  alert: ['alerts', 'indicators'],
  case: ['cases', 'indicators'],
  task: ['tasks'],
};

const stale = new Set<string>();
let gathering: ReturnType<typeof setTimeout> | undefined;

function refreshSoon(roots: string[]): void {
  roots.forEach((root) => stale.add(root));
  gathering ??= setTimeout(() => {
    gathering = undefined;
    for (const root of stale) void queryClient.invalidateQueries({ queryKey: [root] });
    stale.clear();
  }, GATHER_MS);
}

function hear(event: MessageEvent<string>): void {
  const message = LiveMessage.safeParse(parsed(event.data));
  if (message.success) refreshSoon(STALE[message.data.subject.kind] ?? Object.values(STALE).flat());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listen(): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source?.close();
    source = new EventSource('/api/live');
    source.onopen = () => become('live');
    source.onmessage = hear;
    source.onerror = () => {
      become('lost');
      // The browser reconnects by itself, except after an answer such as 401 or 502.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
    };
  };
  const poll = setInterval(() => state === 'lost' && void queryClient.invalidateQueries(), POLL_WHILE_LOST_MS);
  open();
  return () => {
    clearInterval(poll);
    clearTimeout(retry);
    source?.close();
    become('connecting');
  };
}

/** Keeps what is on screen fresh for as long as the calling component is mounted. */
export function useLiveUpdates(): void {
  useEffect(listen, []);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );
}
