import type { ClockRule } from './clock-rule';
import { cite, jiangsuSupervisionRegulation, labourContractLaw, jiangsuWagePaymentRegulation } from './legal-source';
import { statutory } from './rule-forms';

/** Supervision letters and the duties of employers that warnings watch: rulebook sections 2.4, 2.7 and 8. */
export const supervisionClocks: readonly ClockRule[] = [
  statutory({
    key: 'sup.reply',
    name: { zh: '用人单位答复意见书', en: 'employer answers a supervision letter' },
    startEvent: { zh: '收到《工会劳动法律监督意见书》', en: 'supervision letter received' },
    length: 15,
    unit: 'working_day',
    validFrom: '2012-05-01',
    region: 'JS',
    basis: cite(jiangsuSupervisionRegulation, 20),
  }),
  statutory({
    key: 'sup.file',
    name: { zh: '行政部门决定立案', en: 'department decides to open a file' },
    startEvent: { zh: '收到《工会劳动法律监督建议书》', en: 'supervision proposal received' },
    length: 5,
    unit: 'working_day',
    validFrom: '2012-05-01',
    region: 'JS',
    basis: cite(jiangsuSupervisionRegulation, 23),
  }),
  statutory({
    key: 'layoff.notice',
    name: { zh: '裁员前说明情况', en: 'explain planned layoffs' },
    startEvent: { zh: '计划裁减人员之日', en: 'planned day of the layoffs' },
    length: 30,
    unit: 'calendar_day',
    direction: 'before',
    roll: 'none',
    validFrom: '2008-01-01',
    basis: cite(labourContractLaw, 41),
    note: {
      zh: '裁减二十人以上，或不足二十人但占职工总数百分之十以上。',
      en: 'For 20 or more people, or 10 % or more of the staff.',
    },
  }),
  statutory({
    key: 'arrears.report',
    name: { zh: '用人单位报告欠薪', en: 'employer reports arrears' },
    startEvent: { zh: '发生拖欠工资', en: 'wages in arrears' },
    length: 5,
    unit: 'calendar_day',
    region: 'JS',
    basis: cite(jiangsuWagePaymentRegulation, 36),
  }),
];
