import type { ClockRule } from './clock-rule';
import { cite, hardshipFileRules, legalAidLaw } from './legal-source';
import { own, statutory } from './rule-forms';

const countedByCalendar = {
  zh: '法律未写明工作日，按自然日计算。',
  en: 'The law does not say working days; counted by the calendar.',
};

/** Legal aid, hardship files: rulebook sections 2.8, 3.2 and 8. */
export const aidClocks: readonly ClockRule[] = [
  statutory({
    key: 'aid.legal.decide',
    name: { zh: '决定是否给予法律援助', en: 'decide on legal aid' },
    startEvent: { zh: '收到法律援助申请', en: 'legal-aid application received' },
    length: 7,
    unit: 'calendar_day',
    validFrom: '2022-01-01',
    basis: cite(legalAidLaw, 43),
    note: countedByCalendar,
  }),
  statutory({
    key: 'aid.legal.assign',
    name: { zh: '指派法律援助人员', en: 'assign a legal-aid lawyer' },
    startEvent: { zh: '决定给予法律援助', en: 'legal aid granted' },
    length: 3,
    unit: 'calendar_day',
    validFrom: '2022-01-01',
    basis: cite(legalAidLaw, 43),
    note: countedByCalendar,
  }),
  statutory({
    key: 'aid.legal.object',
    name: { zh: '审查法律援助异议', en: 'examine an objection about legal aid' },
    startEvent: { zh: '收到异议', en: 'objection received' },
    length: 5,
    unit: 'calendar_day',
    validFrom: '2022-01-01',
    basis: cite(legalAidLaw, 49),
    note: countedByCalendar,
  }),
  own({
    key: 'aid.publicity',
    name: { zh: '困难职工公示', en: 'public notice of a hardship file' },
    startEvent: { zh: '公示张贴', en: 'notice put up' },
    length: 5,
    unit: 'working_day',
  }),
  own({
    key: 'file.sync',
    name: { zh: '纸质与电子档案同步', en: 'bring paper and electronic file in step' },
    startEvent: { zh: '档案变动', en: 'file changed' },
    length: 30,
    unit: 'working_day',
    validFrom: '2016-01-01',
    basis: hardshipFileRules,
    verification: 'V-ex',
  }),
  own({
    key: 'file.review',
    name: { zh: '困难档案年度复核', en: 'yearly review of a hardship file' },
    startEvent: { zh: '上次复核', en: 'last review' },
    length: 1,
    unit: 'year',
    validFrom: '2016-01-01',
    basis: hardshipFileRules,
    verification: 'V-ex',
  }),
  own({
    key: 'file.keep',
    name: { zh: '困难档案保存', en: 'keep a hardship file' },
    startEvent: { zh: '撤档', en: 'file removed' },
    length: 10,
    unit: 'year',
    roll: 'none',
    validFrom: '2016-01-01',
    basis: hardshipFileRules,
    verification: 'V-ex',
  }),
];
