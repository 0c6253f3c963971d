import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { RunningAccord } from '../journeys/running-accord';
import { DESK, openBrowser, PHONE, Seat } from './browsers';

let accord: RunningAccord;
let browser: Browser;

beforeAll(async () => {
  accord = await RunningAccord.start();
  browser = await openBrowser();
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await accord?.stop();
}, 60_000);

const seatOf = (username: string, size = DESK): Promise<Seat> => Seat.at(browser, accord.address, { username, size });

/** Fills the quick report as an officer does with one thumb. */
async function report(seat: Seat, { employer, people }: { employer: string; people: number }): Promise<void> {
  const { page } = seat;
  await page.getByRole('link', { name: '快报' }).first().click();
  await page.locator('#report-employer').fill(employer);
  await page.keyboard.press('Escape');
  await page.locator('#report-headCount').fill(String(people));
  await page.locator('#section-claimTypes').getByText('拖欠工资').click();
  await page.locator('#report-observed').fill('三个月没有发工资，职工聚在厂门口。');
}

describe('an officer with a phone and a chair at a desk', () => {
  it('raises a red alert, and the case appears in the other window without a reload', async () => {
    const [officer, chair] = [await seatOf('post', PHONE), await seatOf('chair')];
    const employer = `苏州${randomUUID().slice(0, 6)}电子有限公司`;
    await chair.page.getByRole('link', { name: '案件' }).first().click();
    await chair.page.getByRole('heading', { name: '案件' }).waitFor();
    await chair.page.evaluate('window.notReloaded = true');

    await report(officer, { employer, people: 1200 });
    await officer.page.getByText('红').first().waitFor();
    await officer.picture('quick-report-390');
    await officer.page.getByRole('button', { name: /上\s?报/ }).click();
    await officer.page
      .getByText(/YJ-320505-\d{4}-\d{6}/)
      .first()
      .waitFor();
    await officer.picture('reported-390');

    const news = chair.page.getByText(/条新内容/);
    const row = chair.page.getByText(employer);
    await Promise.race([news.waitFor(), row.waitFor()]);
    if (await news.isVisible()) await news.click();
    await row.first().waitFor();
    expect(await chair.page.evaluate("'notReloaded' in window")).toBe(true);

    await row.first().click();
    await chair.page.getByRole('group', { name: '可办事项' }).waitFor();
    await chair.page.getByText('征询双方').first().waitFor();
    await chair.picture('case-1440');
    expect([...officer.faults, ...chair.faults]).toEqual([]);
    await Promise.all([officer.context.close(), chair.context.close()]);
  }, 120_000);

  it('keeps what was typed across a reload and a sign-out', async () => {
    const officer = await seatOf('post', PHONE);
    const employer = `苏州${randomUUID().slice(0, 6)}纺织有限公司`;
    await report(officer, { employer, people: 12 });

    await officer.page.reload();
    await officer.page.getByText('已恢复上次没报完的内容').waitFor();

    expect(await officer.page.locator('#report-employer').inputValue()).toBe(employer);
    expect(await officer.page.locator('#report-observed').inputValue()).toContain('三个月没有发工资');
    await officer.context.close();
  }, 90_000);
});

describe('a supervisor', () => {
  it('opens the list behind a figure, and the list is as long as the figure says', async () => {
    const seat = await seatOf('supervisor');
    await seat.page.getByRole('link', { name: '驾驶舱' }).first().click();
    await seat.page.getByText('调解成功率').first().waitFor();
    await seat.picture('cockpit-1440');
    const figure = seat.page.locator('a[href*="settled"]').first();
    const count = Number(/\d[\d,]*/.exec((await figure.innerText()).replaceAll(',', ''))?.[0]);

    await figure.click();

    await seat.page
      .getByText(new RegExp(`(共|/) ${count} 条`))
      .first()
      .waitFor();
    expect(count).toBeGreaterThan(5);
    expect(seat.faults).toEqual([]);
    await seat.context.close();
  }, 90_000);
});

describe('somebody who is not signed in', () => {
  it('is told in the page’s language that name or password is wrong', async () => {
    const seat = await Seat.at(browser, accord.address, { size: PHONE });
    await seat.page.getByLabel('用户名').fill('post');
    await seat.page.getByLabel('密码', { exact: true }).fill('wrong');
    await seat.page.getByRole('button', { name: /登\s?录/ }).click();

    await seat.page
      .getByText(/用户名或密码/)
      .first()
      .waitFor();
    await seat.picture('sign-in-390');
    await seat.context.close();
  }, 60_000);
});
