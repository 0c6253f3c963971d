import type { ClockRule } from './clock-rule';
import { cite, petitionRegulation } from './legal-source';
import { statutory } from './rule-forms';

type Row = Pick<ClockRule, 'name' | 'startEvent'> & Partial<ClockRule>;

/** Petitions, by the regulation in force since 2022-05-01; since then it binds people's organisations too (art. 2). */
function petition(key: string, length: number, article: number, row: Row): ClockRule {
  return statutory({
    key,
    length,
    unit: 'calendar_day',
    validFrom: '2022-05-01',
    basis: cite(petitionRegulation, article),
    ...row,
  });
}

const petitionReceived = { zh: '收到信访事项', en: 'petition received' };

/** Rulebook sections 2.6 and 8. */
export const petitionClocks: readonly ClockRule[] = [
  petition('pet.register', 15, 22, {
    name: { zh: '信访登记分流', en: 'register and sort a petition' },
    startEvent: petitionReceived,
  }),
  petition('pet.notify', 15, 23, {
    name: { zh: '书面告知信访人', en: 'tell the petitioner in writing' },
    startEvent: petitionReceived,
  }),
  petition('pet.transfer.object', 5, 23, {
    unit: 'working_day',
    roll: 'none',
    name: { zh: '对转送提出异议', en: 'object to a transfer' },
    startEvent: { zh: '收到转送', en: 'transfer received' },
  }),
  petition('pet.finish', 60, 34, {
    name: { zh: '信访事项办结', en: 'finish a petition' },
    startEvent: { zh: '受理信访事项', en: 'petition accepted' },
    extension: { by: 30, consent: 'none' },
  }),
  petition('pet.review.ask', 30, 35, {
    name: { zh: '请求复查', en: 'ask for re-examination' },
    startEvent: { zh: '收到处理意见', en: 'decision received' },
  }),
  petition('pet.review.decide', 30, 35, {
    name: { zh: '作出复查意见', en: 'decide the re-examination' },
    startEvent: { zh: '收到复查请求', en: 'request for re-examination received' },
  }),
  petition('pet.final.ask', 30, 36, {
    name: { zh: '请求复核', en: 'ask for final review' },
    startEvent: { zh: '收到复查意见', en: 're-examination decision received' },
  }),
  petition('pet.final.decide', 30, 36, {
    name: { zh: '作出复核意见', en: 'decide the final review' },
    startEvent: { zh: '收到复核请求', en: 'request for final review received' },
  }),
];
