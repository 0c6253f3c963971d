import { fileURLToPath } from 'node:url';

/** The divisions that come with the gateway. This file lies beside `main`, so the path holds from `src` and from `dist`. */
export const DIVISIONS_FILE = fileURLToPath(new URL('../data/divisions.csv', import.meta.url));
