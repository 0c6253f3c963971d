/** Something took longer than it may. */
export class TookTooLong extends Error {
  constructor(what: string, limit: number) {
    super(`${what} (waited ${limit} ms)`);
    this.name = 'TookTooLong';
  }
}

/** The promise's own outcome, or `TookTooLong` after `limit` milliseconds; what comes later is ignored. */
export async function within<T>(limit: number, promise: Promise<T>, otherwise: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(otherwise, limit)), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
    promise.catch(() => undefined);
  }
}
