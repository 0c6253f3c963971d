// Writes the demo data: a year in the life of a city's federation, invented, the same at every run.
// Six in ten of what was accepted and three in four of what was concluded end in an agreement, not ninety-eight per cent.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const divisions = readFileSync(new URL('../../services/gateway/data/divisions.csv', here), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => {
    const [code, name, level, parent] = line.split(',');
    return { code, name, level, parent };
  });
const districts = divisions.filter(({ level }) => level === 'district');
const townsOf = (district) =>
  divisions.filter(
    ({ parent, level, name }) => level === 'street' && parent === district.code && !/创业|保税|管理委员会/.test(name),
  );

let seed = 20101229;
function random() {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const pick = (list) => list[Math.floor(random() * list.length)];
const between = (low, high) => low + Math.floor(random() * (high - low + 1));
const chance = (share) => random() < share;

/** The same name always gives the same id. */
function id(name) {
  const hex = createHash('sha1').update(`accord demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文'.split(
    '',
  );
const GIVEN =
  '建国,秀英,志强,丽华,卫东,晓燕,海波,玉兰,文杰,雪梅,永康,静怡,国平,春霞,俊峰,慧敏,立新,婷婷,少华,红梅,宏伟,佳琪,振宇,素芳,明辉,彩云,德胜,雅琴,一鸣,思远,子涵,雨桐'.split(
    ',',
  );
const person = () => pick(SURNAMES) + pick(GIVEN);

const TRADES = [
  '电子',
  '纺织',
  '服饰',
  '精密机械',
  '物流',
  '餐饮管理',
  '建筑工程',
  '新材料',
  '食品',
  '家具',
  '包装',
  '光电',
  '汽车零部件',
  '医疗器械',
  '环境工程',
  '物业服务',
];
const BRANDS = [
  '恒盛',
  '华瑞',
  '金阳',
  '瑞丰',
  '同创',
  '嘉禾',
  '明达',
  '新力',
  '东吴',
  '太湖',
  '虎阜',
  '平望',
  '阳澄',
  '云岩',
  '宏泰',
  '永鑫',
  '博远',
  '天宇',
  '盛泽',
  '联科',
  '德通',
  '万和',
  '凯利',
  '润达',
];

const staff = [];
function hire(username, name, grants) {
  const member = { id: id(`staff ${username}`), username, name, grants };
  staff.push(member);
  return member;
}
const grant = (role, areaCode, bodyId = null) => ({ role, areaCode, bodyId });

const home = districts.find(({ code }) => code === '320505');
const homeTown = townsOf(home).find(({ code }) => code === '320505002');

const employers = [];
const posts = [];
const bodies = [];
const officers = new Map();

for (const district of districts) {
  const towns = townsOf(district);
  const isHome = district === home;
  for (let n = 0; n < 24; n++) {
    const town = isHome && n < 8 ? homeTown : pick(towns);
    const name = `苏州${BRANDS[(n * 7 + districts.indexOf(district) * 5) % BRANDS.length]}${pick(TRADES)}有限公司`;
    employers.push({
      id: id(`employer ${district.code} ${n}`),
      name,
      areaCode: town.code,
      headCount: pick([18, 35, 60, 90, 140, 260, 480, 900, 2200]),
    });
  }
  const duty = isHome
    ? hire('duty', '陆卫东', [grant('duty_officer', district.code)])
    : hire(`duty-${district.code}`, person(), [grant('duty_officer', district.code)]);
  const chosenTowns = isHome ? [homeTown, ...towns.filter((town) => town !== homeTown).slice(0, 2)] : towns.slice(0, 3);
  const reporters = chosenTowns.map((town, n) => {
    posts.push({ id: id(`post ${town.code}`), name: `${town.name}劳动关系预警点`, areaCode: town.code, kind: 'town' });
    return isHome && n === 0
      ? hire('post', '顾秀英', [grant('post_officer', town.code)])
      : hire(`post-${town.code}`, person(), [grant('post_officer', town.code)]);
  });
  const employer = employers.find(({ areaCode }) => areaCode === chosenTowns[0].code) ?? employers.at(-1);
  const kinds = [
    { kind: 'town', area: chosenTowns[0], name: `${chosenTowns[0].name}劳动争议调解委员会` },
    {
      kind: 'town',
      area: chosenTowns[1] ?? chosenTowns[0],
      name: `${(chosenTowns[1] ?? chosenTowns[0]).name}劳动争议调解委员会`,
    },
    { kind: 'industry', area: district, name: `${district.name}行业性劳动争议调解委员会` },
    { kind: 'enterprise', area: chosenTowns[0], name: `${employer.name}劳动争议调解委员会`, employerId: employer.id },
  ];
  kinds.forEach(({ kind, area, name, employerId = null }, n) => {
    const bodyId = id(`body ${district.code} ${n}`);
    const chair =
      isHome && n === 0
        ? hire('chair', '沈国平', [grant('body_chair', area.code, bodyId)])
        : hire(`chair-${district.code}-${n}`, person(), [grant('body_chair', area.code, bodyId)]);
    const mediators = Array.from({ length: kind === 'enterprise' ? 1 : 2 }, (_, m) => {
      const first = isHome && n === 0 && m === 0;
      const member = first
        ? hire('mediator', '钱慧敏', [grant('mediator', area.code, bodyId)])
        : hire(`mediator-${district.code}-${n}${m}`, person(), [grant('mediator', area.code, bodyId)]);
      return {
        id: id(`mediator ${member.username}`),
        staffId: member.id,
        name: member.name,
        specialties: [
          ['unpaid_wages', 'compensation'],
          ['dismissal', 'labour_contract'],
          ['work_injury', 'social_insurance'],
          ['hours_and_rest', 'safety'],
        ][(n + m) % 4],
      };
    });
    bodies.push({ id: bodyId, name, kind, areaCode: area.code, employerId, chairStaffId: chair.id, mediators });
  });
  officers.set(district.code, { duty, reporters, towns: chosenTowns });
}
hire('supervisor', '金志强', [grant('supervisor', '3205')]);
hire('admin', '管理员', [grant('administrator', '3205')]);
for (const [username, name, role] of [
  ['aid', '朱红梅', 'aid_worker'],
  ['approver', '蒋立新', 'approver'],
  ['accountant', '许静怡', 'accountant'],
  ['organizer', '曹振宇', 'organizer'],
  ['instructor', '袁明辉', 'instructor'],
  ['lawyer', '韩思远', 'lawyer'],
])
  hire(username, name, [grant(role, '3205')]);

const OBSERVED = {
  unpaid_wages: '十多名职工聚在厂门口，说工资拖了没发，情绪比较激动，要求老板出面。',
  dismissal: '企业口头通知不用再来上班，没有书面材料，职工不接受。',
  compensation: '厂区要搬迁，职工要求经济补偿，企业还没有答复。',
  work_injury: '职工在车间受伤，医药费一直没有报销，家属找到工会。',
  social_insurance: '职工反映企业没有足额缴纳社会保险，要求补缴。',
  hours_and_rest: '连续加班一个多月没有休息，班组长说再这样就不干了。',
  safety: '车间通风差、气味大，多人头晕，要求停工整改。',
  labour_contract: '入职半年没有签合同，职工要求双倍工资。',
  labour_relation: '骑手与站点对是否存在劳动关系各执一词。',
  other: '食堂和宿舍问题长期没有解决，职工要求当面谈。',
};
const CLAIMS = [
  'unpaid_wages',
  'unpaid_wages',
  'unpaid_wages',
  'unpaid_wages',
  'dismissal',
  'dismissal',
  'compensation',
  'compensation',
  'work_injury',
  'social_insurance',
  'hours_and_rest',
  'safety',
  'labour_contract',
  'labour_relation',
  'other',
];

const consent = (given, day, how) => ({ given, day, how });

/** The steps of a case from its opening on `start` (days after the story began), as far as `lastDay`. */
function caseSteps({ fromAlert, body, start, lastDay, headCount, ending, mediator = pick(body.mediators) }) {
  const { chairStaffId: chair } = body;
  const steps = [];
  const add = (step) => step.day <= lastDay && steps.push(step);
  let day = start + (fromAlert ? between(0, 2) : 0);
  add({ do: 'receiveApplication', day, by: mediator.staffId, form: chance(0.3) ? 'oral' : 'written' });
  if (ending === 'undecided') return steps;
  if (ending === 'declined') {
    add({
      do: 'decline',
      day: day + between(1, 3),
      by: chair,
      reason: pick(['respondent_unwilling', 'respondent_unwilling', 'out_of_scope', 'unreachable']),
      note: '已书面告知申请人，并说明其他途径。',
    });
    return steps;
  }
  const accepted = day + (chance(0.9) ? between(1, 2) : between(6, 8));
  add({
    do: 'accept',
    day: accepted,
    by: chair,
    applicantConsent: consent(true, day, 'signed'),
    respondentConsent: consent(true, accepted, pick(['signed', 'phone', 'visit'])),
  });
  if (ending === 'unassigned') return steps;
  add({ do: 'assignMediator', day: accepted, by: chair, mediatorId: mediator.id });
  day = accepted + between(1, 4);
  const session = {
    do: 'holdSession',
    day,
    by: mediator.staffId,
    place: '调解室',
    present: ['applicant', 'respondent'],
    record: '听取双方陈述，核对考勤和工资表，就金额提出初步方案。',
  };
  add(session);
  if (ending === 'withdrawn') {
    add({ do: 'withdraw', day: day + between(1, 3), by: mediator.staffId, note: '申请人与企业自行和解，撤回申请。' });
    return steps;
  }
  if (chance(0.5)) add({ ...session, day: (day += between(1, 3)), record: '第二次调解，双方差距缩小。' });
  if (ending === 'ongoing') return steps;
  const end = ending === 'late' ? accepted + between(17, 24) : Math.min(day + between(1, 5), accepted + 15);
  if (ending === 'failed' || ending === 'late') {
    add({
      do: 'declareImpasse',
      day: end,
      by: mediator.staffId,
      reason: ending === 'late' ? 'time_ran_out' : pick(['no_agreement', 'no_agreement', 'consent_withdrawn', 'party_absent']),
      note: '双方未达成一致，已书面告知可申请仲裁。',
    });
  } else {
    add({
      do: 'agreement',
      day: end,
      by: mediator.staffId,
      terms: '企业在约定日期前一次付清应付款项，双方就本次争议再无其他请求。',
      amountFen: headCount * between(1800, 9000) * 100,
      performByDay: end + 15,
      signedDay: ending === 'unsigned' ? null : end,
    });
  }
  return steps;
}

/** An alert whose mediation comes to nothing goes back to its duty officer, so such endings are rarer after an alert. */
function endingOf(withAlert) {
  const draw = random() * (withAlert ? 1.9 : 0.85);
  if (draw < 0.12) return 'declined';
  if (draw < 0.18) return 'withdrawn';
  if (draw < 0.4) return 'failed';
  if (draw < 0.46) return 'late';
  return 'settled';
}

const stories = [];
/** `here`: in the town of the demo accounts, with their mediator. */
function tell({ daysAgo, alertEnding, withAlert, ending, here = false }) {
  const district = here || chance(0.3) ? home : pick(districts);
  const { duty, reporters, towns } = officers.get(district.code);
  // What is long over was reported by colleagues: a newcomer does not begin with a year of notices.
  const at = here ? 0 : between(district === home && daysAgo >= 14 ? 1 : 0, reporters.length - 1);
  const town = towns[at];
  const employer = chance(0.06) ? null : pick(employers.filter(({ areaCode }) => areaCode.startsWith(district.code)));
  const number = stories.length;
  const claim = pick(CLAIMS);
  // Two hundred and more escalate themselves, so an alert that people are still to decide on is smaller.
  const headCount = pick(
    withAlert && alertEnding !== 'escalated' ? [2, 5, 8, 12, 18, 37, 60] : [1, 1, 2, 3, 5, 8, 12, 15, 18, 25, 37, 60, 120, 260],
  );
  const employerName =
    employer?.name ?? `${town.name}${pick(['小李', '老王', '兴旺', '顺发'])}${pick(['加工点', '餐馆', '装修队'])}`;
  const common = {
    employerId: employer?.id ?? null,
    employerName,
    areaCode: town.code,
    claimTypes: chance(0.2) ? [...new Set([claim, 'compensation'])] : [claim],
    headCount,
  };
  const story = { daysAgo, hour: between(8, 17), alert: null, case: null };
  let opened = 0;
  if (withAlert) {
    const steps = [];
    const wait = between(5, 90);
    if (alertEnding !== 'raised') steps.push({ do: 'acknowledge', afterMinutes: wait, by: duty.id });
    if (!['raised', 'acknowledged'].includes(alertEnding))
      steps.push({
        do: 'verify',
        afterMinutes: wait + between(30, 240),
        by: duty.id,
        headCount,
        findings: '到现场核实，情况属实，双方愿意坐下来谈。',
      });
    if (alertEnding === 'stood_down')
      steps.push({
        do: 'standDown',
        afterMinutes: wait + 300,
        by: duty.id,
        reason: pick(['false_alarm', 'solved_on_the_spot', 'solved_on_the_spot', 'advice_given', 'referred']),
        note: '已与职工和企业分别沟通。',
      });
    if (alertEnding === 'escalated')
      steps.push({ do: 'escalate', afterMinutes: wait + 300, by: duty.id, note: '双方分歧较大，转调解。' });
    const signs = {
      stoppage: headCount >= 37 && chance(0.4),
      roadBlocked: headCount >= 100 && chance(0.15),
      injury: claim === 'work_injury' && chance(0.2),
      crossEmployer: false,
      arrearsMonths: claim === 'unpaid_wages' ? between(0, 4) : 0,
    };
    if (alertEnding !== 'escalated') Object.assign(signs, { roadBlocked: false, injury: false });
    story.alert = {
      id: id(`alert ${number}`),
      ...common,
      place: pick(['厂区东门', '项目部', '车间二楼', '办公楼前', '']),
      signs,
      observed: OBSERVED[claim],
      source: pick(['post', 'post', 'post', 'hotline', 'visit', 'online']),
      raisedBy: reporters[at].id,
      steps,
    };
    if (story.alert.place === '') delete story.alert.place;
    opened = 0;
  }
  const opensCase = !withAlert || alertEnding === 'escalated';
  if (opensCase) {
    const body =
      bodies.find(({ areaCode, kind }) => kind === 'town' && areaCode === town.code) ??
      bodies.find(({ areaCode }) => areaCode === district.code);
    story.case = {
      id: id(`case ${number}`),
      bodyId: body.id,
      ...common,
      applicant: { name: person(), phone: `1${between(30, 89)}0000${String(between(0, 9999)).padStart(4, '0')}` },
      request: `请求${claim === 'unpaid_wages' ? '支付拖欠工资' : claim === 'dismissal' ? '支付违法解除赔偿金' : '依法处理并支付应得款项'}。`,
      steps:
        ending === 'untouched'
          ? []
          : caseSteps({
              fromAlert: withAlert,
              body,
              start: opened,
              lastDay: daysAgo - 1,
              headCount,
              ending,
              mediator: here ? body.mediators[0] : undefined,
            }),
    };
  }
  stories.push(story);
}

for (let n = 0; n < 150; n++)
  tell({
    daysAgo: between(30, 364),
    withAlert: true,
    alertEnding: chance(0.24) ? 'stood_down' : 'escalated',
    ending: endingOf(true),
  });
for (let n = 0; n < 90; n++) tell({ daysAgo: between(30, 364), withAlert: false, ending: endingOf(false) });
for (let n = 0; n < 30; n++)
  tell({
    daysAgo: between(3, 28),
    withAlert: chance(0.6),
    alertEnding: 'escalated',
    ending: pick(['settled', 'settled', 'failed', 'unsigned', 'late']),
  });
for (const [daysAgo, ending] of [
  [4, 'ongoing'],
  [6, 'ongoing'],
  [9, 'ongoing'],
  [11, 'unsigned'],
  [12, 'ongoing'],
  [16, 'ongoing'],
  [19, 'settled'],
])
  tell({ daysAgo, withAlert: daysAgo % 2 === 0, alertEnding: 'escalated', ending, here: true });
for (const ending of ['untouched', 'untouched'])
  tell({ daysAgo: 1, withAlert: true, alertEnding: 'escalated', ending, here: true });
for (const alertEnding of ['raised', 'acknowledged', 'verified'])
  tell({ daysAgo: 0, withAlert: true, alertEnding, ending: 'settled', here: true });
for (let n = 0; n < 6; n++) tell({ daysAgo: between(1, 2), withAlert: true, alertEnding: 'escalated', ending: 'untouched' });
for (const daysAgo of [1, 1, 2, 2, 7]) tell({ daysAgo, withAlert: false, ending: 'undecided' });
for (const daysAgo of [3, 4, 4]) tell({ daysAgo, withAlert: false, ending: 'unassigned' });
for (const alertEnding of ['raised', 'raised', 'raised', 'acknowledged', 'acknowledged', 'verified', 'verified'])
  tell({ daysAgo: 0, withAlert: true, alertEnding, ending: 'settled' });
stories.sort((a, b) => b.daysAgo - a.daysAgo || a.hour - b.hour);

for (const [file, rows] of Object.entries({ staff, employers, posts, bodies, stories })) {
  writeFileSync(new URL(`${file}.json`, here), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
}
const count = (test) => stories.filter(test).length;
console.log(
  `${staff.length} staff, ${employers.length} employers, ${posts.length} posts, ${bodies.length} bodies, ${stories.length} stories: ${count((s) => s.alert)} alerts, ${count((s) => s.case)} cases`,
);
