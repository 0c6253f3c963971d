import type { GradingRule } from './grading.rules';

/** Version 1: the proposed default levels, which the federation confirms or replaces by a newer version. Source: rulebook 2.7 [D]. */
export const proposedGrading: GradingRule = {
  lines: [
    { key: 'red.injury', level: 'red', sign: 'injury', because: { zh: '有人员伤亡', en: 'people are hurt' } },
    {
      key: 'red.head-count',
      level: 'red',
      headCountFrom: 1000,
      because: { zh: '涉及 {headCount} 人，达到 1000 人', en: '{headCount} people, which is 1,000 or more' },
    },
    {
      key: 'orange.road-blocked',
      level: 'orange',
      sign: 'roadBlocked',
      because: { zh: '堵路或堵门', en: 'a road or gate is blocked' },
    },
    {
      key: 'orange.cross-employer',
      level: 'orange',
      sign: 'crossEmployer',
      because: { zh: '跨企业联动', en: 'it spreads across employers' },
    },
    {
      key: 'orange.head-count',
      level: 'orange',
      headCountFrom: 200,
      because: { zh: '涉及 {headCount} 人，在 200 至 999 人之间', en: '{headCount} people, between 200 and 999' },
    },
    { key: 'yellow.stoppage', level: 'yellow', sign: 'stoppage', because: { zh: '已停工', en: 'work has stopped' } },
    {
      key: 'yellow.arrears',
      level: 'yellow',
      arrearsMonthsFrom: 2,
      because: {
        zh: '欠薪 {arrearsMonths} 个月，达到 2 个月',
        en: 'wages {arrearsMonths} months in arrears, which is 2 or more',
      },
    },
    {
      key: 'yellow.head-count',
      level: 'yellow',
      headCountFrom: 50,
      because: { zh: '涉及 {headCount} 人，在 50 至 199 人之间', en: '{headCount} people, between 50 and 199' },
    },
    {
      key: 'blue.head-count',
      level: 'blue',
      headCountFrom: 10,
      because: { zh: '涉及 {headCount} 人，在 10 至 49 人之间', en: '{headCount} people, between 10 and 49' },
    },
    {
      key: 'blue.credible-sign',
      level: 'blue',
      because: { zh: '涉及 {headCount} 人，不足 10 人，属可信苗头', en: '{headCount} people, fewer than 10: a credible sign' },
    },
  ],
  escalatesItself: ['orange', 'red'],
  duplicatesWithinHours: 48,
};
