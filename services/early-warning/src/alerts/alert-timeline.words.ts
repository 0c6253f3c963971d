import type { LocalisedText } from '@accord/case-model';
import type { AlertLevel, Grading, StandDownReason } from '@accord/contracts';
import type { DueDate } from '@accord/clocks';
import { rungWords } from './alert-ladder.rules';

/** What a timeline line says, with the stable key of its kind. */
export interface Said {
  what: string;
  text: LocalisedText;
}

const LEVELS: Record<AlertLevel, LocalisedText> = {
  blue: { zh: '蓝色', en: 'blue' },
  yellow: { zh: '黄色', en: 'yellow' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
};

const REASONS: Record<StandDownReason, LocalisedText> = {
  false_alarm: { zh: '误报', en: 'false alarm' },
  solved_on_the_spot: { zh: '现场化解', en: 'solved on the spot' },
  advice_given: { zh: '已提供咨询', en: 'advice given' },
  referred: { zh: '已转其他部门', en: 'referred elsewhere' },
  duplicate: { zh: '重复上报', en: 'duplicate' },
};

const OUTCOMES = {
  settled: { zh: '调解达成协议', en: 'the mediation ended in an agreement' },
  failed: { zh: '调解未达成协议', en: 'the mediation ended without agreement' },
  declined: { zh: '调解组织未受理，退回处置', en: 'the mediation body did not take the case; back to the duty officers' },
  withdrawn: { zh: '申请人撤回申请，退回处置', en: 'the applicant withdrew; back to the duty officers' },
} as const;
export type AlertOutcome = keyof typeof OUTCOMES;

const said = (what: string, zh: string, en: string): Said => ({ what, text: { zh, en } });

export const words = {
  raised: (alertNo: string) => said('raised', `上报预警 ${alertNo}`, `raised alert ${alertNo}`),

  employerUnknown: (name: string) =>
    said(
      'employer_unknown',
      `单位名录中还没有“${name}”，已按所填名称登记，待核对后补录`,
      `the employer register does not have ${name} yet; it was taken up under the name given, to be checked and registered`,
    ),

  graded: ({ level, because, ruleVersion }: Grading) =>
    said(
      'graded',
      `定为${LEVELS[level].zh}：${because.zh}（分级规则第 ${ruleVersion} 版）`,
      `graded ${level}: ${because.en} (grading rule, version ${ruleVersion})`,
    ),

  regraded: (former: AlertLevel, { level, because, ruleVersion }: Grading) =>
    said(
      'regraded',
      `由${LEVELS[former].zh}调整为${LEVELS[level].zh}：${because.zh}（分级规则第 ${ruleVersion} 版）`,
      `${former} became ${level}: ${because.en} (grading rule, version ${ruleVersion})`,
    ),

  awaitsAcknowledgement: (area: string, { explanation }: DueDate) =>
    said(
      'awaits_acknowledgement',
      `请${rungWords(area).zh}值班员签收：${explanation.zh}`,
      `${rungWords(area).en} is to acknowledge: ${explanation.en}`,
    ),

  acknowledged: () => said('acknowledged', '签收', 'acknowledged'),

  acknowledgementStandsUntil: ({ explanation }: DueDate) =>
    said('acknowledgement_stands', `签收后应核实：${explanation.zh}`, `to be verified: ${explanation.en}`),

  verified: (headCount: number) => said('verified', `已核实，涉及 ${headCount} 人`, `verified, ${headCount} people`),

  escalated: (note: string | undefined) =>
    said('escalated', `转调解${note ? `：${note}` : ''}`, `escalated to mediation${note ? `: ${note}` : ''}`),

  escalatedItself: ({ level }: Grading) =>
    said(
      'escalated_itself',
      `${LEVELS[level].zh}预警按分级规则自动转调解`,
      `a ${level} alert escalates by the grading rule itself`,
    ),

  acknowledgementExpired: () =>
    said('acknowledgement_expired', '签收后未按时核实，签收失效', 'not verified in time; the acknowledgement ran out'),

  unanswered: (area: string) =>
    said('unanswered', `${rungWords(area).zh}无人签收`, `nobody at ${rungWords(area).en} acknowledged in time`),

  climbed: (area: string) => said('climbed', `升至${rungWords(area).zh}`, `climbed to ${rungWords(area).en}`),

  topReached: (area: string) =>
    said(
      'nobody_notified',
      `未再通知任何人：${rungWords(area).zh}已是最高一级。预警保持待签收`,
      `nobody else was notified, because ${rungWords(area).en} is the top; the alert stays open`,
    ),

  nobodyOnDuty: (area: string) =>
    said(
      'nobody_notified',
      `未通知任何人：${rungWords(area).zh}没有值班员，到期后继续上报`,
      `nobody was notified, because no duty officer is granted for ${rungWords(area).en}; the alert climbs when its limit passes`,
    ),

  stoodDown: (reason: StandDownReason, note: string) =>
    said('stood_down', `解除：${REASONS[reason].zh}。${note}`, `stood down, ${REASONS[reason].en}: ${note}`),

  joinedInto: (leadNo: string) =>
    said('joined', `并入 ${leadNo}，由其继续跟踪`, `joined to ${leadNo}, where it is followed from now on`),

  leads: (joinedNo: string) => said('joined_by', `${joinedNo} 并入本预警`, `${joinedNo} was joined to this alert`),

  caseOpened: (caseNo: string) => said('case_opened', `已立调解案 ${caseNo}`, `mediation case ${caseNo} was opened`),

  leadEnded: (leadNo: string, outcome: AlertOutcome) =>
    said('lead_ended', `${leadNo}：${OUTCOMES[outcome].zh}`, `${leadNo}: ${OUTCOMES[outcome].en}`),

  caseEnded: (outcome: AlertOutcome) => said(`case_${outcome}`, OUTCOMES[outcome].zh, OUTCOMES[outcome].en),
};
