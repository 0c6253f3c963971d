import { useSyncExternalStore } from 'react';

export interface Appearance {
  scheme: 'system' | 'light' | 'dark';
  largeType: boolean;
}

const STORED = 'accord.appearance';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');
const phone = matchMedia('(max-width: 767px)');
const watchers = new Set<() => void>();

function remembered(): Appearance {
  try {
    return { scheme: 'system', largeType: false, ...(JSON.parse(localStorage.getItem(STORED) ?? '{}') as Partial<Appearance>) };
  } catch {
    return { scheme: 'system', largeType: false };
  }
}

let appearance = remembered();

export function changeAppearance(change: Partial<Appearance>): void {
  appearance = { ...appearance, ...change };
  localStorage.setItem(STORED, JSON.stringify(appearance));
  show();
}

function isDark(): boolean {
  return appearance.scheme === 'dark' || (appearance.scheme === 'system' && darkSystem.matches);
}

/** Style sheets read these marks on the root element. */
function show(): void {
  const marks = document.documentElement.dataset;
  marks.scheme = isDark() ? 'dark' : 'light';
  marks.type = appearance.largeType ? 'large' : 'normal';
  watchers.forEach((watcher) => watcher());
}

export function startAppearance(): void {
  darkSystem.addEventListener('change', show);
  phone.addEventListener('change', show);
  show();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function useAppearance(): Appearance {
  return useSyncExternalStore(watch, () => appearance);
}

export function useDark(): boolean {
  return useSyncExternalStore(watch, isDark);
}

/** True on a phone-sized screen, where thumbs reach the bottom and rows become cards. */
export function usePhone(): boolean {
  return useSyncExternalStore(watch, () => phone.matches);
}
