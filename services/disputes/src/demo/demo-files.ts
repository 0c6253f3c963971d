import {
  AcceptCaseRequest,
  AgreementRequest,
  Applicant,
  ApplicationRequest,
  AreaCode,
  AssignMediatorRequest,
  ClaimType,
  DeclineCaseRequest,
  FailCaseRequest,
  HoldSessionRequest,
  WithdrawCaseRequest,
} from '@accord/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Days count from the beginning of the story. */
const Day = z.int().nonnegative();
const whenAndWho = { day: Day, by: z.uuid() };
const Consent = AcceptCaseRequest.shape.applicantConsent.omit({ on: true }).extend({ day: Day });

const Step = z.discriminatedUnion('do', [
  ApplicationRequest.pick({ form: true }).extend({ do: z.literal('receiveApplication'), ...whenAndWho }),
  z.object({ do: z.literal('accept'), ...whenAndWho, applicantConsent: Consent, respondentConsent: Consent }),
  DeclineCaseRequest.extend({ do: z.literal('decline'), ...whenAndWho }),
  AssignMediatorRequest.extend({ do: z.literal('assignMediator'), ...whenAndWho }),
  HoldSessionRequest.omit({ heldOn: true }).extend({ do: z.literal('holdSession'), ...whenAndWho }),
  AgreementRequest.pick({ terms: true, amountFen: true }).extend({
    do: z.literal('agreement'),
    ...whenAndWho,
    performByDay: Day.optional(),
    /** Null: the seal is not on it yet. */
    signedDay: Day.nullable(),
  }),
  FailCaseRequest.extend({ do: z.literal('declareImpasse'), ...whenAndWho }),
  WithdrawCaseRequest.extend({ do: z.literal('withdraw'), ...whenAndWho }),
]);
export type DemoStep = z.infer<typeof Step>;

const DemoCase = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  employerId: z.uuid().nullable(),
  employerName: z.string(),
  areaCode: AreaCode,
  claimTypes: z.array(ClaimType),
  headCount: z.int(),
  applicant: Applicant,
  request: z.string(),
  steps: z.array(Step),
});
export type DemoCase = z.infer<typeof DemoCase>;

const DemoAlert = z.object({ id: z.uuid(), steps: z.array(z.object({ do: z.string(), afterMinutes: z.number() })) });

const Story = z.object({ daysAgo: z.int(), hour: z.number(), alert: DemoAlert.nullable(), case: DemoCase.nullable() });
export type DemoStory = z.infer<typeof Story>;

const DemoMediator = z.object({ id: z.uuid(), staffId: z.uuid(), name: z.string(), specialties: z.array(ClaimType) });
const DemoBody = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(['enterprise', 'town', 'industry', 'people']),
  areaCode: AreaCode,
  employerId: z.uuid().nullish(),
  mediators: z.array(DemoMediator),
});
export type DemoBody = z.infer<typeof DemoBody>;

const Staff = z.object({ id: z.uuid(), name: z.string() });

/** What this service needs of the demo files. */
export async function readDemoFiles(folder: string) {
  const read = async <Row>(file: string, row: z.ZodType<Row>): Promise<Row[]> =>
    z.array(row).parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  const [bodies, staff, stories] = await Promise.all([
    read('bodies.json', DemoBody),
    read('staff.json', Staff),
    read('stories.json', Story),
  ]);
  return { bodies, staff, stories };
}
