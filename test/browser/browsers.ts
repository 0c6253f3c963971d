import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** A real Chromium. CHROMIUM_PATH names one that stands elsewhere. */
export function openBrowser(): Promise<Browser> {
  const executablePath = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) throw new Error('There is no Chromium; install it, or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: ARGS });
}

/** A person at a screen, signed in through the sign-in page. Faults of the page are collected, not swallowed. */
export class Seat {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly faults: string[],
  ) {}

  static async at(
    browser: Browser,
    address: string,
    { username, size, language = 'zh-CN' }: { username?: string; size: typeof PHONE; language?: string },
  ): Promise<Seat> {
    const context = await browser.newContext({
      viewport: size,
      locale: language,
      hasTouch: size === PHONE,
      isMobile: size === PHONE,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
    });
    await page.goto(address);
    const seat = new Seat(page, context, faults);
    if (username !== undefined) await seat.signIn(username);
    return seat;
  }

  async signIn(username: string, password = 'accord-demo'): Promise<void> {
    await this.page.getByLabel('用户名').fill(username);
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: /登\s?录/ }).click();
    await this.page.getByRole('navigation').first().waitFor();
  }

  /** Keeps a picture where ACCORD_SCREENSHOTS names a folder; for looking at, not for comparing. */
  async picture(name: string): Promise<void> {
    const folder = process.env.ACCORD_SCREENSHOTS;
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}
