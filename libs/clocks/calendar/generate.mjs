// Writes the national calendar table from the npm package chinese-days. Run it after raising the package's version:
//   node libs/clocks/calendar/generate.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(readFileSync(require.resolve('chinese-days/package.json'), 'utf8'));
const { holidays, workdays, inLieuDays } = JSON.parse(
  readFileSync(require.resolve('chinese-days/dist/chinese-days.json'), 'utf8'),
);

// The package shortens some names; notices and users write them in full.
const FULL_NAMES = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };
const ENGLISH = {
  'Tomb-sweeping Day': 'Qingming Festival',
  'Mid-autumn Festival': 'Mid-Autumn Festival',
  "New Year's Day": 'New Year’s Day',
};

function nameOf(entry) {
  const [en, zh] = entry.split(',');
  return { zh: FULL_NAMES[zh] ?? zh, en: ENGLISH[en] ?? en };
}

/** A December day of New Year's Day belongs to the notice of the year that follows. */
function noticeYear(date, name) {
  const year = Number(date.slice(0, 4));
  return name.zh === '元旦' && date.slice(5, 7) === '12' ? year + 1 : year;
}

const notices = new Map();
function collect(entries, list) {
  for (const [date, entry] of Object.entries(entries)) {
    const name = nameOf(entry);
    const year = noticeYear(date, name);
    const periods = notices.get(year) ?? new Map();
    notices.set(year, periods);
    const period = periods.get(name.zh) ?? { name, daysOff: [], inLieu: [], makeUpDays: [] };
    periods.set(name.zh, period);
    period[list].push(date);
  }
}
collect(holidays, 'daysOff');
collect(inLieuDays, 'inLieu');
collect(workdays, 'makeUpDays');

const years = [...notices.keys()].sort((a, b) => a - b);
const missing = years.filter((year, index) => index > 0 && year !== years[index - 1] + 1);
if (missing.length > 0) throw new Error(`The package has a gap before ${missing.join(', ')}: coverage would not be continuous.`);

const firstDay = (period) => [...period.daysOff, ...period.makeUpDays].sort()[0];
const table = {
  source: { package: manifest.name, version: manifest.version, licence: manifest.license },
  coverage: { start: `${years[0]}-01-01`, end: `${years.at(-1)}-12-31` },
  notices: years.map((year) => ({
    year,
    holidays: [...notices.get(year).values()]
      .map(({ name, daysOff, inLieu, makeUpDays }) => ({
        name,
        daysOff: daysOff.sort(),
        inLieu: inLieu.sort(),
        makeUpDays: makeUpDays.sort(),
      }))
      .sort((a, b) => firstDay(a).localeCompare(firstDay(b))),
  })),
};

const target = fileURLToPath(new URL('../src/calendar/national-calendar.json', import.meta.url));
const style = await prettier.resolveConfig(target);
writeFileSync(target, await prettier.format(JSON.stringify(table), { ...style, filepath: target }));
console.log(`${years.length} years, ${table.coverage.start} to ${table.coverage.end}, from ${manifest.name} ${manifest.version}`);
