import { eventCatalog, findEvent, type LiveMessage } from '@accord/contracts';
import type { Permission } from '@accord/http';
import type { ReceivedRecord } from '@accord/messaging';
import { z } from 'zod';

/** Which permission lets a person see that something happened to a subject of this kind. */
const READ: Readonly<Record<string, Permission>> = { alert: 'alert.read', case: 'case.read', task: 'task.read' };

/** The topics that live updates are made of. */
export const LIVE_TOPICS = [...new Set(eventCatalog.filter(({ aggregate }) => aggregate in READ).map(({ topic }) => topic))];

const Located = z.object({ areaCode: z.string() });

export interface LiveNews {
  readonly message: LiveMessage;
  readonly permission: Permission;
}

/** The news in a record, or null where it is none for the console or cannot be read: nobody's screen hangs on it. */
export function newsIn({ headers, value }: ReceivedRecord): LiveNews | null {
  const definition = findEvent(headers.ce_type ?? '');
  const permission = definition && READ[definition.aggregate];
  const payload = Located.loose().safeParse(parsed(value));
  const id = payload.data?.[definition?.keyedBy ?? ''];
  const at = new Date(headers.ce_time ?? '');
  if (
    definition === undefined ||
    permission === undefined ||
    !payload.success ||
    typeof id !== 'string' ||
    Number.isNaN(at.getTime())
  )
    return null;
  const { areaCode } = payload.data;
  return {
    message: { type: definition.type, subject: { kind: definition.aggregate, id }, areaCode, at: at.toISOString() },
    permission,
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
