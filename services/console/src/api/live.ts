import { useEffect, useSyncExternalStore } from 'react';
import { LiveMessage } from '@accord/contracts';
import { queryClient } from './query-client';

export type LiveState = 'connecting' | 'live' | 'lost';

const GATHER_MS = 250;
const FOLLOW_MS = 1_500;
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

/** Which cached answers a message makes stale, by the kind of its subject: at the source, and where its copies follow. */
const STALE: Record<string, { now: string[]; soon: string[] }> = {
  alert: { now: ['alerts'], soon: ['indicators'] },
  case: { now: ['cases'], soon: ['alerts', 'indicators'] },
  task: { now: ['tasks'], soon: [] },
};
const EVERYTHING = { now: ['alerts', 'cases', 'tasks'], soon: ['indicators'] };

/** Gathers what many messages make stale into one refresh per stretch of time. */
class Refresh {
  private readonly roots = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly gatherMs: number) {}

  of(roots: string[]): void {
    roots.forEach((root) => this.roots.add(root));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const root of this.roots) void queryClient.invalidateQueries({ queryKey: [root] });
      this.roots.clear();
    }, this.gatherMs);
  }
}

const atOnce = new Refresh(GATHER_MS);
/** Other services hear of it a moment later than we do. */
const afterwards = new Refresh(FOLLOW_MS);

function hear(event: MessageEvent<string>): void {
  const message = LiveMessage.safeParse(parsed(event.data));
  if (!message.success) return;
  const { now, soon } = STALE[message.data.subject.kind] ?? EVERYTHING;
  atOnce.of(now);
  afterwards.of(soon);
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
  // A cut line shows itself to the stream only after minutes; the device knows at once.
  const cut = (): void => become('lost');
  window.addEventListener('offline', cut);
  window.addEventListener('online', open);
  open();
  return () => {
    window.removeEventListener('offline', cut);
    window.removeEventListener('online', open);
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
