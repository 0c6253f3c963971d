import type { ClockRule } from './clock-rule';
import { own } from './rule-forms';

const alertRaised = { zh: '预警到达本级', en: 'alert reached this level' };
const acknowledged = { zh: '签收预警', en: 'alert acknowledged' };

const COLOURS = [
  {
    level: 'blue',
    colour: { zh: '蓝色', en: 'blue' },
    within: { length: 8, unit: 'working_hour' },
    lasts: { length: 3, unit: 'working_day' },
  },
  {
    level: 'yellow',
    colour: { zh: '黄色', en: 'yellow' },
    within: { length: 4, unit: 'working_hour' },
    lasts: { length: 1, unit: 'working_day' },
  },
  {
    level: 'orange',
    colour: { zh: '橙色', en: 'orange' },
    within: { length: 60, unit: 'minute' },
    lasts: { length: 4, unit: 'hour' },
  },
  { level: 'red', colour: { zh: '红色', en: 'red' }, within: { length: 15, unit: 'minute' }, lasts: { length: 1, unit: 'hour' } },
] as const;

/** The ladder: low levels in working hours, high ones by the clock, day and night. */
const alertClocks: readonly ClockRule[] = COLOURS.flatMap(({ level, colour, within, lasts }) => [
  own({
    key: `fed.acknowledge.${level}`,
    name: { zh: `${colour.zh}预警签收`, en: `acknowledge a ${colour.en} alert` },
    startEvent: alertRaised,
    ...within,
  }),
  own({
    key: `fed.acknowledgement-expires.${level}`,
    name: { zh: `${colour.zh}预警签收后处置`, en: `act on an acknowledged ${colour.en} alert` },
    startEvent: acknowledged,
    ...lasts,
  }),
]);

/** What the federation set itself, every row configurable: no law stands behind these numbers. */
export const federationClocks: readonly ClockRule[] = [
  ...alertClocks,
  own({
    key: 'fed.reach-both-sides',
    name: { zh: '征询双方调解意愿', en: 'ask both sides whether they will mediate' },
    startEvent: { zh: '预警转调解', en: 'alert escalated to mediation' },
    length: 3,
    unit: 'working_day',
  }),
  own({
    key: 'fed.assign',
    name: { zh: '指派调解员', en: 'assign a mediator' },
    startEvent: { zh: '受理', en: 'case accepted' },
    length: 2,
    unit: 'working_day',
  }),
  own({
    key: 'fed.archive',
    name: { zh: '结案归档', en: 'archive a closed case' },
    startEvent: { zh: '结案', en: 'case closed' },
    length: 15,
    unit: 'calendar_day',
  }),
  own({
    key: 'fed.observe',
    name: { zh: '化解后跟踪观察', en: 'watch a resolved alert' },
    startEvent: { zh: '预警化解', en: 'alert resolved' },
    length: 30,
    unit: 'calendar_day',
  }),
  own({
    key: 'fed.report.phone',
    name: { zh: '首报（电话）', en: 'first report by phone' },
    startEvent: { zh: '获知情况', en: 'became known' },
    length: 1,
    unit: 'hour',
  }),
  own({
    key: 'fed.report.written',
    name: { zh: '首报（书面）', en: 'first report in writing' },
    startEvent: { zh: '获知情况', en: 'became known' },
    length: 4,
    unit: 'hour',
  }),
  own({
    key: 'fed.report.follow-up',
    name: { zh: '续报', en: 'follow-up report' },
    startEvent: { zh: '上次报告', en: 'last report' },
    length: 24,
    unit: 'hour',
  }),
];
