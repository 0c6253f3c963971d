import type { LocalisedText } from '@accord/case-model';
import type { AgreementView, AlertLevel, DeclineCaseRequest, FailCaseRequest } from '@accord/contracts';
import type { CaseClock } from '../limits/case-clock.entity';

type Party = 'applicant' | 'respondent';

export const alertLevelWords = {
  blue: { zh: '蓝色', en: 'blue' },
  yellow: { zh: '黄色', en: 'yellow' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
} satisfies Record<AlertLevel, LocalisedText>;

export const declineWords = {
  out_of_scope: { zh: '不属于劳动争议调解范围', en: 'outside the scope of labour mediation' },
  applicant_unwilling: { zh: '申请方不愿调解', en: 'the applicant is unwilling' },
  respondent_unwilling: { zh: '被申请方不愿调解', en: 'the respondent is unwilling' },
  already_in_arbitration_or_court: { zh: '已进入仲裁或诉讼', en: 'already before an arbitration body or a court' },
  unreachable: { zh: '无法联系当事人', en: 'a party cannot be reached' },
} satisfies Record<DeclineCaseRequest['reason'], LocalisedText>;

export const failureWords = {
  no_agreement: { zh: '未能达成协议', en: 'no agreement was reached' },
  consent_withdrawn: { zh: '一方不再愿意调解', en: 'a party withdrew its consent' },
  time_ran_out: { zh: '调解期限届满', en: 'the time ran out' },
  party_absent: { zh: '当事人无正当理由不到场', en: 'a party stayed away' },
} satisfies Record<FailCaseRequest['reason'], LocalisedText>;

const missingWords = {
  applicant_signature: { zh: '申请方签名', en: 'the applicant’s signature' },
  respondent_signature: { zh: '被申请方签名', en: 'the respondent’s signature' },
  mediator_signature: { zh: '调解员签名', en: 'the mediator’s signature' },
  body_seal: { zh: '调解组织印章', en: 'the body’s seal' },
} satisfies Record<AgreementView['missing'][number], LocalisedText>;

const partyWords = {
  applicant: { zh: '申请方', en: 'applicant' },
  respondent: { zh: '被申请方', en: 'respondent' },
} satisfies Record<Party, LocalisedText>;

const consentForms = {
  signed: { zh: '书面', en: 'in writing' },
  phone: { zh: '电话', en: 'by phone' },
  visit: { zh: '当面', en: 'in person' },
  online: { zh: '在线', en: 'online' },
} as const;

/** What the timeline says of each act, in both languages. */
export const timelineWords = {
  openedFromAlert: (alertNo: string | null, level: AlertLevel | null): LocalisedText => ({
    zh: `预警${alertNo === null ? '' : ` ${alertNo}`}${level === null ? '' : `（${alertLevelWords[level].zh}）`}转调解，依职权立案（企业劳动争议协商调解规定第二十三条）。尚无人申请，法定期限未开始。`,
    en: `Opened of the body’s own motion after ${level === null ? 'an' : alertLevelWords[level].en} alert${alertNo === null ? '' : ` ${alertNo}`} (Order 17 art. 23). Nobody has applied, so no statutory limit runs yet.`,
  }),
  openedByApplication: (): LocalisedText => ({ zh: '当事人申请调解，立案。', en: 'Opened because a party applied.' }),
  proposed: (reasons: readonly LocalisedText[]): LocalisedText => ({
    zh: `系统推荐：${reasons.map(({ zh }) => zh).join('')}`,
    en: `Proposed: ${reasons.map(({ en }) => en).join(' ')}`,
  }),
  nobodyNotified: (): LocalisedText => ({
    zh: '未通知任何调解组织：该地区没有已登记的调解组织。',
    en: 'No mediation body was notified, because none is registered for the area.',
  }),
  limitStarted: ({ name, explanation }: CaseClock): LocalisedText => ({
    zh: `${name.zh}：${explanation.zh}`,
    en: `${name.en}: ${explanation.en}`,
  }),
  applied: (form: 'written' | 'oral', receivedOn: string): LocalisedText => ({
    zh: `收到${form === 'oral' ? '口头申请（已当场记录）' : '书面申请'}，收到日期 ${receivedOn}。`,
    en: `Application received on ${receivedOn}, ${form === 'oral' ? 'oral and recorded on the spot' : 'in writing'}.`,
  }),
  consented: (party: Party, on: string, how: keyof typeof consentForms): LocalisedText => ({
    zh: `${partyWords[party].zh}于 ${on} ${consentForms[how].zh}同意调解。`,
    en: `The ${partyWords[party].en} consented ${consentForms[how].en} on ${on}.`,
  }),
  accepted: (bodyName: string, onTime: boolean): LocalisedText => ({
    zh: `${bodyName}受理${onTime ? '' : '（已超过规定的决定期限）'}。`,
    en: `Accepted by ${bodyName}${onTime ? '' : ', after the time for deciding had run out'}.`,
  }),
  declined: (reason: DeclineCaseRequest['reason']): LocalisedText => ({
    zh: `不予受理：${declineWords[reason].zh}。应书面通知申请方并告知其他途径。`,
    en: `Declined: ${declineWords[reason].en}. The applicant is to be told in writing, with the routes that remain.`,
  }),
  assigned: (name: string, formerName: string | null): LocalisedText => ({
    zh: `指派调解员${name}${formerName === null ? '' : `，接替${formerName}`}。`,
    en: `${name} leads the case from now on${formerName === null ? '' : `, in place of ${formerName}`}.`,
  }),
  sessionHeld: (number: number, heldOn: string): LocalisedText => ({
    zh: `第 ${number} 次调解，日期 ${heldOn}。`,
    en: `Session ${number}, held on ${heldOn}.`,
  }),
  drafted: (missing: AgreementView['missing']): LocalisedText => ({
    zh:
      missing.length === 0
        ? '调解协议已签署齐备。'
        : `达成调解协议，尚未生效，缺：${missing.map((part) => missingWords[part].zh).join('、')}。`,
    en:
      missing.length === 0
        ? 'The agreement bears every signature and the seal.'
        : `Agreed, not in force: missing ${missing.map((part) => missingWords[part].en).join(', ')}.`,
  }),
  signaturesVoid: (): LocalisedText => ({
    zh: '协议条款已修改，此前的签署不再有效。',
    en: 'The terms were changed; signatures under the earlier terms are void.',
  }),
  settled: (inForceOn: string): LocalisedText => ({
    zh: `调解协议自 ${inForceOn} 起生效。`,
    en: `The agreement is in force from ${inForceOn}.`,
  }),
  failed: (reason: FailCaseRequest['reason']): LocalisedText => ({
    zh: `调解不成：${failureWords[reason].zh}。应书面告知双方可以申请仲裁（企业劳动争议协商调解规定第三十条）。`,
    en: `Mediation failed: ${failureWords[reason].en}. Both parties are to be told in writing that they may go to arbitration (Order 17 art. 30).`,
  }),
  withdrawn: (): LocalisedText => ({ zh: '申请方撤回调解申请。', en: 'The applicant took the application back.' }),
  passed: ({ key, name, dueOn }: CaseClock): LocalisedText => ({
    zh: `${name.zh}已于 ${dueOn} 届满${key === 'med.lawlimit' ? '，当事人可以申请仲裁；调解仍可继续' : ''}。`,
    en: `${name.en}: ran out on ${dueOn}${key === 'med.lawlimit' ? '; the party may now go to arbitration, and mediation may go on' : ''}.`,
  }),
};
