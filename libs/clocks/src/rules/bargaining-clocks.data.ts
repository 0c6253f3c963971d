import type { ClockRule } from './clock-rule';
import { both, cite, collectiveContractProvisions, labourContractLaw, wageBargainingMeasures } from './legal-source';
import { statutory } from './rule-forms';

type Row = Pick<ClockRule, 'key' | 'name' | 'startEvent' | 'length'> & Partial<ClockRule>;

const silence = { zh: '期内未提出异议的，合同即行生效。', en: 'Without an objection by then the contract is in force.' };
const signed = { zh: '双方首席代表签字', en: 'signed by both chief representatives' };
const expiry = { zh: '合同期满', en: 'contract expires' };
const offerReceived = { zh: '收到协商要约', en: 'bargaining offer received' };
const contractFiled = { zh: '劳动行政部门收到合同文本', en: 'contract received by the labour department' };

/** General collective contracts: Order 22, in force since 2004-05-01. */
function general(article: number, row: Row): ClockRule {
  return statutory({ unit: 'calendar_day', validFrom: '2004-05-01', basis: cite(collectiveContractProvisions, article), ...row });
}

/** Wage bargaining: Order 9, in force since 2000-11-08. */
function wage(article: number, row: Row): ClockRule {
  return statutory({ unit: 'calendar_day', validFrom: '2000-11-08', basis: cite(wageBargainingMeasures, article), ...row });
}

const review = {
  key: 'bar.review',
  name: { zh: '集体合同审查', en: 'review of a collective contract' },
  startEvent: contractFiled,
  length: 15,
};

/** Rulebook sections 2.5 and 8. */
export const bargainingClocks: readonly ClockRule[] = [
  general(32, {
    key: 'bar.reply',
    name: { zh: '答复协商要约', en: 'answer a bargaining offer' },
    startEvent: offerReceived,
    length: 20,
    basis: both(cite(collectiveContractProvisions, 32), cite(wageBargainingMeasures, 17)),
  }),
  general(31, {
    key: 'bar.vacancy',
    name: { zh: '补选协商代表', en: 'fill a vacant representative’s place' },
    startEvent: { zh: '代表空缺', en: 'place vacant' },
    length: 15,
  }),
  general(42, {
    key: 'bar.file',
    name: { zh: '报送集体合同', en: 'file a collective contract' },
    startEvent: signed,
    length: 10,
  }),
  wage(21, { key: 'wage.file', name: { zh: '报送工资协议', en: 'file a wage agreement' }, startEvent: signed, length: 7 }),
  general(47, { ...review, validTo: '2007-12-31', note: silence }),
  general(47, {
    ...review,
    validFrom: '2008-01-01',
    basis: both(cite(labourContractLaw, 54), cite(collectiveContractProvisions, 47)),
    note: silence,
  }),
  wage(22, {
    key: 'wage.review',
    name: { zh: '工资协议审查', en: 'review of a wage agreement' },
    startEvent: contractFiled,
    length: 15,
    note: silence,
  }),
  wage(23, {
    key: 'wage.publish',
    name: { zh: '公布工资协议', en: 'publish a wage agreement' },
    startEvent: { zh: '工资协议生效', en: 'wage agreement in force' },
    length: 5,
  }),
  general(38, {
    key: 'bar.renew',
    name: { zh: '提出续订集体合同', en: 'ask to renew a collective contract (from this day)' },
    startEvent: expiry,
    length: 3,
    unit: 'month',
    direction: 'before',
    roll: 'none',
  }),
  wage(24, {
    key: 'wage.renew',
    name: { zh: '提出续签工资协议', en: 'ask to renew a wage agreement (from this day)' },
    startEvent: expiry,
    length: 60,
    direction: 'before',
    roll: 'none',
  }),
  general(52, {
    key: 'bar.coord',
    name: { zh: '协调处理集体协商争议', en: 'coordinate a bargaining dispute' },
    startEvent: { zh: '受理协调申请', en: 'request for coordination accepted' },
    length: 30,
    extension: { by: 15, consent: 'none' },
  }),
];
