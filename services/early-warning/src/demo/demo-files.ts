import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AlertSigns,
  AlertSource,
  AreaCode,
  ClaimType,
  EscalateAlertRequest,
  StandDownAlertRequest,
  VerifyAlertRequest,
} from '@accord/contracts';
import { z } from 'zod';

const whenAndWho = { afterMinutes: z.number().nonnegative(), by: z.uuid() };

const Step = z.discriminatedUnion('do', [
  z.object({ do: z.literal('acknowledge'), ...whenAndWho }),
  VerifyAlertRequest.extend({ do: z.literal('verify'), ...whenAndWho }),
  EscalateAlertRequest.extend({ do: z.literal('escalate'), ...whenAndWho }),
  StandDownAlertRequest.extend({ do: z.literal('standDown'), ...whenAndWho }),
]);
export type DemoStep = z.infer<typeof Step>;

const DemoAlert = z.object({
  id: z.uuid(),
  employerId: z.uuid().nullable(),
  employerName: z.string(),
  areaCode: AreaCode,
  place: z.string().optional(),
  headCount: z.int(),
  claimTypes: z.array(ClaimType),
  signs: AlertSigns,
  observed: z.string(),
  source: AlertSource,
  raisedBy: z.uuid(),
  steps: z.array(Step),
});
export type DemoAlert = z.infer<typeof DemoAlert>;

const Story = z.object({ daysAgo: z.int(), hour: z.number(), alert: DemoAlert.nullable() });
export type DemoStory = z.infer<typeof Story>;

const Post = z.object({ id: z.uuid(), name: z.string(), areaCode: AreaCode, kind: z.string() });
const Employer = z.object({ id: z.uuid(), name: z.string(), areaCode: AreaCode, headCount: z.int().nullable() });
const Staff = z.object({ id: z.uuid(), name: z.string() });

/** What this service needs of the demo files. */
export async function readDemoFiles(folder: string) {
  const read = async <Row>(file: string, row: z.ZodType<Row>): Promise<Row[]> =>
    z.array(row).parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  const [posts, employers, staff, stories] = await Promise.all([
    read('posts.json', Post),
    read('employers.json', Employer),
    read('staff.json', Staff),
    read('stories.json', Story),
  ]);
  return { posts, employers, staff, stories };
}
