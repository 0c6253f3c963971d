import { describe, expect, it } from '@jest/globals';
import { isWorkday } from 'chinese-days';
import { dayNumber, isoDate } from './business-day';
import type { HolidayNotice } from './holiday-notice';
import { nationalCalendar, nationalCalendarSource } from './national-calendar';

const newYear2027: HolidayNotice = {
  year: 2027,
  scope: 'whole_year',
  holidays: [
    {
      name: { zh: '元旦', en: 'New Year’s Day' },
      daysOff: ['2027-01-01', '2027-01-02', '2027-01-03'],
      makeUpDays: ['2026-12-27'],
    },
  ],
};

describe('the national calendar', () => {
  it('covers 2004 to 2026', () => {
    expect(nationalCalendar.coverage).toEqual({ start: '2004-01-01', end: '2026-12-31' });
    expect(nationalCalendar.coverageEnd).toBe('2026-12-31');
  });

  it('says of every covered day what its source says', () => {
    expect(nationalCalendarSource).toMatchObject({ package: 'chinese-days', version: '1.5.7' });
    const differing: string[] = [];
    for (let day = dayNumber('2004-01-01'); day <= dayNumber('2026-12-31'); day += 1) {
      const date = isoDate(day);
      if (nationalCalendar.isWorkingDay(date) !== isWorkday(date)) differing.push(date);
    }

    expect(differing).toEqual([]);
  });

  it.each([
    ['2026-10-01', 'holiday', '国庆节'],
    ['2026-10-03', 'holiday', '国庆节'],
    ['2026-10-06', 'in_lieu', '国庆节'],
    ['2026-10-10', 'make_up_day', '国庆节'],
    ['2026-05-09', 'make_up_day', '劳动节'],
    ['2011-12-31', 'make_up_day', '元旦'],
    ['2026-11-22', 'weekend', null],
    ['2026-11-23', 'working_day', null],
  ])('knows %s as %s', (date, kind, holiday) => {
    expect(nationalCalendar.dayOf(date)).toMatchObject({ kind, covered: true });
    expect(nationalCalendar.dayOf(date).holiday?.zh ?? null).toBe(holiday);
  });

  it('tells a statutory holiday from a plain weekend', () => {
    expect(nationalCalendar.isHoliday('2026-10-03')).toBe(true);
    expect(nationalCalendar.isHoliday('2026-11-22')).toBe(false);
    expect(nationalCalendar.isWorkingDay('2026-11-22')).toBe(false);
  });

  it('never answers for New Year’s Day 2027 without saying that no notice covers it', () => {
    expect(nationalCalendar.covers('2027-01-01')).toBe(false);
    expect(nationalCalendar.dayOf('2027-01-01').covered).toBe(false);
  });
});

describe('laying a notice over the calendar', () => {
  it('covers the next year and changes nothing before it but what the notice names', () => {
    const calendar = nationalCalendar.withNotice(newYear2027);

    expect(calendar.coverageEnd).toBe('2027-12-31');
    expect(calendar.isWorkingDay('2027-01-01')).toBe(false);
    expect(calendar.isMakeUpDay('2026-12-27')).toBe(true);
    expect(calendar.isWorkingDay('2026-10-09')).toBe(true);
    expect(nationalCalendar.isWorkingDay('2026-12-27')).toBe(false);
  });

  it('does not bridge a missing year', () => {
    const calendar = nationalCalendar.withNotice({ year: 2028, scope: 'whole_year', holidays: [] });

    expect(calendar.coverageEnd).toBe('2026-12-31');
  });

  it('lets a federation add days of its own without covering more', () => {
    const calendar = nationalCalendar.withNotice({
      year: 2026,
      scope: 'additional',
      issuedBy: { zh: '市总工会', en: 'city federation' },
      holidays: [{ name: { zh: '台风停工', en: 'typhoon closure' }, daysOff: ['2026-08-11'] }],
    });

    expect(calendar.dayOf('2026-08-11')).toMatchObject({ kind: 'holiday', holiday: { en: 'typhoon closure' } });
    expect(calendar.nextWorkingDay('2026-08-10')).toBe('2026-08-12');
    expect(calendar.coverageEnd).toBe('2026-12-31');
  });

  const name = { zh: '节', en: 'day' };

  it.each([
    ['a day both off and worked', { daysOff: ['2027-05-01'], makeUpDays: ['2027-05-01'] }, 'holidays.0.makeUpDays'],
    ['a day of another year', { daysOff: ['2028-05-01'] }, 'holidays.0.daysOff'],
    ['a day in lieu that is not off', { daysOff: ['2027-05-01'], inLieu: ['2027-05-03'] }, 'holidays.0.inLieu'],
  ])('refuses %s and names the field', (_, period, field) => {
    const notice: HolidayNotice = { year: 2027, scope: 'whole_year', holidays: [{ name, ...period }] };

    expect(() => nationalCalendar.withNotice(notice)).toThrow(expect.objectContaining({ code: 'HOLIDAY_NOTICE_INVALID', field }));
  });

  it('refuses a day that does not exist', () => {
    const notice: HolidayNotice = { year: 2027, scope: 'whole_year', holidays: [{ name, daysOff: ['2027-02-29'] }] };

    expect(() => nationalCalendar.withNotice(notice)).toThrow(expect.objectContaining({ code: 'INVALID_BUSINESS_DATE' }));
  });
});
