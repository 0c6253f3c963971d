import { DomainError } from '@accord/case-model';

/** There is no such task, or it lies outside the areas of whoever asks. */
export class TaskNotFound extends DomainError {
  readonly code = 'TASK_NOT_FOUND';
  readonly kind = 'not_found';

  constructor(taskId: string) {
    super({ zh: '没有这项待办，或它不在您的工作范围内。', en: 'There is no such task within your areas.' }, { taskId });
  }
}

/** The task is for another role, another mediation body, or a person who was named. */
export class TaskNotYours extends DomainError {
  readonly code = 'TASK_NOT_YOURS';
  readonly kind = 'forbidden';

  constructor(taskId: string, audience: string) {
    super(
      {
        zh: '这项待办不归您办理，请由对应岗位或指定的人员处理。',
        en: `This task is not yours: it is for a ${audience}, or for the person named in it.`,
      },
      { taskId, audience },
    );
  }
}

/** The task was given to this person by the case itself; there is nothing to claim. */
export class TaskAlreadyYours extends DomainError {
  readonly code = 'TASK_ALREADY_YOURS';
  readonly kind = 'refused';

  constructor(taskId: string) {
    super(
      { zh: '这项待办已指派给您，无需认领，请直接办理。', en: 'This task is already assigned to you; go on and do it.' },
      { taskId },
    );
  }
}
